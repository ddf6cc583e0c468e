package dev.belay.local.console;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import dev.belay.local.console.binding.Bindings;
import dev.belay.local.console.fault.WhatIf;
import dev.belay.local.console.pane.Links;
import dev.belay.local.console.pane.Personas;
import dev.belay.local.console.pane.ServiceNowPane;
import dev.belay.local.console.pane.SlackPane;
import dev.belay.local.console.pane.SystemApi;
import dev.belay.local.console.pane.Systems;
import dev.belay.local.console.pane.TeamsPane;
import dev.belay.local.console.pane.Threads;
import dev.belay.local.console.trace.SpanLog;
import dev.belay.local.console.trace.TraceRoutes;
import dev.belay.local.console.trace.Traces;
import dev.belay.local.console.web.EventLog;
import dev.belay.local.console.web.Reply;
import dev.belay.local.console.web.Route;
import dev.belay.local.console.web.WebServer;
import dev.belay.local.world.Running;
import dev.belay.local.world.World;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One page over a world at work: what a person sees in each simulated system, what they do there, what happened, and what goes wrong on
 * purpose. It reads and does all of it over the systems' own interfaces, and tells open pages of each change.
 */
public final class Console implements AutoCloseable {
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final World world;
    private final Systems systems;
    private final Personas personas;
    private final EventLog events = new EventLog();
    private final Threads threads = new Threads();
    private final SpanLog spans;
    private final List<Feed> feeds;
    private final WebServer server;

    private Console(Running running, int port) {
        this.world = running.world();
        this.systems = systems(world, http);
        this.personas = new Personas(systems);
        personas.read();
        Traces traces = new Traces(id -> events.tell(
                JsonObject.builder().value("pane", "trace").value("trace", id).done()));
        this.spans = SpanLog.start(world.installation(), traces);
        WhatIf whatIf = new WhatIf(systems, world, events);
        Bindings bindings = new Bindings(running, events);
        List<Route> routes = new ArrayList<>(new ServiceNowPane(systems.serviceNow(), personas).routes());
        systems.slack().ifPresent(slack -> routes.addAll(new SlackPane(slack, personas, threads).routes()));
        systems.teams().ifPresent(teams -> routes.addAll(new TeamsPane(teams, personas).routes()));
        routes.addAll(new TraceRoutes(traces, systems, world.aws().exchanges(), running.exchanges()).routes());
        routes.addAll(whatIf.routes());
        routes.addAll(bindings.routes());
        Links links = new Links(systems.serviceNow().url());
        routes.add(Route.of("GET /api/link", links::answer));
        routes.add(Route.of("GET /api/events", events::answer));
        routes.add(Route.of("GET /api/world", _ -> Reply.json(world())));
        this.feeds = feeds(whatIf);
        world.aws().watch((call, arguments) -> {
            bindings.called(call, arguments);
            if (call.function()) {
                whatIf.counted("aws");
            }
        });
        this.server = WebServer.start(port, routes);
        world.serviceNow().console(server.url());
    }

    /**
     * Starts the console of a world that runs.
     *
     * @param port 0 takes a free one
     * @throws java.io.UncheckedIOException when the port is in use
     */
    public static Console start(Running running, int port) {
        return new Console(running, port);
    }

    private static Systems systems(World world, HttpClient http) {
        Map<String, URI> all = world.systems();
        return new Systems(
                new SystemApi(http, "ServiceNow", world.serviceNow().url()),
                Optional.ofNullable(all.get("Slack")).map(url -> new SystemApi(http, "Slack", url)),
                Optional.ofNullable(all.get("Teams")).map(url -> new SystemApi(http, "Teams", url)),
                new SystemApi(http, "PagerDuty", world.pagerDuty().url()),
                new SystemApi(http, "The webhook", world.webhook().url()));
    }

    private List<Feed> feeds(WhatIf whatIf) {
        List<Feed> all = new ArrayList<>();
        all.add(Feed.start(
                http, systems.serviceNow().url(), new Telling("servicenow", events, personas, whatIf, threads)));
        systems.slack()
                .ifPresent(slack -> all.add(
                        Feed.start(http, slack.url(), new Telling("slack", events, personas, whatIf, threads))));
        systems.teams()
                .ifPresent(teams -> all.add(
                        Feed.start(http, teams.url(), new Telling("teams", events, personas, whatIf, threads))));
        all.add(Feed.start(
                http, systems.pagerDuty().url(), new Telling("pagerduty", events, personas, whatIf, threads)));
        return List.copyOf(all);
    }

    private JsonObject world() {
        Map<String, URI> urls = new LinkedHashMap<>(world.systems());
        urls.put("webhook", world.webhook().url());
        urls.put("AWS", world.aws().url());
        JsonArray all = new JsonArray();
        urls.forEach((name, url) -> all.add(JsonObject.builder()
                .value("id", name.toLowerCase(Locale.ROOT))
                .value("name", name)
                .value("url", url.toString())
                .done()));
        JsonArray panes = new JsonArray();
        panes.add("servicenow");
        systems.slack().ifPresent(_ -> panes.add("slack"));
        systems.teams().ifPresent(_ -> panes.add("teams"));
        JsonObject json = new JsonObject();
        json.put("people", personas.json());
        json.put("systems", all);
        json.put("panes", panes);
        json.put("now", world.clock().instant().toString());
        return json;
    }

    /** What a browser opens. */
    public URI url() {
        return server.url();
    }

    @Override
    public void close() {
        world.aws().watch((call, arguments) -> {});
        events.close();
        feeds.forEach(Feed::close);
        spans.close();
        server.close();
        http.shutdownNow();
    }
}
