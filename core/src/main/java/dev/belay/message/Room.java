package dev.belay.message;

import dev.belay.chat.ConversationId;
import dev.belay.record.RecordRef;
import dev.belay.settings.Recording.Which;

/**
 * A linked conversation that messages come from.
 *
 * @param id the channel, or the thread in a shared one
 * @param which of its messages are recorded
 */
record Room(RecordRef record, ConversationId id, Which which) {
    /** Whether such a message may stand in a note where these are recorded. */
    static boolean takes(Which which, ChatMessage message) {
        return switch (which) {
            case ALL -> true;
            case MARKED -> message.kind() != ChatMessage.Kind.WRITTEN;
            case NONE -> false;
        };
    }
}
