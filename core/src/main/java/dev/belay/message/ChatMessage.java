package dev.belay.message;

import dev.belay.card.Fingerprint;
import dev.belay.chat.ChatUser;
import dev.belay.chat.ConversationId;
import dev.belay.chat.Platform;
import dev.belay.chat.ReplyAddress;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Word from a chat platform that a person wrote a message, changed it, deleted it or marked it, in a place that may be ours.
 *
 * @param eventId the same each time this event is delivered
 * @param at the channel, and the thread that the message is in where it is in one
 * @param id the message's id there
 * @param author who wrote the message, whoever marked or deleted it
 * @param text what stands in it by then; nothing where it was deleted
 * @param version of a change, a deletion and its being undone, and of what was marked: of two, the later one's is the greater text; empty of a
 *     deletion that cannot be undone, and of what was marked and never changed. Of what was written, the same where the platform
 *     delivers it under another id; empty where that is not known
 * @param writtenAt when the message was written
 * @param acceptedAt when ingress took it
 */
public record ChatMessage(
        String eventId,
        Kind kind,
        ConversationId at,
        String id,
        Author author,
        List<TextPart> text,
        String version,
        Instant writtenAt,
        Instant acceptedAt) {
    /** What happened to it. The names are stored in queues. */
    public enum Kind {
        WRITTEN,
        EDITED,
        DELETED,
        /** Its deletion was undone. */
        RESTORED,
        /** A person asked that it be recorded. */
        MARKED
    }

    /**
     * Who wrote it.
     *
     * @param name what they are called in chat, where the platform says it with the message
     * @param outside whether the platform says with the message that they are of another organization
     * @param reply where the platform is reached about them
     */
    public record Author(ChatUser user, Optional<String> name, boolean outside, Optional<ReplyAddress> reply) {}

    public ChatMessage {
        text = List.copyOf(text);
    }

    public Platform platform() {
        return at.platform();
    }

    /** The same as something else that happened to it. */
    ChatMessage as(Kind other) {
        return new ChatMessage(eventId, other, at, id, author, text, version, writtenAt, acceptedAt);
    }

    /** When it came to stand so, among all that happened to it: of two, the later one's is the greater text. */
    String order() {
        return kind == Kind.WRITTEN ? "" : version;
    }

    /** Whether words stand in it by then. */
    boolean stands() {
        return kind != Kind.DELETED;
    }

    /** What it says of whether the message is there still; none where it says nothing of that. */
    Optional<Tombstone> tombstone() {
        return switch (kind) {
            case DELETED -> Optional.of(new Tombstone(id, version, false));
            case RESTORED -> Optional.of(new Tombstone(id, version, true));
            case WRITTEN, EDITED, MARKED -> Optional.empty();
        };
    }

    /** The same where the platform delivers what was written under another id; none where it says nothing of that. */
    Optional<String> alias() {
        return kind == Kind.WRITTEN && !version.isEmpty() ? Optional.of("sent/" + version) : Optional.empty();
    }

    /** A hash of what stands in it. */
    String words() {
        StringBuilder all = new StringBuilder(id);
        text.forEach(part -> all.append('\0').append(part.said(mention -> mention.user())));
        return Fingerprint.of(all.toString());
    }

    /** Without the words. */
    @Override
    public String toString() {
        return kind + " " + at.inChannel() + "/" + id;
    }
}
