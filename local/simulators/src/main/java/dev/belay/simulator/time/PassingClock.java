package dev.belay.simulator.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;

/** A given time, and on from there when somebody says that an hour has passed. */
public final class PassingClock extends Clock {
    /** What happens as soon as somebody lets its time pass, before they go on; until it is closed. */
    public final class Alarm implements AutoCloseable {
        private final Instant at;
        private final Runnable ring;

        private Alarm(Instant at, Runnable ring) {
            this.at = at;
            this.ring = ring;
        }

        private void ringIfOver() {
            if (!instant().isBefore(at)) {
                ring.run();
            }
        }

        @Override
        public void close() {
            alarms.remove(this);
        }
    }

    private final InstantSource from;
    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);
    private final List<Alarm> alarms = new CopyOnWriteArrayList<>();

    public PassingClock(InstantSource from) {
        this.from = from;
    }

    public void pass(Duration time) {
        ahead.updateAndGet(before -> before.plus(time));
        alarms.forEach(Alarm::ringIfOver);
    }

    /**
     * Waits for a time that somebody lets pass; a time that comes by itself rings nothing.
     *
     * @param ring may be run more than once
     */
    public Alarm alarm(Instant at, Runnable ring) {
        Alarm alarm = new Alarm(at, ring);
        alarms.add(alarm);
        return alarm;
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
