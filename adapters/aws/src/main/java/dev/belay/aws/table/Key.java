package dev.belay.aws.table;

import dev.belay.chat.ChatUser;
import dev.belay.chat.ConversationId;
import dev.belay.chat.Platform;
import dev.belay.failure.Rejected;
import dev.belay.link.LinkKey;
import dev.belay.record.NoteReference;
import dev.belay.record.RecordRef;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The keys under which things are stored: their parts in order, so that no two things share one. */
public final class Key {
    private Key() {}

    public static String of(LinkKey link) {
        return joined(
                link.isNext() ? "next" : "record",
                link.platform().id(),
                link.record().table(),
                link.record().sysId().value());
    }

    public static String of(ConversationId conversation) {
        String channel =
                joined("conversation", conversation.platform().id(), conversation.workspace(), conversation.channel());
        return conversation.thread().map(thread -> channel + "#" + part(thread)).orElse(channel);
    }

    public static String of(ChatUser user) {
        return joined(user.platform().id(), user.workspace(), user.id());
    }

    /** Whose key this is. */
    public static ChatUser chatUser(String key) {
        String[] parts = key.split("#", -1);
        if (parts.length != 3) {
            throw new Rejected(Table.SYSTEM, "the key of an entry of the user map cannot be read");
        }
        return new ChatUser(Platform.of(read(parts[0])), read(parts[1]), read(parts[2]));
    }

    private static String read(String part) {
        return part.replace("%23", "#").replace("%25", "%");
    }

    /** @param team by either of its ids */
    public static String ofInstallation(Platform platform, String workspace, String team) {
        return joined("installation", platform.id(), workspace, team);
    }

    /** Where links are found in an index. */
    public static String ofIndex(String kind, Platform platform, String workspace) {
        return joined(kind, platform.id(), workspace);
    }

    public static String ofChronicle(RecordRef record) {
        return joined("chronicle", record.table(), record.sysId().value());
    }

    public static String ofEvent(String eventId) {
        return joined("event", eventId);
    }

    public static String ofFile(NoteReference reference) {
        return joined("file", reference.value());
    }

    public static String ofPageOrder(String order) {
        return joined("page_order", order);
    }

    /** The one item of all credentials' states. */
    public static String ofCredentials() {
        return "credentials";
    }

    public static String ofLease(String name) {
        return joined("lease", name);
    }

    public static String ofReception(String instance) {
        return joined("reception", instance);
    }

    public static String ofWatermarks(String instance) {
        return joined("watermarks", instance);
    }

    public static String ofAudit(String name) {
        return joined("audit", name);
    }

    public static String ofAuditPage(String name, int number) {
        return joined("audit_page", name, Integer.toString(number));
    }

    public static String ofPendingNote(ConversationId at) {
        return joined(
                "note",
                at.platform().id(),
                at.workspace(),
                at.channel(),
                at.thread().orElse(""));
    }

    /** @param key what of a channel's messages */
    public static String ofNotedMessage(ConversationId at, String key) {
        return joined("noted", at.platform().id(), at.workspace(), at.channel(), key);
    }

    /** A message that was deleted: one for each of its channel, as those that stand in a note. */
    public static String ofTombstone(ConversationId at, String message) {
        return joined("tombstone", at.platform().id(), at.workspace(), at.channel(), message);
    }

    public static String ofMessage(String messageId) {
        return joined("message", messageId);
    }

    public static String ofToken(String token) {
        return joined("not_before", token);
    }

    /** @param waiter who stands in the line of the method */
    public static String ofPlace(String token, String method, String waiter) {
        return joined("place", token, method, waiter);
    }

    private static String joined(String... parts) {
        return Arrays.stream(parts).map(Key::part).collect(Collectors.joining("#"));
    }

    private static String part(String text) {
        return text.replace("%", "%25").replace("#", "%23");
    }
}
