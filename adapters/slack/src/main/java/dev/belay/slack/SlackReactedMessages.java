package dev.belay.slack;

import com.slack.api.methods.response.conversations.ConversationsRepliesResponse;
import com.slack.api.model.Message;
import dev.belay.chat.Channel;
import dev.belay.message.ChatMessage;
import dev.belay.message.ReactedMessages;
import dev.belay.message.Reaction;
import dev.belay.slack.call.SlackCalls;
import dev.belay.slack.call.SlackMethod;
import dev.belay.slack.protocol.ReadMessage;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the message that a {@code reaction_added} names, which tells neither its words nor its thread. One request, of which the message
 * is the first or, where Slack shows the whole thread, the one behind its first: {@code conversations.history} leaves out answers.
 */
final class SlackReactedMessages implements ReactedMessages {
    /** The message that begins a thread comes whatever range is asked for. */
    private static final int MOST = 2;

    private final SlackCalls calls;

    SlackReactedMessages(SlackCalls calls) {
        this.calls = calls;
    }

    @Override
    public Optional<ChatMessage> read(Reaction reaction) {
        return shown(reaction).stream()
                .filter(message -> reaction.message().equals(message.getTs()))
                .findFirst()
                .flatMap(message -> new ReadMessage(
                                message.getUser(),
                                message.getBotId(),
                                message.getSubtype(),
                                message.getText(),
                                message.getTs(),
                                message.getThreadTs(),
                                edited(message))
                        .markedBy(reaction));
    }

    private static @Nullable String edited(Message message) {
        return message.getEdited() == null ? null : message.getEdited().getTs();
    }

    private List<Message> shown(Reaction reaction) {
        Channel channel = new Channel(
                reaction.platform(),
                reaction.at().workspace(),
                Optional.empty(),
                reaction.at().channel(),
                "");
        ConversationsRepliesResponse answer = calls.call(
                channel,
                SlackMethod.MESSAGE,
                client -> client.conversationsReplies(r -> r.channel(channel.id())
                        .ts(reaction.message())
                        .oldest(reaction.message())
                        .latest(reaction.message())
                        .inclusive(true)
                        .limit(MOST)));
        return answer.isOk() && answer.getMessages() != null ? answer.getMessages() : List.of();
    }
}
