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
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The teams that our app is installed in: how full they are, and what they show. */
final class InstalledTeams implements Teams {
    /** Of a team, archived and lately deleted ones included (learn.microsoft.com/microsoftteams/limits-specifications-teams). */
    private static final int MOST = 1000;

    private final TeamsCalls calls;
    private final TeamsEndpoints endpoints;
    private final TeamsChannels channels;

    InstalledTeams(TeamsCalls calls, TeamsEndpoints endpoints, TeamsChannels channels) {
        this.calls = calls;
        this.endpoints = endpoints;
        this.channels = channels;
    }

    @Override
    public ChannelQuota quota(Channel channel) {
        int held =
                channels.all(channel.workspace(), TeamsEndpoints.team(channel)).size();
        return new ChannelQuota(name(channel), held, MOST);
    }

    /**
     * By the bot's own eyes: what only a permission on a team shows is not shown where the app was removed from it. Every team has
     * a General channel, so a list of none tells nothing.
     */
    @Override
    public Optional<TeamStatus> status(String tenant, String team, ReplyAddress address) {
        URI service = endpoints.service(tenant, Optional.of(address));
        URI conversations = TeamsEndpoints.under(service, "teams/" + TeamsEndpoints.encoded(team) + "/conversations");
        return switch (calls.call(tenant, Operation.VIEW_TEAM, conversations)) {
            case Outcome.Done(JsonObject answer) ->
                Optional.ofNullable(answer.getArray("conversations"))
                        .filter(all -> !all.isEmpty())
                        .map(InstalledTeams::installed);
            case Outcome.Refused refused ->
                refused.code().equals("BotNotInConversationRoster")
                        ? Optional.of(new TeamStatus.AppMissing())
                        : Optional.empty();
        };
    }

    private static TeamStatus installed(JsonArray conversations) {
        Map<String, String> names = new HashMap<>();
        TeamsChannels.objects(conversations)
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
