package dev.belay.aws.table.run;

import dev.belay.aws.table.Item;
import dev.belay.aws.table.Key;
import dev.belay.aws.table.Table;
import dev.belay.aws.table.Table.Written;
import dev.belay.cache.ExpiringCache;
import dev.belay.delivery.Delivery.Urgency;
import dev.belay.failure.Unavailable;
import dev.belay.ratelimit.RateLimitStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * The limits in DynamoDB: one item for each token, one attribute for each method in epoch milliseconds, so that one read answers
 * for all methods; beside each the ends of its two lines. A place in a line is an item of its own. Other workers' limits are seen
 * within a second, this worker's at once. A limit of more than 14 days may be forgotten after that time.
 */
public final class DynamoDbRateLimitStore implements RateLimitStore {
    private static final Duration GLANCE = Duration.ofSeconds(1);
    private static final Duration REMEMBERED = Duration.ofDays(14);

    private static final int MOST_TRIES = 40;
    private static final String AT = "at";

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

    @Override
    public Optional<Instant> lineEnd(String token, String method, Urgency urgency) {
        return tokens.get(Key.ofToken(token), table::get)
                .map(item -> lines(item, method, urgency))
                .filter(end -> end.isAfter(clock.instant()));
    }

    /** The place is stored beside the line: who is killed in between loses a place, and nobody gets one twice. */
    @Override
    public Instant reserve(String token, String method, Waiter waiter, Duration spacing) {
        String place = Key.ofPlace(token, method, waiter.id());
        return table.get(place)
                .flatMap(item -> item.findNumber(AT))
                .map(Instant::ofEpochMilli)
                .orElseGet(() -> {
                    Instant free = nextPlace(token, method, waiter.urgency(), spacing);
                    table.update(place, place(free));
                    return free;
                });
    }

    @Override
    public void leave(String token, String method, Waiter waiter) {
        table.update(
                Key.ofPlace(token, method, waiter.id()),
                UpdateItemRequest.builder()
                        .updateExpression("SET #expires = :expires REMOVE #at")
                        .expressionAttributeNames(Map.of("#expires", "expires_at", "#at", AT))
                        .expressionAttributeValues(Map.of(":expires", Item.number(expires(clock.instant())))));
    }

    private UpdateItemRequest.Builder place(Instant at) {
        return UpdateItemRequest.builder()
                .updateExpression("SET #at = :at, #expires = :expires")
                .expressionAttributeNames(Map.of("#expires", "expires_at", "#at", AT))
                .expressionAttributeValues(
                        Map.of(":at", Item.number(at.toEpochMilli()), ":expires", Item.number(expires(at))));
    }

    /** An optimistic lock: whoever lost reads what the winner left, and tries again. */
    private Instant nextPlace(String token, String method, Urgency urgency, Duration spacing) {
        Optional<Item> known = table.get(Key.ofToken(token));
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            Item item = known.orElseGet(() -> Item.keyed(Key.ofToken(token)));
            Instant free = free(item, method, urgency);
            Optional<Long> before = item.findNumber(line(method, urgency));
            switch (table.update(Key.ofToken(token), taken(line(method, urgency), before, free, spacing))) {
                case Written.Done _ -> {
                    tokens.forget(Key.ofToken(token));
                    return free;
                }
                case Written.Refused(Optional<Item> stored) -> known = stored;
            }
        }
        throw new Unavailable(Table.SYSTEM, "too many reserve at once", Optional.of(GLANCE));
    }

    private UpdateItemRequest.Builder taken(String line, Optional<Long> before, Instant free, Duration spacing) {
        Map<String, AttributeValue> values = new HashMap<>();
        values.put(":next", Item.number(wholeMillis(free.plus(spacing))));
        values.put(":expires", Item.number(expires(free)));
        before.ifPresent(millis -> values.put(":before", Item.number(millis)));
        return UpdateItemRequest.builder()
                .updateExpression("SET #line = :next, #expires = :expires")
                .conditionExpression(before.isPresent() ? "#line = :before" : "attribute_not_exists(#line)")
                .expressionAttributeNames(Map.of("#line", line, "#expires", "expires_at"))
                .expressionAttributeValues(values);
    }

    private Instant free(Item item, String method, Urgency urgency) {
        Instant now = Instant.ofEpochMilli(wholeMillis(clock.instant()));
        Instant held =
                item.findNumber(attribute(method)).map(Instant::ofEpochMilli).orElse(now);
        return latest(latest(now, held), lines(item, method, urgency));
    }

    private static Instant lines(Item item, String method, Urgency urgency) {
        Instant first = end(item, method, Urgency.FIRST);
        return switch (urgency) {
            case FIRST -> first;
            case REST -> latest(first, end(item, method, Urgency.REST));
        };
    }

    private static Instant end(Item item, String method, Urgency urgency) {
        return item.findNumber(line(method, urgency)).map(Instant::ofEpochMilli).orElse(Instant.EPOCH);
    }

    private static Instant latest(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private static String line(String method, Urgency urgency) {
        return (urgency == Urgency.FIRST ? "first#" : "rest#") + method;
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
