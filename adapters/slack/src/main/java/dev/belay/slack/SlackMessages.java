package dev.belay.slack;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.slack.api.methods.response.chat.ChatPostEphemeralResponse;
import com.slack.api.methods.response.conversations.ConversationsOpenResponse;
import com.slack.api.util.json.GsonFactory;
import dev.belay.card.PrivateAnswer;
import dev.belay.chat.Channel;
import dev.belay.chat.ChatUser;
import dev.belay.chat.ConversationId;
import dev.belay.chat.Platform;
import dev.belay.chat.ReplyAddress;
import dev.belay.failure.CredentialsRefused;
import dev.belay.failure.Rejected;
import dev.belay.platform.Messages;
import dev.belay.slack.block.CardBlocks;
import dev.belay.slack.call.ResponseUrls;
import dev.belay.slack.call.SlackCalls;
import dev.belay.slack.call.SlackMethod;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * Tells one person something in the channel that only they see, and where they are not in it, by the {@code response_url} that
 * their press brought. Never in a thread: a private message in a thread without replies is not shown (docs.slack.dev,
 * chat.postEphemeral).
 */
final class SlackMessages implements Messages {
    private static final Gson GSON = GsonFactory.createSnakeCase();

    private final SlackCalls calls;
    private final ResponseUrls responseUrls;

    SlackMessages(SlackCalls calls, ResponseUrls responseUrls) {
        this.calls = calls;
        this.responseUrls = responseUrls;
    }

    @Override
    public void tell(ChatUser user, ConversationId at, Optional<ReplyAddress> reply, PrivateAnswer answer) {
        Optional<String> refused = refused(user, at.channel(), answer);
        if (refused.isPresent()) {
            URI responseUrl = reply.flatMap(responseUrls::allowed)
                    .orElseThrow(() -> new Rejected(
                            Platform.SLACK.id(), refused.get() + ", and there is no response_url to the person"));
            responseUrls.answer(user.workspace(), responseUrl, message(answer));
        }
    }

    @Override
    public void tellDirectly(ChatUser user, Optional<ReplyAddress> reply, PrivateAnswer answer) {
        ConversationsOpenResponse chat = calls.call(
                user.workspace(),
                SlackMethod.OPEN_CHAT,
                client -> client.conversationsOpen(r -> r.users(List.of(user.id()))));
        if (chat.getChannel() == null || chat.getChannel().getId() == null) {
            throw new Rejected(Platform.SLACK.id(), "conversations.open answered without a chat");
        }
        calls.call(
                user.workspace(),
                SlackMethod.ANNOUNCE,
                client ->
                        client.chatPostMessage(r -> r.channel(chat.getChannel().getId())
                                .text(CardBlocks.text(answer))
                                .blocks(CardBlocks.blocks(answer))));
    }

    @Override
    public void announce(Channel channel, String sentence) {
        calls.call(
                channel,
                SlackMethod.ANNOUNCE,
                client -> client.chatPostMessage(
                        r -> r.channel(channel.id()).text(CardBlocks.text(PrivateAnswer.of(sentence)))));
    }

    /** Why it could not be said in the channel. Whatever it is, the token included: a {@code response_url} needs no token. */
    private Optional<String> refused(ChatUser user, String channel, PrivateAnswer answer) {
        try {
            ChatPostEphemeralResponse told = posted(user, channel, answer);
            return told.isOk() ? Optional.empty() : Optional.of(told.getError());
        } catch (Rejected | CredentialsRefused e) {
            return Optional.of(e.said());
        }
    }

    private ChatPostEphemeralResponse posted(ChatUser user, String channel, PrivateAnswer answer) {
        return calls.call(
                user.workspace(),
                SlackMethod.TELL,
                client -> client.chatPostEphemeral(r -> r.channel(channel)
                        .user(user.id())
                        .text(CardBlocks.text(answer))
                        .blocks(CardBlocks.blocks(answer))));
    }

    private static String message(PrivateAnswer answer) {
        JsonObject message = new JsonObject();
        message.addProperty("response_type", "ephemeral");
        message.addProperty("replace_original", false);
        message.addProperty("text", CardBlocks.text(answer));
        message.add("blocks", GSON.toJsonTree(CardBlocks.blocks(answer)));
        return message.toString();
    }
}
