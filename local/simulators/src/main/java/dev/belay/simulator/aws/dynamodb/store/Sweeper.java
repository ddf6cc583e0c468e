package dev.belay.simulator.aws.dynamodb.store;

import dev.belay.simulator.aws.dynamodb.value.Value;
import dev.belay.simulator.aws.dynamodb.value.Value.Document;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds what has expired long enough ago to be deleted. AWS deletes "within a few days", and until then reads show it
 * (docs.aws.amazon.com/amazondynamodb/latest/developerguide/TTL.html); here it takes two days, and up to an hour more. What
 * expired more than five years ago stays.
 */
final class Sweeper {
    private static final Duration LATE = Duration.ofDays(2);
    private static final Duration PERIOD = Duration.ofHours(1);
    private static final Duration FORGOTTEN = Duration.ofDays(5 * 365);

    private final Clock clock;
    private Instant next = Instant.MIN;

    Sweeper(Clock clock) {
        this.clock = clock;
    }

    List<Change> due(Collection<Table> tables) {
        Instant now = clock.instant();
        if (now.isBefore(next)) {
            return List.of();
        }
        next = now.plus(PERIOD);
        return tables.stream().flatMap(table -> due(table, now)).toList();
    }

    private static Stream<Change> due(Table table, Instant now) {
        BigDecimal latest = seconds(now.minus(LATE));
        BigDecimal earliest = seconds(now.minus(FORGOTTEN));
        return table.expiry().stream().flatMap(attribute -> table.all().stream()
                .filter(item -> item.get(attribute)
                        .filter(expiry -> expiry instanceof Value.Numeric(BigDecimal second)
                                && second.compareTo(latest) <= 0
                                && second.compareTo(earliest) >= 0)
                        .isPresent())
                .map(item -> deletion(table, item)));
    }

    private static Change deletion(Table table, Document item) {
        return new Change(table.schema().name(), item.only(table.schema().key().names()), Optional.empty());
    }

    private static BigDecimal seconds(Instant time) {
        return BigDecimal.valueOf(time.getEpochSecond());
    }
}
