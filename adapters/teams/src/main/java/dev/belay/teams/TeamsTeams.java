package dev.belay.teams;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import dev.belay.chat.Channel;
import dev.belay.chat.ReplyAddress;
import dev.belay.team.ChannelQuota;
import dev.belay.team.TeamStatus;
import dev.belay.team.Teams;
import dev.belay.teams.call.Operation;
import dev.belay.teams.call.Outcome;
import dev.belay.teams.call.TeamsCalls;
import dev.belay.teams.endpoint.GraphItems;
import dev.belay.teams.endpoint.TeamsEndpoints;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What Teams tells of its teams: how many channels they hold, and whether our app is in them. */
final class TeamsTeams implements Teams {
    /** Of a team, archived and lately deleted ones included (learn.microsoft.com/microsoftteams/limits-specifications-teams). */
    private static final int MOST = 1000;

    private final TeamsCalls calls;
    private final TeamsEndpoints endpoints;
    private final ChannelList channels;

    TeamsTeams(TeamsCalls calls, TeamsEndpoints endpoints, ChannelList channels) {
        this.calls = calls;
        this.endpoints = endpoints;
        this.channels = channels;
    }

    @Override
    public ChannelQuota quota(Channel channel) {
        int held =
                channels.of(channel.workspace(), TeamsEndpoints.team(channel)).size();
        return new ChannelQuota(name(channel), held, MOST);
    }

    /**
     * Asked of the Bot Connector: Graph, which needs a permission on the team, tells nothing once the app was removed from it. Every
     * team has a General channel, so an empty list tells nothing.
     */
    @Override
    public Optional<TeamStatus> status(String workspace, String team, ReplyAddress address) {
        URI conversations = TeamsEndpoints.under(
                TeamsEndpoints.uri(address), "teams/" + TeamsEndpoints.encoded(team) + "/conversations");
        return switch (calls.call(workspace, Operation.VIEW_TEAM, conversations)) {
            case Outcome.Done(JsonObject answer) ->
                Optional.ofNullable(answer.getArray("conversations"))
                        .filter(listed -> !listed.isEmpty())
                        .map(TeamsTeams::installed);
            case Outcome.Refused refused ->
                refused.code().equals("BotNotInConversationRoster")
                        ? Optional.of(new TeamStatus.AppMissing())
                        : Optional.empty();
        };
    }

    private static TeamStatus installed(JsonArray conversations) {
        Map<String, String> names = new HashMap<>();
        GraphItems.objects(conversations)
                .forEach(each -> names.put(each.getString("id", ""), each.getString("name", "")));
        return new TeamStatus.AppInstalled(names);
    }

    private String name(Channel channel) {
        return endpoints
                .installation(channel)
                .map(team -> calls.need(
                        channel.workspace(),
                        Operation.READ_TEAM,
                        endpoints.bot(channel, "teams/" + TeamsEndpoints.encoded(team.conversation())),
                        Optional.empty()))
                .map(team -> team.getString("name", ""))
                .filter(name -> !name.isBlank())
                .orElseGet(() -> "The team " + TeamsEndpoints.team(channel));
    }
}
