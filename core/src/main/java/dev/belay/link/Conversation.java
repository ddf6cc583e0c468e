package dev.belay.link;

import dev.belay.chat.Channel;
import dev.belay.chat.PostedCard;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A conversation that was made.
 *
 * @param card the card's message and the newest generation that was announced
 * @param seen the newest {@code sys_mod_count} of the record that the conversation is known to show; what our own writes while
 *     opening left is shown too
 * @param setUp which parts of the channel's set-up are done, by their ids, each with a hash of what was set
 * @param createdBy the chat user who made it: our bot
 * @param kept what keeping it true remembers
 * @param paged the pager's incident, once a page from here made one
 */
public record Conversation(
        Channel channel,
        PostedCard card,
        long seen,
        Map<String, String> setUp,
        String createdBy,
        Kept kept,
        Optional<PagerIncident> paged) {
    public Conversation {
        setUp = Map.copyOf(setUp);
    }

    /** One that nothing is remembered of yet, and from where nobody was paged. */
    public Conversation(Channel channel, PostedCard card, long seen, Map<String, String> setUp, String createdBy) {
        this(channel, card, seen, setUp, createdBy, Kept.NOTHING, Optional.empty());
    }

    /** Whether it is known to show the record as it was at this count. */
    public boolean shows(long modCount) {
        return seen >= modCount;
    }

    /** Whether the card was ever drawn anew: what a killed writer sent late may then lie over what was confirmed. */
    public boolean wasRedrawn() {
        return card.generation() == seen;
    }

    public Conversation with(Channel next) {
        return new Conversation(next, card, seen, setUp, createdBy, kept, paged);
    }

    public Conversation with(PostedCard next) {
        return new Conversation(channel, next, seen, setUp, createdBy, kept, paged);
    }

    /** Showing the record as it was at this count. */
    public Conversation seen(long modCount) {
        return new Conversation(channel, card, modCount, setUp, createdBy, kept, paged);
    }

    public Conversation with(Kept next) {
        return new Conversation(channel, card, seen, setUp, createdBy, next, paged);
    }

    /** Whether every card that was announced is known to be there. */
    public boolean isDrawn() {
        return card.generation() <= seen;
    }

    /** With one part of the set-up done. */
    public Conversation markSetUp(String part, String what) {
        Map<String, String> more = new HashMap<>(setUp);
        more.put(part, what);
        return new Conversation(channel, card, seen, more, createdBy, kept, paged);
    }

    /** With the incident that a page made. */
    public Conversation with(PagerIncident next) {
        return new Conversation(channel, card, seen, setUp, createdBy, kept, Optional.of(next));
    }
}
