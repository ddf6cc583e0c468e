package dev.belay.teams;

import dev.belay.card.Card;
import dev.belay.chat.Channel;
import dev.belay.chat.ChannelDraft;
import dev.belay.chat.Chat;
import dev.belay.chat.ChatUser;
import dev.belay.chat.ConversationId;
import dev.belay.chat.Crowding;
import dev.belay.chat.Fitting;
import dev.belay.chat.Installations;
import dev.belay.chat.Limits;
import dev.belay.chat.Member;
import dev.belay.chat.Platform;
import dev.belay.chat.PostedCard;
import dev.belay.chat.PrivateAnswer;
import dev.belay.chat.TeamView;
import dev.belay.health.Counters;
import dev.belay.settings.ChatSettings;
import dev.belay.settings.TeamsSettings;
import dev.belay.teams.call.Credentials;
import dev.belay.teams.call.TeamsCalls;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** Microsoft Teams as a chat platform. */
public final class TeamsChat implements Chat {
    private final TeamsEndpoints endpoints;
    private final TeamsChannels channels;
    private final TeamsFittings fittings;
    private final TeamsMessages messages;
    private final TeamsAnswers answers;
    private final TeamsMembers members;

    /**
     * @param settings which app is ours, and where Graph is
     * @param services where Microsoft's other services are
     */
    public TeamsChat(
            Credentials credentials,
            Supplier<ChatSettings> settings,
            Supplier<TeamsSettings> services,
            Installations installations,
            Limits limits,
            Counters counters,
            Clock clock) {
        TeamsCalls calls = new TeamsCalls(credentials, settings, services, limits, counters, clock);
        this.endpoints = new TeamsEndpoints(settings, services, installations, clock);
        this.channels = new TeamsChannels(calls, endpoints);
        this.messages = new TeamsMessages(calls, endpoints);
        this.members = new TeamsMembers(calls, endpoints);
        this.fittings = new TeamsFittings(calls, endpoints, services, messages, members);
        this.answers = new TeamsAnswers(calls, endpoints);
    }

    @Override
    public Platform platform() {
        return Platform.TEAMS;
    }

    @Override
    public String self(String workspace) {
        return endpoints.self();
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
        answers.tell(user, at, responseUrl, answer);
    }

    @Override
    public void announce(Channel channel, String sentence) {
        messages.announce(channel, sentence);
    }

    @Override
    public Member member(ChatUser user, String channel, Optional<String> responseUrl) {
        return members.member(user, channel, responseUrl);
    }

    @Override
    public Optional<Crowding> crowding(Channel channel) {
        return Optional.of(channels.crowding(channel));
    }

    @Override
    public Optional<TeamView> view(String workspace, String team, URI service) {
        return channels.view(workspace, team, service);
    }

    @Override
    public String link(Channel channel, Optional<String> thread) {
        return endpoints.link(channel, thread);
    }
}
