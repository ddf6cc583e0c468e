package dev.belay.local.world;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** The settings document that an installation begins with. */
final class FirstSettings {
    private static final List<String> TABLES = List.of("incident", "change_request");
    private static final List<Integer> ALL = List.of(1, 2, 3, 4, 5);
    private static final List<Integer> DEDICATED = List.of(1, 2);

    private FirstSettings() {}

    /** @param pagers the section of the pagers */
    static JsonObject of(URI serviceNow, Chats chats, JsonObject pagers) {
        JsonArray routes = new JsonArray();
        JsonObject operations = new JsonObject();
        JsonObject settings = JsonObject.builder()
                .value("schema", 1)
                .value("start_at", "2000-01-01T00:00:00Z")
                .value("pause_outbound", false)
                .object("servicenow")
                .value("instance", Acme.INSTANCE)
                .value("url", serviceNow.toString())
                .value("user", Acme.INTEGRATION_USER)
                .object("conversation_fields")
                .value("slack", "x_belay_chat_slack")
                .value("teams", "x_belay_chat_teams")
                .end()
                .object("conversation_links")
                .value("slack", "x_belay_chat_slack_link")
                .value("teams", "x_belay_chat_teams_link")
                .end()
                .end()
                .value("pagers", pagers)
                .value("routes", routes)
                .done();
        chats.slack().ifPresent(slack -> {
            settings.put("slack", section(slack));
            operations(slack).ifPresent(channel -> operations.put("slack", channel));
            TABLES.forEach(table -> routes.add(
                    route(table, slack.sharedChannel().isPresent() ? ALL : DEDICATED, "slack", place(slack))));
        });
        chats.teams().ifPresent(teams -> {
            settings.put("teams", section(teams));
            operations.put("teams", operations(teams));
            TABLES.forEach(table -> routes.add(route(table, ALL, "teams", place(teams))));
            if (!teams.hasGraph()) {
                settings.put("dedicated_priorities", new JsonArray());
            }
        });
        if (!operations.isEmpty()) {
            settings.put("operations_channel", operations);
        }
        return settings;
    }

    private static JsonObject route(String table, List<Integer> priorities, String platform, JsonObject place) {
        return JsonObject.builder()
                .value("table", table)
                .array("priorities", priorities)
                .value("pager", Pagers.USUAL)
                .value(platform, place)
                .done();
    }

    private static JsonObject section(Slack slack) {
        return JsonObject.builder()
                .value("app_id", slack.app())
                .value("api_url", slack.api().toString())
                .array("workspaces", List.of(slack.team()))
                .done();
    }

    private static JsonObject place(Slack slack) {
        JsonObject place = JsonObject.builder()
                .value("workspace_id", slack.team())
                .array("responders", slack.responders())
                .done();
        slack.sharedChannel().ifPresent(channel -> place.put("shared_channel", channel));
        return place;
    }

    private static Optional<JsonObject> operations(Slack slack) {
        return slack.operationsChannel().map(channel -> JsonObject.builder()
                .value("workspace_id", slack.team())
                .value("channel", channel)
                .done());
    }

    private static JsonObject operations(Teams teams) {
        return JsonObject.builder()
                .value("tenant_id", teams.tenant())
                .value("team_id", teams.team())
                .value("channel", teams.operationsChannel())
                .done();
    }

    private static JsonObject section(Teams teams) {
        return JsonObject.builder()
                .value("app_id", teams.app())
                .array("tenants", List.of(teams.tenant()))
                .value("graph_url", teams.graph().toString())
                .value("login_url", teams.login().toString())
                .value("service_url", teams.service().toString())
                .array("service_hosts", teams.serviceHosts())
                .value("catalog_app_id", teams.catalogApp())
                .done();
    }

    private static JsonObject place(Teams teams) {
        return JsonObject.builder()
                .value("tenant_id", teams.tenant())
                .value("team_id", teams.team())
                .array("overflow_team_ids", teams.overflowTeams())
                .value("shared_channel", teams.sharedChannel())
                .array("responders", teams.responders())
                .done();
    }
}
