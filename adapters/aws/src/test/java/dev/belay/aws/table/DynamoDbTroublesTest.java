package dev.belay.aws.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.aws.Cloud;
import dev.belay.health.Troubles;
import dev.belay.health.Troubles.Trouble;
import dev.belay.record.Sample;
import dev.belay.time.MovedClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A message's trouble is counted from when it was first met, with one request. */
final class DynamoDbTroublesTest {
    private final MovedClock clock = MovedClock.at(Sample.OPENED);
    private final Troubles troubles = Cloud.worker(clock).troubles(Cloud.STACK.eventTable());

    @Test
    void the_beginning_stays_and_the_times_add_up() {
        String message = "message-" + Cloud.unique();
        Instant begun = clock.instant();
        assertThat(troubles.met(message)).isEqualTo(new Trouble(begun, 1));
        clock.advance(Duration.ofHours(3));
        assertThat(troubles.met(message)).isEqualTo(new Trouble(begun, 2));
        assertThat(troubles.met("message-" + Cloud.unique())).isEqualTo(new Trouble(clock.instant(), 1));
    }
}
