package dev.belay.simulator.teams.graph;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import dev.belay.simulator.http.Response;
import dev.belay.simulator.teams.call.Operation;
import dev.belay.simulator.teams.tenant.Channel;
import dev.belay.simulator.teams.tenant.Person;
import dev.belay.simulator.teams.tenant.Tenant;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Channels of a team: made, found, changed (learn.microsoft.com/graph/api: channel-post, channel-list, channel-get, channel-patch). */
final class ChannelOperations {
    /** The channels of a team, archived and lately deleted ones included (…/microsoftteams/limits-specifications-teams). */
    private static final int MOST = 1000;

    private static final int LONGEST_DESCRIPTION = 1024;
    private static final Pattern OWNER = Pattern.compile(".*/users(?:\\('([^']+)'\\)|/([^/']+))");

    private final Tenant tenant;
    private final GraphAccess gate;
    private final GraphJson json;

    ChannelOperations(Tenant tenant, GraphAccess gate, GraphJson json) {
        this.tenant = tenant;
        this.gate = gate;
        this.json = json;
    }

    List<Operation> all() {
        return List.of(
                gate.operation(
                        "createChannel",
                        "POST /teams/{team}/channels",
                        RequiredPermissions.CREATE_CHANNEL,
                        this::create),
                gate.operation(
                        "listChannels", "GET /teams/{team}/channels", RequiredPermissions.READ_CHANNELS, this::list),
                gate.operation(
                        "getChannel",
                        "GET /teams/{team}/channels/{channel}",
                        RequiredPermissions.READ_CHANNELS,
                        this::get),
                gate.operation(
                        "updateChannel",
                        "PATCH /teams/{team}/channels/{channel}",
                        RequiredPermissions.CHANGE_CHANNELS,
                        this::update));
    }

    private Response create(GraphCall call) {
        JsonObject body = call.body(List.of(
                "@odata.type", "displayName", "description", "membershipType", "members", "isFavoriteByDefault"));
        Channel.Kind kind = kind(GraphCall.text(body, "membershipType"));
        String name = GraphCall.text(body, "displayName");
        String description = description(body);
        ChannelName.check(name, call.team(), "");
        if (call.team().counted().size() >= MOST) {
            throw GraphErrors.full();
        }
        if (call.team().isArchived()) {
            throw GraphErrors.badRequest("Team has to be active.");
        }
        List<String> owners = kind == Channel.Kind.STANDARD ? List.of() : List.of(owner(body, call));
        Channel made = call.team().create(name, description, kind);
        made.members().addAll(owners);
        return GraphJson.object(201, call.context("channels"), json.channel(made));
    }

    private static Channel.Kind kind(String word) {
        return switch (word) {
            case "", "standard" -> Channel.Kind.STANDARD;
            case "private" -> Channel.Kind.PRIVATE;
            case "shared" -> Channel.Kind.SHARED;
            default -> throw GraphErrors.badRequest("Invalid value for the property 'membershipType'.");
        };
    }

    private static String description(JsonObject body) {
        String description = GraphCall.text(body, "description");
        if (description.length() > LONGEST_DESCRIPTION) {
            throw GraphErrors.badRequest("Channel description is longer than " + LONGEST_DESCRIPTION + " characters.");
        }
        return description;
    }

    /** A private or shared channel that an app makes needs an owner. */
    private String owner(JsonObject body, GraphCall call) {
        return body.getArray("members", new JsonArray()).stream()
                .filter(JsonObject.class::isInstance)
                .map(JsonObject.class::cast)
                .filter(member -> member.getArray("roles", new JsonArray()).contains("owner"))
                .map(member -> OWNER.matcher(member.getString("user@odata.bind", "")))
                .filter(Matcher::matches)
                .map(matcher -> matcher.group(1) == null ? matcher.group(2) : matcher.group(1))
                .flatMap(id -> tenant.person(id).stream())
                .map(Person::id)
                .filter(id -> call.team().members().contains(id))
                .findFirst()
                .orElseThrow(() -> GraphErrors.badRequest("Channel needs an owner who is a member of the team."));
    }

    private Response list(GraphCall call) {
        call.allowOptions(List.of("$filter", "$select", "$expand"));
        String filter = call.call().query("$filter").orElse("");
        List<JsonObject> channels = call.team().channels().stream()
                .filter(channel -> passes(channel, filter))
                .map(json::channel)
                .map(channel -> selected(channel, call.call().query("$select").orElse("")))
                .toList();
        return GraphJson.list(call.context("channels"), channels, "");
    }

    private static boolean passes(Channel channel, String filter) {
        Matcher equality = Pattern.compile("(\\w+) eq '(.*)'").matcher(filter);
        if (filter.isEmpty()) {
            return true;
        }
        if (!equality.matches()) {
            throw GraphErrors.badRequest("Invalid filter clause.");
        }
        String value = equality.group(2).replace("''", "'");
        return switch (equality.group(1)) {
            case "membershipType" ->
                channel.kind().name().toLowerCase(Locale.ROOT).equals(value);
            case "displayName" -> channel.name().equals(value);
            default -> throw GraphErrors.badRequest("Invalid filter clause.");
        };
    }

    private static JsonObject selected(JsonObject object, String select) {
        if (!select.isEmpty()) {
            object.keySet().retainAll(List.of(select.split(",")));
        }
        return object;
    }

    private Response get(GraphCall call) {
        call.allowOptions(List.of("$select", "$expand", "$filter"));
        JsonObject channel = json.channel(call.channel());
        return GraphJson.object(
                200,
                call.context("channels"),
                selected(channel, call.call().query("$select").orElse("")));
    }

    private Response update(GraphCall call) {
        JsonObject body = call.body(
                List.of("@odata.type", "displayName", "description", "isFavoriteByDefault", "moderationSettings"));
        Channel channel = call.channel();
        if (channel.isArchived()) {
            throw GraphErrors.badRequest("Channel is archived.");
        }
        String description = description(body);
        if (body.has("displayName")) {
            rename(channel, GraphCall.text(body, "displayName"));
        }
        if (body.has("description")) {
            channel.describe(description);
        }
        return Response.empty(204);
    }

    private static void rename(Channel channel, String name) {
        if (channel.id().equals(channel.team().threadId())) {
            throw GraphErrors.badRequest("The General channel cannot be renamed.");
        }
        ChannelName.check(name, channel.team(), channel.id());
        channel.rename(name);
    }
}
