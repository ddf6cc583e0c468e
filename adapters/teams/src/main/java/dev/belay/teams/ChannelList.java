package dev.belay.teams;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import dev.belay.teams.call.Operation;
import dev.belay.teams.call.TeamsCalls;
import dev.belay.teams.endpoint.GraphItems;
import dev.belay.teams.endpoint.TeamsEndpoints;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lists a team's channels, page after page. */
final class ChannelList {
    private final TeamsCalls calls;
    private final TeamsEndpoints endpoints;

    ChannelList(TeamsCalls calls, TeamsEndpoints endpoints) {
        this.calls = calls;
        this.endpoints = endpoints;
    }

    List<JsonObject> of(String tenant, String team) {
        List<JsonObject> channels = new ArrayList<>();
        Optional<URI> next = Optional.of(endpoints.graph(team, "channels"));
        while (next.isPresent()) {
            JsonObject page = calls.need(tenant, Operation.LIST_CHANNELS, next.get(), Optional.empty());
            GraphItems.objects(page.getArray("value", new JsonArray())).forEach(channels::add);
            next = Optional.ofNullable(page.getString("@odata.nextLink")).map(endpoints::nextPage);
        }
        return channels;
    }
}
