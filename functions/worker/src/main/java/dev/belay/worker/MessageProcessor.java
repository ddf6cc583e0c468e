package dev.belay.worker;

/** What one function does with the messages of its queue. */
public interface MessageProcessor {
    /**
     * Processes one message. Idempotent: delivery is at least once.
     *
     * @param again whether the message was delivered before: an earlier run may have been killed over it
     */
    Disposition process(String body, boolean again);

    /** Says what can still be said, before the message is moved to the dead-letter queue. */
    default void giveUp(String body) {}
}
