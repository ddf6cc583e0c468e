package dev.belay.aws.table.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.aws.Cloud;
import dev.belay.lease.Leases;
import dev.belay.lease.LeasesContract;
import dev.belay.record.Sample;
import dev.belay.time.MovedClock;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The leases on the simulated engine keep the contract, with one request each, whatever answer is lost. */
final class DynamoDbLeasesTest implements LeasesContract {
    private final MovedClock clock = MovedClock.at(Sample.OPENED);
    private final Leases leases = Cloud.worker(clock).leases(Cloud.STACK.eventTable());

    @Override
    public Leases leases() {
        return leases;
    }

    @Override
    public MovedClock clock() {
        return clock;
    }

    @Override
    public String name() {
        return "name-" + Cloud.unique();
    }

    @Test
    void each_deed_is_one_request() {
        String name = name();
        assertThat(Cloud.requestsOf(() -> leases.acquire(name, "first", LENGTH)))
                .isEqualTo(Map.of("dynamodb UpdateItem", 1));
        assertThat(Cloud.requestsOf(() -> leases.acquire(name, "second", LENGTH)))
                .isEqualTo(Map.of("dynamodb UpdateItem", 1));
        assertThat(Cloud.requestsOf(() -> leases.release(name, "first"))).isEqualTo(Map.of("dynamodb UpdateItem", 1));
    }

    @Test
    void a_lease_whose_answer_was_lost_is_its_holders() {
        String name = name();
        Cloud.losingTheFirstAnswer(
                () -> assertThat(leases.acquire(name, "first", LENGTH)).isEmpty());
        assertThat(leases.acquire(name, "second", LENGTH)).isPresent();
    }
}
