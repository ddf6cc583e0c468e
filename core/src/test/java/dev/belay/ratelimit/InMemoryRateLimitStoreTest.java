package dev.belay.ratelimit;

import dev.belay.record.Sample;
import dev.belay.time.MovedClock;

/** The fake keeps the contract. */
final class InMemoryRateLimitStoreTest implements RateLimitStoreContract {
    private final MovedClock clock = MovedClock.at(Sample.OPENED);
    private final RateLimitStore limits = new InMemoryRateLimitStore(clock);
    private int tokens;

    @Override
    public RateLimitStore limits() {
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
