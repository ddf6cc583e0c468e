package dev.belay.record;

import dev.belay.chat.ChatUser;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Something that a person did about a record from chat, and that took effect.
 *
 * @param id the same each time this one is told, e.g. the press' id
 * @param at when the person did it
 * @param who the person's name
 * @param what whom or what it concerns, and what came of it, in a few words; empty where the kind says all
 * @param words what the person wrote: a message, a reason, an address; empty where nothing was asked
 * @param people those who are to be brought into the conversation by it
 */
public record Happening(
        String id, Kind kind, Instant at, String who, String what, String words, List<Participant> people) {
    /** What may happen. A name that was ever stored is never changed. */
    public enum Kind {
        ACKNOWLEDGED,
        TAKEN_OVER,
        HANDED_OVER,
        /** A pager took it. */
        PAGED,
        /** No pager took it, or nobody knows: people were invited and told, and perhaps somebody on call was looked up. */
        CALLED_IN,
        POSTMORTEM_ATTACHED,
        MAJOR_ACCEPTED,
        MAJOR_REJECTED
    }

    /**
     * Somebody whom it concerns.
     *
     * @param chat who they are on the platform where it was done, where that is known
     * @param user who they are in ServiceNow, where that is known
     */
    public record Participant(String name, Optional<ChatUser> chat, Optional<SysId> user) {}

    public Happening {
        people = List.copyOf(people);
    }

    /** Where nothing was written, and nobody is brought in. */
    public Happening(String id, Kind kind, Instant at, String who, String what) {
        this(id, kind, at, who, what, "", List.of());
    }
}
