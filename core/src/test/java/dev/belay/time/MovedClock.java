package dev.belay.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The time, which stands still until the test moves it. */
public final class MovedClock extends Clock {
    private volatile Instant now;

    private MovedClock(Instant start) {
        this.now = start;
    }

    public static MovedClock at(Instant start) {
        return new MovedClock(start);
    }

    public synchronized void advance(Duration by) {
        now = now.plus(by);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
