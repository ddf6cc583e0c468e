package dev.belay.platform;

import dev.belay.card.PrivateAnswer;
import dev.belay.chat.Channel;
import dev.belay.chat.ChatUser;
import dev.belay.chat.ConversationId;
import dev.belay.chat.ReplyAddress;
import java.util.Optional;

/** Says things in chat, at least once. */
public interface Messages {
    /**
     * Tells one person something that only they see. At least once: after an unknown outcome it is said again.
     *
     * @param at where they pressed: a channel, and the thread in it where the message is in one
     * @param reply where the platform takes an answer to their press, used where the channel is not a way to them
     */
    void tell(ChatUser user, ConversationId at, Optional<ReplyAddress> reply, PrivateAnswer answer);

    /**
     * Tells one person something in their own chat with us, where it stays until they read it. At least once.
     *
     * @param reply where the platform takes an answer to their press: some platforms are reached there
     * @throws dev.belay.failure.Rejected when the platform does not let us begin a chat with them
     */
    void tellDirectly(ChatUser user, Optional<ReplyAddress> reply, PrivateAnswer answer);

    /** Says something to everyone in a channel, at least once. */
    void announce(Channel channel, String sentence);
}
