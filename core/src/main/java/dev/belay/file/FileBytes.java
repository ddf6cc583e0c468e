package dev.belay.file;

import dev.belay.delivery.Deadline;
import dev.belay.delivery.Delivery;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The bytes of one file on their way from one side to the other: never held, counted, exactly as many as they should be, and cut where
 * the function's time is nearly over.
 */
public final class FileBytes extends InputStream {
    /** How long a function that brings files may run, as the template says: as long as Lambda lets one. */
    public static final Duration LIFE = Duration.ofMinutes(15);

    /** To tell of what could not be brought in time. */
    private static final Duration TO_TELL = Duration.ofSeconds(45);

    /** A transfer that had no less had all the time that there is. */
    private static final Duration WHOLE = LIFE.minusMinutes(1);

    private final InputStream source;
    private final long expected;
    private final Deadline deadline;
    private final Duration begunWith;
    private final AtomicLong read = new AtomicLong();
    private volatile boolean broken;
    private volatile boolean late;

    /**
     * @param expected how many bytes there must be
     */
    public FileBytes(InputStream source, long expected) {
        this.source = source;
        this.expected = expected;
        this.deadline = Delivery.currentDeadline();
        this.begunWith = deadline.left();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        demandTime();
        int got = fromSource(into, offset, length);
        long passed = read.addAndGet(Math.max(got, 0));
        if (passed > expected || (got < 0 && passed < expected)) {
            broken = true;
            throw new IOException("the file has another length than it was said to have");
        }
        return got;
    }

    private void demandTime() throws IOException {
        if (deadline.left().compareTo(TO_TELL) < 0) {
            late = true;
            throw new IOException("the function's time is nearly over");
        }
    }

    private int fromSource(byte[] into, int offset, int length) throws IOException {
        try {
            return source.read(into, offset, length);
        } catch (IOException e) {
            broken = true;
            throw e;
        }
    }

    /** How many there are. */
    public long expected() {
        return expected;
    }

    /** How many went by so far. */
    public long passed() {
        return read.get();
    }

    /** Whether all of them went by. */
    public boolean isWhole() {
        return read.get() == expected && !broken && !late;
    }

    /** Whether the source ended them before their end, or went on after it. */
    public boolean isBroken() {
        return broken;
    }

    /** Whether it is not this side that ended them before their end. */
    public boolean isIntact() {
        return !broken && !late;
    }

    /** Whether they were cut although they had all the time that there is: another run would not come to their end either. */
    public boolean takesTooLong() {
        return late && begunWith.compareTo(WHOLE) >= 0;
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
