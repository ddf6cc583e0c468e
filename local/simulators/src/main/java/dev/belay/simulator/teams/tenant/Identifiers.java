package dev.belay.simulator.teams.tenant;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Gives ids in Teams' forms, each once. */
public final class Identifiers {
    private final Clock clock;
    private final AtomicLong last = new AtomicLong();

    Identifiers(Clock clock) {
        this.clock = clock;
    }

    /** A message's id: the milliseconds of now, and more than every one before. */
    public String message() {
        return String.valueOf(last.updateAndGet(before -> Math.max(before + 1, clock.millis())));
    }

    /** When the message of an id was posted. */
    public static Instant posted(String message) {
        return Instant.ofEpochMilli(Long.parseLong(message));
    }

    String channel() {
        return "19:" + UUID.randomUUID().toString().replace("-", "") + "@thread.tacv2";
    }

    public String unique() {
        return UUID.randomUUID().toString();
    }
}
