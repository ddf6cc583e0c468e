package dev.belay.failure;

import java.time.Duration;
import java.util.Optional;

/**
 * An outside system did not do what it was asked: a retry later will help. Nothing happened there, but where it says that something may
 * have: then it was asked for what may happen twice.
 */
public final class Unavailable extends ExternalFailure {
    private static final long serialVersionUID = 1;

    private final transient Optional<Duration> retryAfter;
    private final Why why;
    private final boolean mayBeDone;

    private enum Why {
        NOT_DONE,
        LIMITED,
        IN_LINE,
        NOT_BEGUN
    }

    /**
     * @param system which system, in one word
     * @param what what was tried and what came back, without any secret or message body
     * @param retryAfter how long the system asked to be left alone, where it said so
     */
    public Unavailable(String system, String what, Optional<Duration> retryAfter) {
        this(system, what, retryAfter, Why.NOT_DONE, false);
    }

    private Unavailable(String system, String what, Optional<Duration> retryAfter, Why why, boolean mayBeDone) {
        super(system, what);
        this.retryAfter = retryAfter;
        this.why = why;
        this.mayBeDone = mayBeDone;
    }

    /** The system answered that we ask too often (HTTP 429), and did nothing. */
    public static Unavailable limited(String system, String what, Optional<Duration> retryAfter) {
        return new Unavailable(system, what, retryAfter, Why.LIMITED, false);
    }

    /** The same, where some of what was asked for may have been done. */
    public Unavailable perhapsDone() {
        Unavailable perhaps = new Unavailable(system(), said(), retryAfter, why, true);
        perhaps.setStackTrace(getStackTrace());
        return perhaps;
    }

    /** A limit, behind which there is a place in line. */
    public static Unavailable untilPlace(String system, String what, Duration wait) {
        return new Unavailable(system, what, Optional.of(wait), Why.IN_LINE, false);
    }

    /** The system was not asked, for lack of time. */
    public static Unavailable notBegun(String system, Duration comesBack) {
        return new Unavailable(
                system, "not begun: the function's time is nearly over", Optional.of(comesBack), Why.NOT_BEGUN, false);
    }

    /** Whether the system said that we ask too often. */
    public boolean isLimited() {
        return why == Why.LIMITED;
    }

    /** Whether some of what was asked for may have been done: if not, that nothing was is proved. */
    public boolean mayBeDone() {
        return mayBeDone;
    }

    /** Whether the time is a place in line, which nobody else has: it is kept to, without jitter. */
    public boolean isInLine() {
        return why == Why.IN_LINE;
    }

    /** Whether nothing is wrong but the time: it says nothing of the system. */
    public boolean isNotBegun() {
        return why == Why.NOT_BEGUN;
    }

    public Optional<Duration> retryAfter() {
        return retryAfter;
    }
}
