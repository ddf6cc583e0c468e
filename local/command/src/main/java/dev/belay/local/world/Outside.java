package dev.belay.local.world;

import com.grack.nanojson.JsonObject;
import dev.belay.local.front.HostRoute;
import dev.belay.simulator.http.Faults;
import dev.belay.simulator.http.Outcome;
import dev.belay.simulator.pagerduty.SimulatedPagerDuty;
import dev.belay.simulator.servicenow.SimulatedServiceNow;
import dev.belay.simulator.servicenow.event.EventTarget;
import dev.belay.simulator.slack.SimulatedSlack;
import dev.belay.simulator.teams.AcmeTeams;
import dev.belay.simulator.teams.SimulatedTeams;
import dev.belay.simulator.webhook.SimulatedWebhook;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * The outside of an installation that is deployed elsewhere: simulated ServiceNow, Slack, Teams and pagers, known to the stack by the names
 * of the real ones. Settings and secrets are then those of production, word for word.
 */
public final class Outside implements AutoCloseable {
    private static final String SERVICENOW = Acme.INSTANCE + ".service-now.com";
    private static final String SLACK = "slack.com";
    private static final String SLACK_HOOKS = "hooks.slack.com";
    private static final String SLACK_FILES = "files.slack.com";
    private static final String GRAPH = "graph.microsoft.com";
    private static final String SHAREPOINT = "acme.sharepoint.com";
    private static final String LOGIN = "login.microsoftonline.com";
    private static final String CONNECTOR = "smba.trafficmanager.net";
    private static final String CONNECTOR_KEYS = "login.botframework.com";
    private static final String PAGERDUTY = "api.pagerduty.com";
    private static final String WEBHOOK = "pages.acme.example";

    /** As an administrator tries again what the app did not take. */
    private static final Duration PAUSE = Duration.ofSeconds(2);

    /** Of ServiceNow's scheduled script, and of what looks whether Slack's events are due once more. */
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private static final System.Logger LOG = System.getLogger(Outside.class.getName());

