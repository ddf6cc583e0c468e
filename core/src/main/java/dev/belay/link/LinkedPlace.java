package dev.belay.link;

import dev.belay.chat.ConversationId;
import dev.belay.record.RecordRef;
import java.util.Optional;

/** A conversation that is linked, and the record that it is linked to. */
public record LinkedPlace(ConversationId id, RecordRef record) {
    /**
     * Where something was said or shared: the conversation that its channel is, else that of its thread in a shared channel. Of a place
     * that is not ours it costs a read or two of the links.
     */
    public static Optional<LinkedPlace> around(ConversationId at, ConversationLinks links) {
        ConversationId channel = new ConversationId(at.platform(), at.workspace(), at.channel(), Optional.empty());
        return linked(channel, links).or(() -> at.thread().isPresent() ? linked(at, links) : Optional.empty());
    }

    private static Optional<LinkedPlace> linked(ConversationId id, ConversationLinks links) {
        return links.recordOf(id).map(record -> new LinkedPlace(id, record));
    }
}
