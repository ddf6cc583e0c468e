package dev.belay.link;

import dev.belay.chat.Channel;
import dev.belay.chat.PostedCard;

/**
 * A conversation that was made.
 *
 * @param card the card's message and the newest generation that was announced
 * @param seen the newest {@code sys_mod_count} of the record that the conversation is known to show; what our own writes while
 *     opening left is shown too
 * @param setUp whether topic, pin, invitations and the like are done
 * @param createdBy the chat user who made it: our bot
 */
public record Conversation(Channel channel, PostedCard card, long seen, boolean setUp, String createdBy) {
    /** Whether it is known to show the record as it was at this count. */
    public boolean shows(long modCount) {
        return seen >= modCount;
    }

    /** Whether the card was ever drawn anew: what a killed writer sent late may then lie over what was confirmed. */
    public boolean wasRedrawn() {
        return card.generation() == seen;
    }

    public Conversation with(Channel next) {
        return new Conversation(next, card, seen, setUp, createdBy);
    }

    public Conversation with(PostedCard next) {
        return new Conversation(channel, next, seen, setUp, createdBy);
    }

    /** Showing the record as it was at this count. */
    public Conversation seen(long modCount) {
        return new Conversation(channel, card, modCount, setUp, createdBy);
    }

    public Conversation markSetUp() {
        return new Conversation(channel, card, seen, true, createdBy);
    }
}
