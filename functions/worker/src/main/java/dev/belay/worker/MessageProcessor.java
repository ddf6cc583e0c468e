package dev.belay.worker;

import java.time.Duration;

/** What one function does with the messages of its queue. */
public interface MessageProcessor {
    /**
     * Processes one message. Idempotent: delivery is at least once.
     *
     * @param again whether the message was delivered before: an earlier run may have been killed over it
     */
    Disposition process(String body, boolean again);

    /**
     * Whether what is delivered behind a message that is not done waits for it. Where not, the processor itself keeps the order of those
     * that belong together.
     */
    default boolean stopsAtFailure() {
        return true;
    }

    /** For how long what another system said no to for good is retried, counted from its first failure: somebody may mend it meanwhile. */
    default Duration patience() {
        return Disposition.RetryFor.HOURS;
    }

    /** Says what can still be said, before the message is moved to the dead-letter queue. */
    default void giveUp(String body) {}
}
