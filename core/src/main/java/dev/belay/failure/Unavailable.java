package dev.belay.failure;

import java.time.Duration;
import java.util.Optional;

/** An outside system did not do what it was asked, and nothing happened there: a retry later will help. */
public final class Unavailable extends ExternalFailure {
    private static final long serialVersionUID = 1;

    private final transient Optional<Duration> retryAfter;

    /**
     * @param system which system, in one word
     * @param what what was tried and what came back, without any secret or message body
     * @param retryAfter how long the system asked to be left alone, where it said so
     */
    public Unavailable(String system, String what, Optional<Duration> retryAfter) {
        super(system, what);
        this.retryAfter = retryAfter;
    }

    public Optional<Duration> retryAfter() {
        return retryAfter;
    }
}
