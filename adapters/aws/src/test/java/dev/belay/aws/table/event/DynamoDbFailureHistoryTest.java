package dev.belay.aws.table.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.aws.Cloud;
import dev.belay.health.FailureHistory;
import dev.belay.health.FailureHistory.FailureStreak;
import dev.belay.record.Sample;
import dev.belay.time.MovedClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A message's failures are counted from the first one, with one request. */
final class DynamoDbFailureHistoryTest {
    private final MovedClock clock = MovedClock.at(Sample.OPENED);
    private final FailureHistory failures = Cloud.worker(clock).failures(Cloud.STACK.eventTable());

    @Test
    void the_beginning_stays_and_the_times_add_up() {
        String message = "message-" + Cloud.unique();
        Instant begun = clock.instant();
        assertThat(failures.record(message)).isEqualTo(new FailureStreak(begun, 1));
        clock.advance(Duration.ofHours(3));
        assertThat(failures.record(message)).isEqualTo(new FailureStreak(begun, 2));
        assertThat(failures.record("message-" + Cloud.unique())).isEqualTo(new FailureStreak(clock.instant(), 1));
    }
}
