package dev.belay.simulator.teams.graph;

import com.grack.nanojson.JsonObject;
import dev.belay.simulator.http.Response;
import dev.belay.simulator.teams.call.Operation;
import dev.belay.simulator.teams.tenant.Tab;
import dev.belay.simulator.teams.tenant.Team;
import dev.belay.simulator.teams.tenant.Tenant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tabs of a channel (learn.microsoft.com/graph/api: channel-post-tabs, channel-list-tabs, channel-patch-tabs). */
final class TabOperations {
    /** The tab that shows a web page and needs no app of one's own. */
    private static final String WEBSITE = "com.microsoft.teamspace.tab.web";

    private static final int LONGEST_NAME = 128;
    private static final Pattern APP =
            Pattern.compile("https?://.+/appCatalogs/teamsApps(?:/([^/']+)|\\('([^']+)'\\))");
    private static final Pattern ADDRESS = Pattern.compile("https://.+|http://(127\\.0\\.0\\.1|localhost)[:/].*");
    private static final List<String> CONFIGURATION =
            List.of("@odata.type", "entityId", "contentUrl", "websiteUrl", "removeUrl");

    private final Tenant tenant;
    private final GraphAccess gate;
    private final GraphJson json;

    TabOperations(Tenant tenant, GraphAccess gate, GraphJson json) {
        this.tenant = tenant;
        this.gate = gate;
        this.json = json;
    }

    List<Operation> all() {
        String tabs = "/teams/{team}/channels/{channel}/tabs";
        return List.of(
                gate.operation("createTab", "POST " + tabs, RequiredPermissions.CREATE_TABS, this::create),
                gate.operation("listTabs", "GET " + tabs, RequiredPermissions.READ_TABS, this::list),
                gate.operation("getTab", "GET " + tabs + "/{tab}", RequiredPermissions.READ_TABS, this::get),
                gate.operation("updateTab", "PATCH " + tabs + "/{tab}", RequiredPermissions.CHANGE_TABS, this::update),
                gate.operation(
                        "deleteTab", "DELETE " + tabs + "/{tab}", RequiredPermissions.DELETE_TABS, this::delete));
    }

    private Response create(GraphCall call) {
        JsonObject body = call.body(List.of("@odata.type", "displayName", "teamsApp@odata.bind", "configuration"));
        String app = app(GraphCall.text(body, "teamsApp@odata.bind"), call.team());
        JsonObject configuration = configuration(body, app);
        Tab made = new Tab(tenant.identifiers().unique(), name(body), app, configuration);
        if (call.channel().isArchived()) {
            throw GraphErrors.badRequest("Channel is archived.");
        }
        call.channel().tabs().add(made);
        return shown(201, call, made);
    }

    private String app(String bind, Team team) {
        Matcher matcher = APP.matcher(bind);
        if (!matcher.matches()) {
            throw GraphErrors.badRequest("teamsApp@odata.bind does not name an app of the catalog.");
        }
        String app = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
        boolean installed = app.equals(tenant.app().catalogId()) && team.hasApp();
        if (!installed && !WEBSITE.equals(app)) {
            throw GraphErrors.badRequest("The app is not installed in the team.");
        }
        return app;
    }

    private static String name(JsonObject body) {
        String name = GraphCall.text(body, "displayName");
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw GraphErrors.badRequest("displayName is empty or longer than " + LONGEST_NAME + " characters.");
        }
        return name;
    }

    private static JsonObject configuration(JsonObject body, String app) {
        if (!(body.get("configuration") instanceof JsonObject configuration)) {
            throw GraphErrors.badRequest("configuration is missing.");
        }
        GraphCall.check(configuration, CONFIGURATION);
        if (GraphCall.text(configuration, "entityId").isEmpty() && !WEBSITE.equals(app)) {
            throw GraphErrors.badRequest("configuration.entityId is missing.");
        }
        address(configuration, "contentUrl", false);
        address(configuration, "websiteUrl", true);
        address(configuration, "removeUrl", true);
        return configuration;
    }

    private static void address(JsonObject configuration, String property, boolean optional) {
        String value = GraphCall.text(configuration, property);
        if (!(optional && value.isEmpty()) && !ADDRESS.matcher(value).matches()) {
            throw GraphErrors.badRequest("configuration." + property + " is not an https address.");
        }
    }

    private Response shown(int status, GraphCall call, Tab tab) {
        return GraphJson.object(status, call.context("channels/tabs"), json.tab(tab, call.channel(), withApp(call)));
    }

    private static boolean withApp(GraphCall call) {
        return call.call()
                .query("$expand")
                .filter(value -> value.contains("teamsApp"))
                .isPresent();
    }

    private Response list(GraphCall call) {
        call.allowOptions(List.of("$expand", "$select", "$filter"));
        List<JsonObject> tabs = call.channel().tabs().stream()
                .map(tab -> json.tab(tab, call.channel(), withApp(call)))
                .toList();
        return GraphJson.list(call.context("channels/tabs"), tabs, "");
    }

    private Response get(GraphCall call) {
        return shown(200, call, tab(call));
    }

    private static Tab tab(GraphCall call) {
        String id = call.call().place("tab");
        Optional<Tab> found = call.channel().tabs().stream()
                .filter(tab -> tab.id().equals(id))
                .findFirst();
        return found.orElseThrow(() -> GraphErrors.notFound("tab"));
    }

    private Response update(GraphCall call) {
        JsonObject body = call.body(List.of("@odata.type", "displayName", "configuration"));
        Tab old = tab(call);
        Tab changed = old.with(
                body.has("displayName") ? name(body) : old.displayName(),
                body.has("configuration") ? configuration(body, old.catalogId()) : old.configuration());
        call.channel().tabs().replaceAll(tab -> tab.id().equals(old.id()) ? changed : tab);
        return shown(200, call, changed);
    }

    private Response delete(GraphCall call) {
        call.channel().tabs().remove(tab(call));
        return Response.empty(204);
    }
}
