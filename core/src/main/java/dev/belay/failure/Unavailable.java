package dev.belay.failure;

import java.time.Duration;
import java.util.Optional;

/** An outside system did not do what it was asked, and nothing happened there: a retry later will help. */
public final class Unavailable extends ExternalFailure {
    private static final long serialVersionUID = 1;

    private final transient Optional<Duration> retryAfter;
    private final boolean inLine;

    /**
     * @param system which system, in one word
     * @param what what was tried and what came back, without any secret or message body
     * @param retryAfter how long the system asked to be left alone, where it said so
     */
    public Unavailable(String system, String what, Optional<Duration> retryAfter) {
        this(system, what, retryAfter, false);
    }

    private Unavailable(String system, String what, Optional<Duration> retryAfter, boolean inLine) {
        super(system, what);
        this.retryAfter = retryAfter;
        this.inLine = inLine;
    }

    /** A limit, behind which there is a place in line. */
    public static Unavailable untilPlace(String system, String what, Duration wait) {
        return new Unavailable(system, what, Optional.of(wait), true);
    }

    /** Whether the time is a place in line, which nobody else has: it is kept to, without jitter. */
    public boolean isInLine() {
        return inLine;
    }

    public Optional<Duration> retryAfter() {
        return retryAfter;
    }
}
