package dev.belay.slack;

import com.slack.api.methods.response.chat.ChatGetPermalinkResponse;
import com.slack.api.methods.response.conversations.ConversationsCreateResponse;
import com.slack.api.methods.response.conversations.ConversationsInfoResponse;
import com.slack.api.methods.response.users.UsersConversationsResponse;
import com.slack.api.model.Conversation;
import com.slack.api.model.ConversationType;
import dev.belay.chat.Channel;
import dev.belay.chat.Platform;
import dev.belay.failure.CredentialsRefused;
import dev.belay.failure.OutcomeUnknown;
import dev.belay.failure.Rejected;
import dev.belay.platform.Archiving;
import dev.belay.platform.ChannelDraft;
import dev.belay.platform.ChannelSetup;
import dev.belay.platform.ChannelView;
import dev.belay.platform.ChannelView.State;
import dev.belay.platform.Channels;
import dev.belay.platform.Invited;
import dev.belay.platform.Invitee;
import dev.belay.slack.Pages.Page;
import dev.belay.slack.call.SlackAddress;
import dev.belay.slack.call.SlackCalls;
import dev.belay.slack.call.SlackMethod;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Makes channels, finds again the ones that we made, sets them up, links to them, looks at them and archives them. */
final class SlackChannels implements Channels {
    /** How far Slack's clock and ours may be apart. */
    static final Duration SKEW = Duration.ofSeconds(30);

    private static final int PAGE = 200;

    private final SlackCalls calls;
    private final SlackAddress address;
    private final Bots bots;
    private final SlackChannelSetup setup;
    private final SlackInvitations invitations;

    SlackChannels(SlackCalls calls, SlackAddress address, Bots bots, SlackInvitations invitations) {
        this.calls = calls;
        this.address = address;
        this.bots = bots;
        this.setup = new SlackChannelSetup(calls);
        this.invitations = invitations;
    }

    @Override
    public boolean canBePrivate() {
        return true;
    }

    @Override
    public String self(String workspace) {
        return bots.of(workspace).user();
    }

    @Override
    public Optional<Channel> create(ChannelDraft draft) {
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
            throw new OutcomeUnknown(Platform.SLACK.id(), "conversations.create answered without a channel");
        }
        return Optional.of(channel(workspace, answer.getChannel()));
    }

    /** Ours is what our bot created under that name since the claim; one that was archived since is of no use. */
    @Override
    public Optional<Channel> findOwn(ChannelDraft draft) {
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

    @Override
    public void setUp(Channel channel, ChannelSetup part) {
        setup.setUp(channel, part);
    }

    @Override
    public List<Invited> invite(Channel channel, Optional<String> thread, List<Invitee> people) {
        return invitations.invite(channel, thread, people);
    }

    /** Bots thereby leave the channel: of a private one they see nothing any more. */
    @Override
    public Archiving archive(Channel channel) {
        calls.call(channel, SlackMethod.ARCHIVE, client -> client.conversationsArchive(r -> r.channel(channel.id())));
        return Archiving.DONE;
    }

    /** {@code conversations.unarchive} takes no bot's token (docs.slack.dev/reference/methods/conversations.unarchive). */
    @Override
    public boolean canUnarchive() {
        return false;
    }

    @Override
    public Archiving unarchive(Channel channel) {
        throw new Rejected(
                Platform.SLACK.id(), "no app can unarchive a channel: let somebody do it in " + channel.id());
    }

    @Override
    public ChannelView look(Channel channel) {
        ConversationsInfoResponse answer = calls.call(
                channel, SlackMethod.LOOK_AT_CHANNEL, client -> client.conversationsInfo(r -> r.channel(channel.id())));
        return answer.isOk() && answer.getChannel() != null
                ? view(answer.getChannel())
                : ChannelView.hidden(State.DELETED);
    }

    /** Whoever is archived out of a channel is no member of it. */
    private static ChannelView view(Conversation seen) {
        State in = seen.isMember() ? State.LIVE : State.APP_REMOVED;
        return new ChannelView(
                seen.isArchived() ? State.ARCHIVED : in,
                Optional.ofNullable(seen.getName()).orElse(""));
    }

    /** A thread that Slack gives no link for is linked by its channel. */
    @Override
    public String link(Channel channel, Optional<String> thread) {
        return thread.flatMap(message -> permalink(channel, message))
                .orElseGet(() -> address.channelLink(channel.workspace(), channel.id()));
    }

    private Optional<String> permalink(Channel channel, String message) {
        try {
            ChatGetPermalinkResponse answer = calls.call(
                    channel,
                    SlackMethod.PERMALINK,
                    client ->
                            client.chatGetPermalink(r -> r.channel(channel.id()).messageTs(message)));
            return Optional.ofNullable(answer.getPermalink());
        } catch (Rejected | CredentialsRefused _) {
            return Optional.empty();
        }
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
