package dev.belay.event;

import dev.belay.chat.ChatUser;
import dev.belay.chat.ConversationId;
import dev.belay.chat.ReplyAddress;
import dev.belay.record.SysId;
import java.time.Instant;
import java.util.Optional;

/**
 * What somebody else than who pressed is to be told, in their own chat with us.
 *
 * @param id the same each time this one notice is sent
 * @param by who pressed
 * @param to somebody in the chat, or a user of ServiceNow
 * @param at where it was pressed
 * @param reply where the platform takes an answer to the press, for a while
 * @param since when ingress took the press; the notice ages from here
 */
public record PersonalNotice(
        String id,
        ChatUser by,
        Recipient to,
        ConversationId at,
        Optional<ReplyAddress> reply,
        String sentence,
        Instant since) {
    /** Stands in a sentence for the name of the person who pressed. */
    public static final String WHO = "{who}";

    /** Whom it is for. */
    public sealed interface Recipient {
        /** Somebody of the chat. */
        record InChat(ChatUser user) implements Recipient {}

        /** A user of ServiceNow, who is looked for in the chat by their e-mail address. */
        record OfRecord(SysId user) implements Recipient {}
    }

    /** Without the reply address and the sentence. */
    @Override
    public String toString() {
        return "notice " + id;
    }
}
