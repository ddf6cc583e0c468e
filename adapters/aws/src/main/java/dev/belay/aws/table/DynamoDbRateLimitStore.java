package dev.belay.aws.table;

import dev.belay.cache.ExpiringCache;
import dev.belay.ratelimit.RateLimitStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * The limits in DynamoDB: one item for each token, one attribute for each method in epoch milliseconds, so that one read answers
 * for all methods. Other workers' limits are seen within a second, this worker's at once. A limit of more than 14 days may be
 * forgotten after that time.
 */
public final class DynamoDbRateLimitStore implements RateLimitStore {
    private static final Duration GLANCE = Duration.ofSeconds(1);
    private static final Duration REMEMBERED = Duration.ofDays(14);

    private final Table table;
    private final Clock clock;
    private final ExpiringCache<String, Optional<Item>> tokens;

    public DynamoDbRateLimitStore(DynamoDbClient client, String eventTable, Clock clock) {
        this.table = new Table(client, eventTable);
        this.clock = clock;
        this.tokens = new ExpiringCache<>(clock, GLANCE);
    }

    @Override
    public Optional<Instant> notBefore(String token, String method) {
        return tokens.get(Key.ofToken(token), table::get)
                .flatMap(item -> item.findNumber(attribute(method)))
                .map(Instant::ofEpochMilli)
                .filter(until -> until.isAfter(clock.instant()));
    }

    @Override
    public void hold(String token, String method, Instant until) {
        var later = UpdateItemRequest.builder()
                .updateExpression("SET #method = :until, #expires = :expires")
                .conditionExpression("attribute_not_exists(#method) OR #method < :until")
                .expressionAttributeNames(Map.of("#method", attribute(method), "#expires", "expires_at"))
                .expressionAttributeValues(
                        Map.of(":until", Item.number(wholeMillis(until)), ":expires", Item.number(expires(until))));
        table.update(Key.ofToken(token), later);
        tokens.forget(Key.ofToken(token));
    }

    private long expires(Instant until) {
        Instant now = clock.instant();
        return (until.isAfter(now) ? until : now).plus(REMEMBERED).getEpochSecond();
    }

    /** Never earlier than asked. */
    private static long wholeMillis(Instant until) {
        return until.plusNanos(999_999).toEpochMilli();
    }

    private static String attribute(String method) {
        return "method#" + method;
    }
}
