package dev.belay.message;

import dev.belay.link.ConversationLinks;
import dev.belay.link.LinkedPlace;

/** Remembers that a message in a linked conversation was deleted, before its turn: it asks no other system, so that none of them delays it. */
public final class RememberDeletion {
    private final ConversationLinks links;
    private final MessageNotes notes;

    public RememberDeletion(ConversationLinks links, MessageNotes notes) {
        this.links = links;
        this.notes = notes;
    }

    /**
     * @return whether the message was in a conversation of ours
     */
    public boolean remember(Deletion deletion) {
        return LinkedPlace.around(deletion.at(), links)
                .map(place -> {
                    notes.bury(place.id(), deletion.tombstone());
                    return place;
                })
                .isPresent();
    }
}
