package dev.belay.teams;

import com.grack.nanojson.JsonObject;
import dev.belay.chat.Channel;
import dev.belay.chat.Platform;
import dev.belay.failure.OutcomeUnknown;
import dev.belay.failure.Rejected;
import dev.belay.platform.Archiving;
import dev.belay.platform.ChannelDraft;
import dev.belay.platform.ChannelSetup;
import dev.belay.platform.ChannelView;
import dev.belay.platform.Channels;
import dev.belay.platform.Invited;
import dev.belay.platform.Invitee;
import dev.belay.teams.call.Operation;
import dev.belay.teams.call.Outcome;
import dev.belay.teams.call.TeamsCalls;
import dev.belay.teams.endpoint.GraphItems;
import dev.belay.teams.endpoint.TeamsEndpoints;
import dev.belay.teams.person.TeamsInvitations;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Channels in teams. Those that we made are found by the marker in the description, since Graph names no creator. */
final class TeamsChannels implements Channels {
    private final TeamsCalls calls;
    private final TeamsEndpoints endpoints;
    private final ChannelList channels;
    private final TeamsChannelSetup setup;
    private final TeamsInvitations invitations;
    private final ChannelArchive archive;

    TeamsChannels(
            TeamsCalls calls,
            TeamsEndpoints endpoints,
            ChannelList channels,
            TeamsChannelSetup setup,
            TeamsInvitations invitations) {
        this.calls = calls;
        this.endpoints = endpoints;
        this.channels = channels;
        this.setup = setup;
        this.invitations = invitations;
        this.archive = new ChannelArchive(calls, endpoints);
    }

    /** A claim's marker, as a description carries it. */
    static String mark(String marker) {
        return "[belay:" + marker + "]";
    }

    /** Bots cannot be in private channels (learn.microsoft.com/microsoftteams/platform/build-apps-for-shared-private-channels). */
    @Override
    public boolean canBePrivate() {
        return false;
    }

    @Override
    public String self(String workspace) {
        return endpoints.self();
    }

    /** In the first of the draft's teams that is not full. */
    @Override
    public Optional<Channel> create(ChannelDraft draft) {
        if (draft.isPrivate()) {
            throw rejected("bots cannot be in private channels, so none is made: give the route to another platform");
        }
        for (String team : draft.teams()) {
            URI address = endpoints.graph(team, "channels");
            switch (calls.call(draft.workspace(), Operation.CREATE_CHANNEL, address, Optional.of(body(draft)))) {
                case Outcome.Done(JsonObject made) -> {
                    return Optional.of(made(draft, team, made));
                }
                case Outcome.Refused refused
                when isNameTaken(refused) -> {
                    return Optional.empty();
                }
                case Outcome.Refused refused when isFull(refused) -> {}
                case Outcome.Refused refused ->
                    throw refused.rejected(Operation.CREATE_CHANNEL, TeamsCalls.advice(refused));
            }
        }
        throw rejected("every team of the route is full: name further teams in it");
    }

    private static JsonObject body(ChannelDraft draft) {
        JsonObject body = new JsonObject();
        body.put("displayName", draft.name());
        body.put("description", mark(draft.marker()));
        body.put("membershipType", "standard");
        return body;
    }

    private static Channel made(ChannelDraft draft, String team, JsonObject made) {
        if (made.getString("id", "").isEmpty()) {
            throw new OutcomeUnknown(Platform.TEAMS.id(), "Graph answered without a channel");
        }
        return channel(draft.workspace(), team, made);
    }

    private static boolean isNameTaken(Outcome.Refused refused) {
        return refused.code().equals("NameAlreadyExists") || refused.message().contains("name already exist");
    }

    private static boolean isFull(Outcome.Refused refused) {
        return refused.code().equals("MaxChannelLimitReached")
                || refused.message().contains("Maximum number of channels");
    }

    @Override
    public Optional<Channel> findOwn(ChannelDraft draft) {
        Instant since = draft.claimedAt().minus(GraphItems.SKEW);
        for (String team : draft.teams()) {
            Optional<Channel> ours = channels.of(draft.workspace(), team).stream()
                    .filter(found -> found.getString("description", "").contains(mark(draft.marker())))
                    .filter(found -> !GraphItems.created(found).isBefore(since))
                    .map(found -> channel(draft.workspace(), team, found))
                    .findFirst();
            if (ours.isPresent() && !draft.isPrivate()) {
                return ours;
            }
        }
        return Optional.empty();
    }

    @Override
    public void setUp(Channel channel, ChannelSetup part) {
        setup.setUp(channel, part);
    }

    @Override
    public List<Invited> invite(Channel channel, Optional<String> thread, List<Invitee> people) {
        return invitations.invite(channel, people);
    }

    @Override
    public Archiving archive(Channel channel) {
        return archive.become(channel, true);
    }

    @Override
    public boolean canUnarchive() {
        return true;
    }

    @Override
    public Archiving unarchive(Channel channel) {
        return archive.become(channel, false);
    }

    @Override
    public ChannelView look(Channel channel) {
        return archive.look(channel);
    }

    @Override
    public String link(Channel channel, Optional<String> thread) {
        return endpoints.link(channel, thread);
    }

    private static Channel channel(String tenant, String team, JsonObject found) {
        return new Channel(
                Platform.TEAMS,
                tenant,
                Optional.of(team),
                found.getString("id", ""),
                found.getString("displayName", ""));
    }

    private static Rejected rejected(String said) {
        return new Rejected(Platform.TEAMS.id(), said);
    }
}
