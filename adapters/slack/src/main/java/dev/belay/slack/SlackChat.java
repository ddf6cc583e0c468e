package dev.belay.slack;

import com.slack.api.methods.response.chat.ChatGetPermalinkResponse;
import dev.belay.card.Card;
import dev.belay.chat.Channel;
import dev.belay.chat.ChannelDraft;
import dev.belay.chat.Chat;
import dev.belay.chat.ChatUser;
import dev.belay.chat.ConversationId;
import dev.belay.chat.Crowding;
import dev.belay.chat.Fitting;
import dev.belay.chat.Limits;
import dev.belay.chat.Member;
import dev.belay.chat.Platform;
import dev.belay.chat.PostedCard;
import dev.belay.chat.PrivateAnswer;
import dev.belay.chat.TeamView;
import dev.belay.failure.Rejected;
import dev.belay.health.Counters;
import dev.belay.settings.ChatSettings;
import dev.belay.slack.call.ResponseUrls;
import dev.belay.slack.call.SlackAddress;
import dev.belay.slack.call.SlackCalls;
import dev.belay.slack.call.SlackClient;
import dev.belay.slack.call.SlackMethod;
import dev.belay.slack.call.SlackTokens;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** Slack as a chat platform. */
public final class SlackChat implements Chat {
    private final SlackCalls calls;
    private final SlackAddress address;
    private final Bots bots;
    private final SlackChannels channels;
    private final SlackFittings fittings;
    private final SlackMessages messages;
    private final SlackAnswers answers;
    private final SlackMembers members;

    /**
     * @param settings whose people are ours
     */
    public SlackChat(
            SlackClient client,
            SlackTokens tokens,
            Supplier<ChatSettings> settings,
            Limits limits,
            Counters counters,
            Clock clock) {
        this.calls = new SlackCalls(client, tokens, limits, counters, clock);
        this.address = client.address();
        this.bots = new Bots(calls);
        this.channels = new SlackChannels(calls, bots);
        this.fittings = new SlackFittings(calls);
        this.messages = new SlackMessages(calls, bots);
        this.answers = new SlackAnswers(calls, new ResponseUrls(client, limits, clock));
        this.members = new SlackMembers(calls, settings);
    }

    @Override
    public Platform platform() {
        return Platform.SLACK;
    }

    @Override
    public String self(String workspace) {
        return bots.of(workspace).user();
    }

    @Override
    public Optional<Channel> createChannel(ChannelDraft draft) {
        return channels.create(draft);
    }

    @Override
    public Optional<Channel> findOwnChannel(ChannelDraft draft) {
        return channels.findOwn(draft);
    }

    @Override
    public void fit(Channel channel, Fitting fitting) {
        fittings.fit(channel, fitting);
    }

    @Override
    public PostedCard post(Channel channel, Card card, String marker) {
        return messages.post(channel, card, marker);
    }

    @Override
    public Optional<PostedCard> findOwnCard(Channel channel, String marker, Instant since) {
        return messages.findOwn(channel, marker, since);
    }

    @Override
    public void update(Channel channel, String message, Card card, String marker) {
        messages.update(channel, message, card, marker);
    }

    @Override
    public void tell(ChatUser user, ConversationId at, Optional<String> responseUrl, PrivateAnswer answer) {
        answers.tell(user, at.channel(), responseUrl, answer);
    }

    @Override
    public void announce(Channel channel, String sentence) {
        messages.announce(channel, sentence);
    }

    /** Slack knows its people in the whole workspace. */
    @Override
    public Member member(ChatUser user, String channel, Optional<String> responseUrl) {
        return members.member(user);
    }

    /** A workspace holds more channels than anyone makes. */
    @Override
    public Optional<Crowding> crowding(Channel channel) {
        return Optional.empty();
    }

    /** A workspace has channels, and no teams that hold them. */
    @Override
    public Optional<TeamView> view(String workspace, String team, URI service) {
        return Optional.empty();
    }

    @Override
    public String link(Channel channel, Optional<String> thread) {
        return thread.flatMap(message -> permalink(channel, message))
                .orElseGet(() -> address.channelLink(channel.workspace(), channel.id()));
    }

    private Optional<String> permalink(Channel channel, String message) {
        try {
            ChatGetPermalinkResponse answer = calls.call(
                    channel.workspace(),
                    SlackMethod.PERMALINK,
                    client ->
                            client.chatGetPermalink(r -> r.channel(channel.id()).messageTs(message)));
            return Optional.ofNullable(answer.getPermalink());
        } catch (Rejected _) {
            return Optional.empty();
        }
    }
}
