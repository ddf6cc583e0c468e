package dev.belay.slack;

import com.slack.api.methods.response.conversations.ConversationsHistoryResponse;
import com.slack.api.methods.response.conversations.ConversationsRepliesResponse;
import com.slack.api.model.Message;
import dev.belay.chat.Channel;
import dev.belay.slack.Pages.Page;
import dev.belay.slack.call.SlackCalls;
import dev.belay.slack.call.SlackMethod;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Finds messages of ours by the marker in their metadata. Anybody may put metadata on a message: it is believed of our own only. */
final class OwnMessages {
    private static final int PAGE = 200;

    private final SlackCalls calls;
    private final Bots bots;

    OwnMessages(SlackCalls calls, Bots bots) {
        this.calls = calls;
        this.bots = bots;
    }

    /**
     * The message of ours in a channel, or in a thread of it, that carries this marker and is not older.
     *
     * @param event what kind of message it is
     */
    Optional<Message> find(Channel channel, Optional<String> thread, String event, String marker, Instant since) {
        Bots.Bot bot = bots.of(channel.workspace());
        String oldest = since.minus(SlackChannels.SKEW).getEpochSecond() + ".000000";
        return Pages.find(
                cursor -> thread.map(root -> replies(channel, root, oldest, cursor))
                        .orElseGet(() -> history(channel, oldest, cursor)),
                message -> isOf(bot, message)
                        && marker.equals(payload(message, event).get("marker")));
    }

    private Page<Message> history(Channel channel, String oldest, Optional<String> cursor) {
        ConversationsHistoryResponse answer = calls.call(
                channel,
                SlackMethod.HISTORY,
                client -> client.conversationsHistory(r -> r.channel(channel.id())
                        .oldest(oldest)
                        .inclusive(true)
                        .includeAllMetadata(true)
                        .limit(PAGE)
                        .cursor(cursor.orElse(null))));
        return Page.of(answer.getMessages(), answer.getResponseMetadata());
    }

    private Page<Message> replies(Channel channel, String thread, String oldest, Optional<String> cursor) {
        ConversationsRepliesResponse answer = calls.call(
                channel,
                SlackMethod.REPLIES,
                client -> client.conversationsReplies(r -> r.channel(channel.id())
                        .ts(thread)
                        .oldest(oldest)
                        .inclusive(true)
                        .includeAllMetadata(true)
                        .limit(PAGE)
                        .cursor(cursor.orElse(null))));
        return Page.of(answer.getMessages(), answer.getResponseMetadata());
    }

    static boolean isOf(Bots.Bot bot, Message message) {
        return bot.user().equals(message.getUser())
                || bot.bot().filter(id -> id.equals(message.getBotId())).isPresent();
    }

    static Map<String, Object> payload(Message message, String event) {
        Message.Metadata metadata = message.getMetadata();
        return metadata == null || !event.equals(metadata.getEventType()) || metadata.getEventPayload() == null
                ? Map.of()
                : metadata.getEventPayload();
    }
}