    private final Clock clock;
    private final SimulatedServiceNow serviceNow;
    private final SimulatedSlack slack;
    private final SimulatedTeams teams;
    private final Pagers pagers;
    private final Chats chats;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().factory());
    private final Set<String> withoutApp = new LinkedHashSet<>();
    private final List<Future<?>> sending = new ArrayList<>();
    private boolean challengeMet;

    private Outside(Clock clock, Faults faults, World.Ports ports) {
        this.clock = clock;
        this.serviceNow = SimulatedServiceNow.start(ports.serviceNow(), faults, clock, Acme.INSTANCE);
        this.pagers = Pagers.start(ports, faults, clock, Acme.populate(serviceNow));
        this.slack = SimulatedSlack.start(ports.slack(), faults, clock);
        this.teams = SimulatedTeams.start(ports.teams(), faults, clock);
        slack.reachedAt(https(SLACK_HOOKS), https(SLACK_FILES));
        URI service = URI.create(https(CONNECTOR) + "/teams/");
        teams.reachedAt(new SimulatedTeams.Addresses(service, https(CONNECTOR_KEYS), https(GRAPH), https(SHAREPOINT)));
        this.chats = new Chats(
                Optional.of(Slack.simulated(URI.create(https(SLACK) + "/api/"))),
                Optional.of(new Teams(
                        URI.create(https(GRAPH) + "/v1.0"),
                        https(LOGIN),
                        URI.create(https(CONNECTOR_KEYS) + "/v1/.well-known/openidconfiguration"),
                        service,
                        Set.of(CONNECTOR),
                        true)));
    }

    private static URI https(String host) {
        return URI.create("https://" + host);
    }

    /** Starts the simulators on this machine; who is to reach them from elsewhere needs the {@link #routes}. */
    public static Outside start(Clock clock, Faults faults, World.Ports ports) {
        return new Outside(clock, faults, ports);
    }

    /** What stands for each host of the real systems. Graph's and the connector's paths begin otherwise there than in the simulator. */
    public List<HostRoute> routes() {
        return List.of(
                HostRoute.all(SERVICENOW, serviceNow.url()),
                HostRoute.all(SLACK, slack.url()),
                HostRoute.all(SLACK_HOOKS, slack.url()),
                HostRoute.all(SLACK_FILES, slack.url()),
                new HostRoute(GRAPH, "/graph/", URI.create(teams.url() + "/graph/")), // the next page of a list
                new HostRoute(GRAPH, "/v1.0/", URI.create(teams.graphUrl() + "/")),
                HostRoute.all(SHAREPOINT, teams.url()),
                new HostRoute(LOGIN, "/", URI.create(teams.loginUrl() + "/")),
                new HostRoute(CONNECTOR, "/teams/", teams.connectorUrl()),
                new HostRoute(CONNECTOR_KEYS, "/v1/.well-known/openidconfiguration", teams.openIdUrl()),
                HostRoute.all(CONNECTOR_KEYS, teams.url()),
                HostRoute.all(PAGERDUTY, pagers.pagerDuty().url()),
                HostRoute.all(WEBHOOK, pagers.webhook().url()));
    }

    /** The settings document of the stack. */
    public JsonObject settings() {
        return FirstSettings.of(https(SERVICENOW), chats, pagers.section(https(PAGERDUTY), https(WEBHOOK)));
    }

    /** The secrets of the stack, by their names beneath the stack's. */
    public Map<String, JsonObject> secrets() {
        return FirstSecrets.of(chats, pagers, clock);
    }

    /** The template's parameters that say which systems the stack belongs to. */
    public Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("ServiceNowInstance", Acme.INSTANCE);
        parameters.put("Platforms", String.join(",", chats.platformNames()));
        parameters.put("TeamsAppId", AcmeTeams.APP.id());
        parameters.put("TeamsTenants", AcmeTeams.TENANT);
        return parameters;
    }

    /** The simulated systems by name, in the order in which they are used. */
    public Map<String, URI> systems() {
        Map<String, URI> systems = new LinkedHashMap<>();
        systems.put("ServiceNow", serviceNow.url());
        systems.put("Slack", slack.url());
        systems.put("Teams", teams.url());
        systems.put("PagerDuty", pagers.pagerDuty().url());
        return systems;
    }

    /**
     * Tells every system where the stack takes requests, now or from now on. Slack's challenge and the installation in Teams are tried until
     * the stack takes them: it may not be set up yet.
     *
     * @param gateway the address of the stack's API, without a slash at the end
     * @param taken runs once when the stack has taken both
     */
    public synchronized void sendTo(URI gateway, Runnable taken) {
        sending.forEach(each -> each.cancel(false));
        sending.clear();
        challengeMet = false;
        withoutApp.addAll(List.of(AcmeTeams.TEAM, AcmeTeams.OVERFLOW_TEAM));
        URI events = URI.create(gateway + "/servicenow/events");
        serviceNow.rule().target(new EventTarget(events, Installation.EVENT_KEY, Installation.EVENT_KEY_ID));
        teams.messagingEndpoint(URI.create(gateway + "/teams/messages"));
        URI requestUrl = URI.create(gateway + "/slack/events");
        each(MINUTE, () -> serviceNow.rule().minute());
        each(MINUTE, slack::tryAgain);
        each(PAUSE, () -> settle(requestUrl, taken));
    }

    /** What fails once is done the next time. */
    private void each(Duration pause, Runnable doing) {
        sending.add(timer.scheduleWithFixedDelay(
                () -> {
                    try {
                        doing.run();
                    } catch (RuntimeException e) {
                        LOG.log(System.Logger.Level.ERROR, "what is sent to the stack could not be sent", e);
                    }
                },
                pause.toMillis(),
                pause.toMillis(),
                TimeUnit.MILLISECONDS));
    }

    private synchronized void settle(URI requestUrl, Runnable taken) {
        if (isTaken()) {
            return;
        }
        challengeMet = challengeMet || slack.requestUrl(requestUrl).accepted();
        if (challengeMet) {
            withoutApp.removeIf(team -> teams.administration().install(AcmeTeams.ALICE, team).stream()
                    .allMatch(Outcome::accepted));
        }
        if (isTaken()) {
            taken.run();
        }
    }

    /** Whether the stack answered Slack's challenge and took the installation of its app in Acme's teams. */
    public synchronized boolean isTaken() {
        return challengeMet && withoutApp.isEmpty();
    }

    public SimulatedServiceNow serviceNow() {
        return serviceNow;
    }

    public SimulatedSlack slack() {
        return slack;
    }

    public SimulatedTeams teams() {
        return teams;
    }

    public SimulatedPagerDuty pagerDuty() {
        return pagers.pagerDuty();
    }

    /** What takes pages for any other pager. */
    public SimulatedWebhook webhook() {
        return pagers.webhook();
    }

    @Override
    public void close() {
        timer.shutdownNow();
        slack.close();
        teams.close();
        pagers.close();
        serviceNow.close();
    }
}
