package dev.belay.simulator.teams.graph;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import dev.belay.simulator.http.Response;
import dev.belay.simulator.teams.call.Operation;
import dev.belay.simulator.teams.tenant.Person;
import dev.belay.simulator.teams.tenant.Tenant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Who is in a team, and who bears a tag of it (learn.microsoft.com/graph/api: team-post-members, teamworktagmember-list). */
final class MemberOperations {
    private static final String TYPE = "#microsoft.graph.aadUserConversationMember";
    private static final String OWNER = "owner";
    private static final Pattern USER = Pattern.compile("https?://.+/users(?:/([^/'()]+)|\\('((?:[^']|'')+)'\\))");

    private final Tenant tenant;
    private final GraphAccess gate;

    MemberOperations(Tenant tenant, GraphAccess gate) {
        this.tenant = tenant;
        this.gate = gate;
    }

    List<Operation> all() {
        return List.of(
                gate.operation("addMember", "POST /teams/{team}/members", RequiredPermissions.ADD_MEMBERS, this::add),
                gate.operation(
                        "listTagMembers",
                        "GET /teams/{team}/tags/{tag}/members",
                        RequiredPermissions.READ_TAGS,
                        this::tagged));
    }

    /** Whoever is in it already stays in it. */
    private Response add(GraphCall call) {
        JsonObject body = call.body(List.of("@odata.type", "roles", "user@odata.bind"));
        if (!GraphCall.text(body, "@odata.type").equals(TYPE)) {
            throw GraphErrors.badRequest("A member is described as " + TYPE + ".");
        }
        List<Object> roles = List.copyOf(body.getArray("roles", new JsonArray()));
        if (!Set.of(OWNER, "guest").containsAll(roles)) {
            throw GraphErrors.badRequest("Invalid role specified for member.");
        }
        if (roles.contains(OWNER) && !tenant.isGranted(RequiredPermissions.MANAGE_OWNERS)) {
            throw GraphErrors.missing(List.of(RequiredPermissions.MANAGE_OWNERS));
        }
        Person person = user(GraphCall.text(body, "user@odata.bind")).orElseThrow(() -> GraphErrors.notFound("user"));
        if (call.team().isArchived()) {
            throw GraphErrors.badRequest("Team is archived.");
        }
        call.team().members().add(person.id());
        return GraphJson.object(201, call.context("members"), member(person));
    }

    /** By object id or user principal name, as a key of OData: a quote in it is doubled. */
    private Optional<Person> user(String bind) {
        Matcher matcher = USER.matcher(bind);
        if (!matcher.matches()) {
            throw GraphErrors.badRequest("Bind requests not supported for containment navigation property.");
        }
        String key = matcher.group(1) == null ? matcher.group(2).replace("''", "'") : matcher.group(1);
        return tenant.people().stream()
                .filter(person -> person.id().equals(key) || person.upn().equalsIgnoreCase(key))
                .filter(person -> !person.deleted()
                        && (person.kind() == Person.Kind.MEMBER || person.kind() == Person.Kind.GUEST))
                .findFirst();
    }

    private static JsonObject member(Person person) {
        JsonObject json = new JsonObject();
        json.put("@odata.type", TYPE);
        json.put("id", "member-" + person.id());
        json.put("roles", new JsonArray());
        json.put("displayName", person.name());
        json.put("userId", person.id());
        json.put("email", person.email().orElse(null));
        json.put("tenantId", person.tenant());
        return json;
    }

    private Response tagged(GraphCall call) {
        Set<String> bearers = call.team().tag(call.call().place("tag")).orElseThrow(() -> GraphErrors.notFound("tag"));
        List<JsonObject> members = tenant.people().stream()
                .filter(person -> bearers.contains(person.id()))
                .map(MemberOperations::tagMember)
                .toList();
        return GraphJson.list(call.context("tags/members"), members, "");
    }

    private static JsonObject tagMember(Person person) {
        JsonObject json = new JsonObject();
        json.put("id", "tagged-" + person.id());
        json.put("tenantId", person.tenant());
        json.put("displayName", person.name());
        json.put("userId", person.id());
        return json;
    }
}
