package dev.belay.link;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the people in a conversation know of its record from what was said there.
 *
 * @param last what they were told last; at first what the record was when the conversation was opened
 * @param now what is being told, from before it is said until it is known to be said
 */
public record Told(Account last, Optional<Telling> now) {
    /**
     * What is known of a record after something was told.
     *
     * @param number rises by one with each account; 0 is what it was when the conversation was opened
     * @param at when it was begun to be told; of the first, when the conversation was begun
     * @param generation of the record that it was told from: one of an older record tells nothing new
     * @param facts what differences are told of, by names of their own
     * @param happenings the ids of what was told that people did
     */
    public record Account(long number, Instant at, long generation, Map<String, String> facts, Set<String> happenings) {
        public Account {
            facts = Map.copyOf(facts);
            happenings = Set.copyOf(happenings);
        }

        /** The same, as the first account of another conversation. */
        public Account first() {
            return new Account(0, at, generation, facts, happenings);
        }

        /** Whether it knows the same. */
        public boolean knowsTheSameAs(Account other) {
            return facts.equals(other.facts) && happenings.equals(other.happenings);
        }
    }

    /**
     * An account that a worker is about to give.
     *
     * @param leaseUntil until when nobody else may look whether it was given
     */
    public record Telling(Account account, Instant leaseUntil) {}

    public static Told first(Account account) {
        return new Told(account, Optional.empty());
    }
}
