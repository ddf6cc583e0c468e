package dev.belay.record;

import java.time.Instant;

/**
 * Something that a person did about a record from chat, and that took effect.
 *
 * @param id the same each time this one is told, e.g. the press' id
 * @param at when the person did it
 * @param who the person's name
 * @param what more of it, in a few words: whom it concerns, or an address; empty where the kind says all
 */
public record Happening(String id, Kind kind, Instant at, String who, String what) {
    /** What may happen. A name that was ever stored is never changed. */
    public enum Kind {
        ACKNOWLEDGED,
        TAKEN_OVER,
        HANDED_OVER
    }
}
