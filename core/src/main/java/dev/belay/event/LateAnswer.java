package dev.belay.event;

import dev.belay.card.PrivateAnswer;
import dev.belay.chat.ChatUser;
import dev.belay.chat.ConversationId;
import dev.belay.chat.ReplyAddress;
import java.time.Instant;
import java.util.Optional;

/**
 * The answer to a press. One that cannot be delivered at once is retried on its own, so that it holds up no other press.
 *
 * @param pressId the press that it answers
 * @param at where it was pressed
 * @param reply where the platform takes an answer to the press, for a while
 * @param reason the refusal's kind, which is counted where the answer cannot be delivered
 * @param subject what it says no about: of answers with the same one, a person hears one a minute
 * @param pressedAt when ingress took the press; the answer ages from here
 */
public record LateAnswer(
        String pressId,
        ChatUser user,
        ConversationId at,
        Optional<ReplyAddress> reply,
        PrivateAnswer answer,
        String reason,
        String subject,
        Instant pressedAt) {
    /** Without the reply address and the sentence. */
    @Override
    public String toString() {
        return "the answer to press " + pressId;
    }
}
