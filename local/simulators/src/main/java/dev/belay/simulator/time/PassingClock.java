package dev.belay.simulator.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** A given time, and on from there when somebody says that an hour has passed. */
public final class PassingClock extends Clock {
    private final InstantSource from;
    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

    public PassingClock(InstantSource from) {
        this.from = from;
    }

    public void pass(Duration time) {
        ahead.updateAndGet(before -> before.plus(time));
    }

    @Override
    public Instant instant() {
        return from.instant().plus(ahead.get());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new IllegalArgumentException("time passes in UTC only");
    }
}
