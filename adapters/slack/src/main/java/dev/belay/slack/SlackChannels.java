package dev.belay.slack;

import com.slack.api.methods.response.conversations.ConversationsCreateResponse;
import com.slack.api.methods.response.users.UsersConversationsResponse;
import com.slack.api.model.Conversation;
import com.slack.api.model.ConversationType;
import dev.belay.chat.Channel;
import dev.belay.chat.ChannelDraft;
import dev.belay.chat.Platform;
import dev.belay.failure.OutcomeUnknown;
import dev.belay.slack.Pages.Page;
import dev.belay.slack.call.SlackCalls;
import dev.belay.slack.call.SlackMethod;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Makes channels, and finds again the ones that we made. */
final class SlackChannels {
    /** How far Slack's clock and ours may be apart. */
    static final Duration SKEW = Duration.ofSeconds(30);

    private static final int PAGE = 200;

    private final SlackCalls calls;
    private final Bots bots;

    SlackChannels(SlackCalls calls, Bots bots) {
        this.calls = calls;
        this.bots = bots;
    }

    Optional<Channel> create(ChannelDraft draft) {
        String workspace = draft.workspace();
        Optional<String> team = bots.of(workspace).team();
        ConversationsCreateResponse answer = calls.call(
                workspace,
                SlackMethod.CREATE_CHANNEL,
                client -> client.conversationsCreate(
                        r -> r.name(draft.name()).isPrivate(draft.isPrivate()).teamId(team.orElse(null))));
        if (!answer.isOk()) {
            return Optional.empty();
        }
        if (answer.getChannel() == null || answer.getChannel().getId() == null) {
            throw new OutcomeUnknown(Platform.SLACK.word(), "conversations.create answered without a channel");
        }
        return Optional.of(channel(workspace, answer.getChannel()));
    }

    /** Ours is what our bot created under that name since the claim; one that was archived since is of no use. */
    Optional<Channel> findOwn(ChannelDraft draft) {
        Bots.Bot bot = bots.of(draft.workspace());
        long since = draft.claimedAt().minus(SKEW).getEpochSecond();
        return Pages.find(
                        cursor -> page(draft, bot, cursor),
                        found -> draft.name().equals(found.getName())
                                && bot.user().equals(found.getCreator())
                                && found.getCreated() != null
                                && found.getCreated() >= since)
                .map(found -> channel(draft.workspace(), found));
    }

    private Page<Conversation> page(ChannelDraft draft, Bots.Bot bot, Optional<String> cursor) {
        ConversationType type = draft.isPrivate() ? ConversationType.PRIVATE_CHANNEL : ConversationType.PUBLIC_CHANNEL;
        UsersConversationsResponse answer = calls.call(
                draft.workspace(),
                SlackMethod.OWN_CHANNELS,
                client -> client.usersConversations(r -> r.types(List.of(type))
                        .excludeArchived(true)
                        .limit(PAGE)
                        .cursor(cursor.orElse(null))
                        .teamId(bot.team().orElse(null))));
        return Page.of(answer.getChannels(), answer.getResponseMetadata());
    }

    private static Channel channel(String workspace, Conversation made) {
        return new Channel(Platform.SLACK, workspace, Optional.empty(), made.getId(), made.getName());
    }
}
