package dev.belay.failure;

import java.time.Duration;
import java.util.Optional;

/**
 * What a call does in an outside system, and so what is true when no answer comes back. The one place of the rule: what was surely
 * not sent can be retried; when the answer is lost, only what may happen twice can.
 */
public enum CallEffect {
    /** It reads. */
    READ,
    /** It writes and may be repeated: it is idempotent, or what it says is said at least once. */
    REPEATABLE,
    /** Each call makes another one. */
    NOT_IDEMPOTENT;

    /**
     * The request never left this machine, so nothing happened, whatever it would have done.
     *
     * @param system which system, in one word
     * @param what what was tried and why it was not sent, without any secret or message body
     */
    public Unavailable notSent(String system, String what) {
        return new Unavailable(system, what, Optional.empty());
    }

    /** The answer to the request is lost. */
    public ExternalFailure answerLost(String system, String what) {
        return answerLost(system, what, Optional.empty());
    }

    /**
     * The answer to the request is lost, or does not say whether it was done.
     *
     * @param what what was tried and what came back, without any secret or message body
     * @param retryAfter how long the system asked to be left alone, where it said so
     * @return {@link OutcomeUnknown} where it may have happened and must not happen twice
     */
    public ExternalFailure answerLost(String system, String what, Optional<Duration> retryAfter) {
        return switch (this) {
            case READ -> new Unavailable(system, what, retryAfter);
            case REPEATABLE -> new Unavailable(system, what, retryAfter).perhapsDone();
            case NOT_IDEMPOTENT -> new OutcomeUnknown(system, what);
        };
    }
}
