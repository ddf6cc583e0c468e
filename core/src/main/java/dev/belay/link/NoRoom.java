package dev.belay.link;

import java.time.Instant;

/**
 * Why a record that earned a channel of its own stands in the shared one.
 *
 * @param reason what keeps it from having one, in words that people read on its card
 * @param tried when a channel was last tried
 * @param wanted a hash of what it earned: once the settings or the record earn it something else, that is tried at once
 */
public record NoRoom(Kind kind, String reason, Instant tried, String wanted) {
    /** What keeps it from having one. The names are stored. */
    public enum Kind {
        /** The platform refuses to make a channel. */
        REFUSED,
        /** There are as many as the settings allow. */
        CAP
    }
}
