package dev.belay.simulator.teams.graph;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonWriter;
import dev.belay.simulator.http.Response;
import dev.belay.simulator.teams.tenant.Channel;
import dev.belay.simulator.teams.tenant.Tab;
import dev.belay.simulator.teams.tenant.Team;
import dev.belay.simulator.teams.tenant.TeamsApp;
import dev.belay.simulator.teams.tenant.Tenant;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** The forms in which Graph shows teams, channels and tabs (learn.microsoft.com/graph/api/resources). */
final class GraphJson {
    private final Tenant tenant;

    GraphJson(Tenant tenant) {
        this.tenant = tenant;
    }

    static Response object(int status, String context, JsonObject object) {
        JsonObject answer = new JsonObject();
        answer.put("@odata.context", context + "/$entity");
        answer.putAll(object);
        return Response.json(status, JsonWriter.string(answer));
    }

    static Response list(String context, List<JsonObject> items, String nextLink) {
        JsonObject answer = new JsonObject();
        answer.put("@odata.context", context);
        answer.put("@odata.count", items.size());
        if (!nextLink.isEmpty()) {
            answer.put("@odata.nextLink", nextLink);
        }
        answer.put("value", new JsonArray(items));
        return Response.json(200, JsonWriter.string(answer));
    }

    JsonObject team(Team team) {
        JsonObject json = new JsonObject();
        json.put("id", team.id());
        json.put("displayName", team.name());
        json.put("description", "");
        json.put("internalId", team.threadId());
        json.put("isArchived", team.isArchived());
        json.put("tenantId", tenant.id());
        json.put("webUrl", link(team, "team", team.threadId() + "/conversations"));
        return json;
    }

    JsonObject channel(Channel channel) {
        JsonObject json = new JsonObject();
        json.put("id", channel.id());
        json.put("createdDateTime", channel.created().toString());
        json.put("displayName", channel.name());
        json.put("description", channel.description().isEmpty() ? null : channel.description());
        json.put("isFavoriteByDefault", null);
        json.put("email", "");
        json.put("tenantId", tenant.id());
        json.put("webUrl", link(channel.team(), "channel", channel.id() + "/" + channel.name()));
        json.put("membershipType", channel.kind().name().toLowerCase(Locale.ROOT));
        json.put("isArchived", channel.isArchived());
        return json;
    }

    private String link(Team team, String what, String id) {
        String path = URLEncoder.encode(id, StandardCharsets.UTF_8).replace("%2F", "/");
        return "https://teams.microsoft.com/l/" + what + "/" + path + "?groupId=" + team.id() + "&tenantId="
                + tenant.id();
    }

    JsonObject tab(Tab tab, Channel channel, boolean withApp) {
        JsonObject json = new JsonObject();
        json.put("id", tab.id());
        json.put("displayName", tab.displayName());
        json.put("webUrl", link(channel.team(), "entity", tab.catalogId() + "/" + tab.id()));
        json.put("configuration", tab.configuration());
        if (withApp) {
            json.put("teamsApp", app(tab));
        }
        return json;
    }

    private JsonObject app(Tab tab) {
        TeamsApp own = tenant.app();
        boolean isOwn = tab.catalogId().equals(own.catalogId());
        JsonObject app = new JsonObject();
        app.put("id", tab.catalogId());
        app.put("externalId", isOwn ? own.id() : tab.catalogId());
        app.put("displayName", isOwn ? own.name() : "Website");
        app.put("distributionMethod", isOwn ? "organization" : "store");
        return app;
    }
}
