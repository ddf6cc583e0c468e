package dev.belay.link;

import java.time.Instant;

/**
 * An end of a record that its conversation knows of.
 *
 * @param number 1 for its first one; rises by one each time that it ends again after it was reopened
 * @param over whether it is over now; false once it was reopened
 * @param at when it ended; of a record that was reopened, when that was noticed
 */
public record Ending(int number, boolean over, Instant at) {
    /** The record was reopened. */
    public Ending reopened(Instant when) {
        return new Ending(number, false, when);
    }
}
