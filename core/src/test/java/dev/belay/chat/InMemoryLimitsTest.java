package dev.belay.chat;

import dev.belay.record.Sample;
import dev.belay.time.MovedClock;

/** The fake keeps the contract. */
final class InMemoryLimitsTest implements LimitsContract {
    private final MovedClock clock = MovedClock.at(Sample.OPENED);
    private final Limits limits = new InMemoryLimits(clock);
    private int tokens;

    @Override
    public Limits limits() {
        return limits;
    }

    @Override
    public MovedClock clock() {
        return clock;
    }

    @Override
    public String token() {
        return "slack:T" + ++tokens;
    }
}
