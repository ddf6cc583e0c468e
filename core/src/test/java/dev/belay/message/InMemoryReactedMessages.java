package dev.belay.message;

import dev.belay.chat.ChatUser;
import dev.belay.chat.ConversationId;
import dev.belay.message.ChatMessage.Kind;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Messages that are kept in memory, as they stand, by the channel that they are in. */
public final class InMemoryReactedMessages implements ReactedMessages {
    private record Standing(Optional<String> thread, ChatUser author, String words, Instant at) {}

    private final Map<String, Standing> messages = new HashMap<>();
    private int reads;

    /** Somebody wrote it, or changed it. */
    public void put(ChatMessage message) {
        messages.put(
                key(message.at(), message.id()),
                new Standing(
                        message.at().thread(),
                        message.author().user(),
                        message.text().isEmpty()
                                ? ""
                                : message.text().getFirst().said(_ -> ""),
                        message.writtenAt()));
    }

    /** It is deleted. */
    public void remove(ConversationId at, String id) {
        messages.remove(key(at, id));
    }

    /** How often a message was read. */
    public int reads() {
        return reads;
    }

    @Override
    public Optional<ChatMessage> read(Reaction reaction) {
        reads++;
        return Optional.ofNullable(messages.get(key(reaction.at(), reaction.message())))
                .map(there -> new ChatMessage(
                        reaction.eventId(),
                        Kind.MARKED,
                        new ConversationId(
                                reaction.platform(),
                                reaction.at().workspace(),
                                reaction.at().channel(),
                                there.thread()),
                        reaction.message(),
                        new ChatMessage.Author(there.author(), Optional.empty(), false, Optional.empty()),
                        List.of(new TextPart.Words(there.words())),
                        "",
                        there.at(),
                        reaction.acceptedAt()));
    }

    private static String key(ConversationId at, String id) {
        return at.workspace() + "/" + at.channel() + "/" + id;
    }
}
