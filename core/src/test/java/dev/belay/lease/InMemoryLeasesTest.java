package dev.belay.lease;

import dev.belay.record.Sample;
import dev.belay.time.MovedClock;

/** The fake keeps the contract. */
final class InMemoryLeasesTest implements LeasesContract {
    private final MovedClock clock = MovedClock.at(Sample.OPENED);
    private final Leases leases = new InMemoryLeases(clock);
    private int count;

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
        return "name-" + ++count;
    }
}
