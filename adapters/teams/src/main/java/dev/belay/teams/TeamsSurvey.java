package dev.belay.teams;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonWriter;
import dev.belay.chat.Channel;
import dev.belay.chat.ChatUser;
import dev.belay.chat.Member;
import dev.belay.chat.Platform;
import dev.belay.platform.Bearing;
import dev.belay.platform.Mentions;
import dev.belay.platform.SeenChannel;
import dev.belay.platform.Survey;
import dev.belay.record.RecordRef;
import dev.belay.record.SysId;
import dev.belay.team.Installation;
import dev.belay.team.Installations;
import dev.belay.teams.call.Operation;
import dev.belay.teams.call.Outcome;
import dev.belay.teams.call.TeamsCalls;
import dev.belay.teams.endpoint.GraphItems;
import dev.belay.teams.endpoint.TeamsEndpoints;
import dev.belay.teams.endpoint.TeamsSettings;
import dev.belay.teams.person.Roster;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Looks through the channels of the teams that our app is installed in. Graph names no creator; what we made carries our mark, which anybody may write. */
final class TeamsSurvey implements Survey {
    private static final int NOT_FOUND = 404;
    private static final int NEWEST = 50;

    private final TeamsCalls calls;
    private final TeamsEndpoints endpoints;
    private final ChannelList channels;
    private final TeamsSettings services;
    private final Installations installations;
    private final Roster roster;

    TeamsSurvey(
            TeamsCalls calls,
            TeamsEndpoints endpoints,
            ChannelList channels,
            TeamsSettings services,
            Installations installations,
            Roster roster) {
        this.calls = calls;
        this.endpoints = endpoints;
        this.channels = channels;
        this.services = services;
        this.installations = installations;
        this.roster = roster;
    }

    @Override
    public List<String> places(String workspace) {
        return installations.all(Platform.TEAMS, workspace).stream()
                .map(Installation::team)
                .distinct()
                .toList();
    }

    /** A team at once: it holds a thousand channels at most. */
    @Override
    public Page page(String workspace, String place, Optional<String> after) {
        return new Page(
                channels.of(workspace, place).stream()
                        .map(found -> seen(workspace, place, found))
                        .toList(),
                Optional.empty());
    }

    /** Of what is not said to be standard it is not proved who is in it. */
    private static SeenChannel seen(String tenant, String team, JsonObject found) {
        String kind = found.getString("membershipType", "");
        String description = Optional.ofNullable(found.getString("description")).orElse("");
        return new SeenChannel(
                new Channel(
                        Platform.TEAMS,
                        tenant,
                        Optional.of(team),
                        found.getString("id", ""),
                        found.getString("displayName", "")),
                new SeenChannel.Traits(
                        found.getBoolean("isArchived", false),
                        !kind.equals("standard"),
                        kind.equals("shared"),
                        kind.equals("standard")),
                new SeenChannel.Origin(
                        false, TeamsChannels.markIn(description), Optional.empty(), GraphItems.created(found)),
                description);
    }

    @Override
    public Optional<SeenChannel> show(Channel channel) {
        return switch (calls.call(channel.workspace(), Operation.LOOK_AT_CHANNEL, endpoints.graph(channel, ""))) {
            case Outcome.Done(JsonObject found) ->
                Optional.of(seen(channel.workspace(), TeamsEndpoints.team(channel), found));
            case Outcome.Refused refused when refused.status() == NOT_FOUND -> Optional.empty();
            case Outcome.Refused refused ->
                throw refused.rejected(Operation.LOOK_AT_CHANNEL, TeamsCalls.advice(refused));
        };
    }

    /** Where the settings let our tab be put there; a thread in a shared channel has none. */
    @Override
    public boolean canBear(Optional<String> thread) {
        return services.catalogApp().isPresent() && thread.isEmpty();
    }

    /** The tab of our app; any app may have a tab like ours. */
    @Override
    public Bearing bearing(Channel channel, Optional<String> thread, String card) {
        Optional<String> app = services.catalogApp();
        if (app.isEmpty() || !canBear(thread)) {
            return new Bearing.Untold();
        }
        JsonObject there = calls.need(
                channel.workspace(), Operation.LIST_TABS, endpoints.graph(channel, GraphItems.TABS), Optional.empty());
        return GraphItems.objects(there.getArray("value", new JsonArray())).stream()
                .filter(tab -> GraphItems.isOfApp(tab, app.get()))
                .map(tab -> tab.getObject("configuration", new JsonObject()).getString("entityId"))
                .flatMap(Stream::ofNullable)
                .flatMap(entity -> borne(entity).stream())
                .findFirst()
                .<Bearing>map(Bearing.Bears::new)
                .orElseGet(Bearing.Nothing::new);
    }

    private static Optional<RecordRef> borne(String entity) {
        int colon = entity.indexOf(':');
        return colon > 0 && RecordRef.isTable(entity.substring(0, colon)) && SysId.isSysId(entity.substring(colon + 1))
                ? Optional.of(RecordRef.of(entity.substring(0, colon), entity.substring(colon + 1)))
                : Optional.empty();
    }

    /** As the roster shows them, which says of each who they are. */
    @Override
    public Company company(Channel channel, Function<ChatUser, Member> member) {
        return Company.of(roster.all(channel), true);
    }

    @Override
    public boolean mentions(SeenChannel channel, List<String> words) {
        if (Mentions.in(channel.says(), words)) {
            return true;
        }
        JsonObject page = calls.need(
                channel.channel().workspace(),
                Operation.LIST_MESSAGES,
                endpoints.graph(channel.channel(), "/messages?$top=" + NEWEST),
                Optional.empty());
        return GraphItems.objects(page.getArray("value", new JsonArray())).stream()
                .map(TeamsSurvey::content)
                .anyMatch(content -> Mentions.in(content, words));
    }

    /** What a message says, its cards included. */
    private static String content(JsonObject message) {
        return message.getObject("body", new JsonObject()).getString("content", "")
                + JsonWriter.string(message.getArray("attachments", new JsonArray()));
    }
}
