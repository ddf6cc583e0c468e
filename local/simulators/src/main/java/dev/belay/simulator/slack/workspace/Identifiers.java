package dev.belay.simulator.slack.workspace;

import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/** Gives ids and timestamps in Slack's form, each once. */
public final class Identifiers {
    private static final long SPAN = 2_821_109_907_456L; // 36 to the 8th: eight letters
    private static final long STEP = 1_103_515_245_001L; // odd and no multiple of 3, so each number has its own id

    private final Clock clock;
    private final AtomicLong counter;
    private final AtomicLong lastMicros = new AtomicLong();

    /** The ids of another run, whose links may have been kept, are not given again. */
    Identifiers(Clock clock) {
        this.clock = clock;
        this.counter = new AtomicLong(clock.millis());
    }

    /** An id such as {@code C0A1B2C3D4}. */
    public String next(String prefix) {
        long mixed = Math.floorMod(counter.incrementAndGet() * STEP, SPAN);
        String letters = "0000000" + Long.toString(mixed, 36).toUpperCase(Locale.ROOT);
        return prefix + "0" + letters.substring(letters.length() - 8);
    }

    /** A message's {@code ts}: now, and later than every one before. */
    public String timestamp() {
        Instant now = clock.instant();
        long micros = now.getEpochSecond() * 1_000_000 + now.getNano() / 1_000;
        long ts = lastMicros.updateAndGet(last -> Math.max(last + 1, micros));
        return String.format(Locale.ROOT, "%d.%06d", ts / 1_000_000, ts % 1_000_000);
    }
}
