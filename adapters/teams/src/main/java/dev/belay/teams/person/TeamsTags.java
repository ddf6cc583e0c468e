package dev.belay.teams.person;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import dev.belay.chat.ChatUser;
import dev.belay.chat.Platform;
import dev.belay.teams.call.Operation;
import dev.belay.teams.call.TeamsCalls;
import dev.belay.teams.endpoint.GraphItems;
import dev.belay.teams.endpoint.TeamsEndpoints;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads who bears a tag of a team. */
final class TeamsTags {
    private final TeamsCalls calls;
    private final TeamsEndpoints endpoints;

    TeamsTags(TeamsCalls calls, TeamsEndpoints endpoints) {
        this.calls = calls;
        this.endpoints = endpoints;
    }

    /** The people of a tag (learn.microsoft.com/graph/api/teamworktagmember-list). */
    List<ChatUser> people(String tenant, String team, String tag) {
        List<ChatUser> users = new ArrayList<>();
        Optional<URI> next = Optional.of(endpoints.graph(team, "tags/" + TeamsEndpoints.encoded(tag) + "/members"));
        while (next.isPresent()) {
            JsonObject page = calls.need(tenant, Operation.LIST_TAG_MEMBERS, next.get(), Optional.empty());
            GraphItems.objects(page.getArray("value", new JsonArray())).stream()
                    .map(member -> member.getString("userId", ""))
                    .filter(id -> !id.isEmpty())
                    .map(id -> new ChatUser(Platform.TEAMS, tenant, id.toLowerCase(Locale.ROOT)))
                    .forEach(users::add);
            next = Optional.ofNullable(page.getString("@odata.nextLink")).map(endpoints::nextPage);
        }
        return users;
    }
}
