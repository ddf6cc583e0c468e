package dev.belay.message;

import dev.belay.link.ConversationLinks;
import dev.belay.record.Records;
import dev.belay.settings.Recording.Which;
import dev.belay.settings.Settings;
import java.util.List;
import java.util.Optional;

/** Remembers that a message in a linked conversation was deleted, before its turn: it asks no other system, so that none of them delays it. */
public final class RememberDeletion {
    private final Rooms rooms;
    private final MessageNotes notes;

    public RememberDeletion(ConversationLinks links, Records records, MessageNotes notes) {
        this.rooms = new Rooms(links, records);
        this.notes = notes;
    }

    /**
     * @return whether messages of its conversation may be recorded
     */
    public boolean remember(Deletion deletion, Settings settings) {
        Optional<Rooms.Candidate> place = rooms.around(deletion.at(), settings)
                .filter(candidate -> !candidate.may().equals(List.of(Which.NONE)));
        place.ifPresent(candidate -> notes.bury(candidate.id(), deletion.tombstone()));
        return place.isPresent();
    }
}
