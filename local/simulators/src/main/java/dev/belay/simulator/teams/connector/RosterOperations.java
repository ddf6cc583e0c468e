package dev.belay.simulator.teams.connector;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonWriter;
import dev.belay.simulator.http.Response;
import dev.belay.simulator.teams.call.Call;
import dev.belay.simulator.teams.call.Operation;
import dev.belay.simulator.teams.limit.Limit;
import dev.belay.simulator.teams.tenant.Channel;
import dev.belay.simulator.teams.tenant.Person;
import dev.belay.simulator.teams.tenant.Team;
import dev.belay.simulator.teams.tenant.Tenant;
import java.util.List;

/** Who is in a conversation, and what a team is (…/bots/how-to/get-teams-context). */
final class RosterOperations {
    private static final int FEWEST = 50;
    private static final int MOST = 500;

    private final Tenant tenant;
    private final ConnectorAccess gate;

    RosterOperations(Tenant tenant, ConnectorAccess gate) {
        this.tenant = tenant;
        this.gate = gate;
    }

    List<Operation> all() {
        return List.of(
                Operation.of(
                        "getConversationMember", "GET /v3/conversations/{conversation}/members/{member}", this::member),
                Operation.of(
                        "getConversationPagedMembers", "GET /v3/conversations/{conversation}/pagedmembers", this::page),
                Operation.of("getTeam", "GET /v3/teams/{team}", this::team),
                Operation.of("getTeamConversations", "GET /v3/teams/{team}/conversations", this::channels));
    }

    /** A member by their id in conversations, their object id or their user principal name, which may not be their address. */
    private Response member(Call call) {
        gate.demand(call);
        return tenant.atomically(() -> {
            Person found = roster(call).stream()
                    .filter(person ->
                            person.is(call.place("member")) || person.upn().equalsIgnoreCase(call.place("member")))
                    .findFirst()
                    .orElseThrow(ConnectorErrors::noMember);
            return Response.json(200, JsonWriter.string(found.account()));
        });
    }

    private List<Person> roster(Call call) {
        Place place = Place.of(tenant, call.place("conversation"));
        gate.count(Limit.ASK, call.place("conversation"));
        return place.roster(tenant);
    }

    private Response page(Call call) {
        gate.demand(call);
        return tenant.atomically(() -> {
            List<Person> all = roster(call);
            int from = number(call, "continuationToken", 0, 0, all.size());
            int to = Math.min(all.size(), from + number(call, "pageSize", MOST, FEWEST, MOST));
            JsonArray members = new JsonArray();
            all.subList(from, to).forEach(person -> members.add(person.account()));
            JsonObject answer = new JsonObject();
            if (to < all.size()) {
                answer.put("continuationToken", String.valueOf(to));
            }
            answer.put("members", members);
            return Response.json(200, JsonWriter.string(answer));
        });
    }

    private static int number(Call call, String name, int otherwise, int least, int most) {
        try {
            int number = call.query(name).map(Integer::parseInt).orElse(otherwise);
            return Math.clamp(number, least, most);
        } catch (NumberFormatException e) {
            throw ConnectorErrors.badArgument(name + " is not valid.");
        }
    }

    private Team own(Call call) {
        Team team = tenant.team(call.place("team"))
                .filter(each -> each.threadId().equals(call.place("team")))
                .orElseThrow(ConnectorErrors::noConversation);
        if (!team.hasApp()) {
            throw ConnectorErrors.notInRoster();
        }
        gate.count(Limit.ASK, team.threadId());
        return team;
    }

    private Response team(Call call) {
        gate.demand(call);
        return tenant.atomically(() -> {
            Team team = own(call);
            JsonObject answer = new JsonObject();
            answer.put("id", team.threadId());
            answer.put("name", team.name());
            answer.put("aadGroupId", team.id());
            answer.put("channelCount", team.channels().size());
            answer.put("memberCount", team.members().size());
            answer.put("type", "standard");
            answer.put("tenantId", tenant.id());
            return Response.json(200, JsonWriter.string(answer));
        });
    }

    private Response channels(Call call) {
        gate.demand(call);
        return tenant.atomically(() -> {
            JsonArray channels = new JsonArray();
            Team team = own(call);
            team.channels().stream()
                    .filter(channel -> channel.kind() != Channel.Kind.PRIVATE)
                    .forEach(channel -> channels.add(json(team, channel)));
            JsonObject answer = new JsonObject();
            answer.put("conversations", channels);
            return Response.json(200, JsonWriter.string(answer));
        });
    }

    /** The General channel bears no name, because each client translates it. */
    private static JsonObject json(Team team, Channel channel) {
        JsonObject json = new JsonObject();
        json.put("id", channel.id());
        json.put("name", channel.id().equals(team.threadId()) ? null : channel.name());
        json.put("type", channel.kind() == Channel.Kind.SHARED ? "shared" : "standard");
        return json;
    }
}
