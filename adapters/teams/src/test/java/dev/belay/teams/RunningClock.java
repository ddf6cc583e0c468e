package dev.belay.teams;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicLong;

/** The platform's time: the test's, and a little later at each look, since Graph lets one channel be asked four times a second. */
final class RunningClock extends Clock {
    private static final Duration STEP = Duration.ofMillis(250);

    private final Clock clock;
    private final AtomicLong looks = new AtomicLong();

    RunningClock(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Instant instant() {
        return clock.instant().plus(STEP.multipliedBy(looks.incrementAndGet()));
    }

    @Override
    public ZoneId getZone() {
        return clock.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
