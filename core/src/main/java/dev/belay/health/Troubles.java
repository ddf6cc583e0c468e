package dev.belay.health;

import java.time.Instant;

/** Remembers how long a message has been in trouble that may or may not end, whatever else it waited for before. */
public interface Troubles {
    /**
     * A message's trouble.
     *
     * @param times how often it was met, this time too
     */
    record Trouble(Instant since, long times) {}

    /** Notes that it was met again. */
    Trouble met(String messageId);
}
