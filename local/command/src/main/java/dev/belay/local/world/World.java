package dev.belay.local.world;

import dev.belay.chat.Platform;
import dev.belay.simulator.aws.SimulatedAws;
import dev.belay.simulator.aws.Stack;
import dev.belay.simulator.http.Faults;
import dev.belay.simulator.pagerduty.SimulatedPagerDuty;
import dev.belay.simulator.servicenow.SimulatedServiceNow;
import dev.belay.simulator.slack.SimulatedSlack;
import dev.belay.simulator.teams.AcmeTeams;
import dev.belay.simulator.teams.SimulatedTeams;
import dev.belay.simulator.webhook.SimulatedWebhook;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The outside of one installation: simulated AWS with what the template declares, simulated ServiceNow, chat platforms, and pagers. */
public final class World implements AutoCloseable {
    private final Clock clock;
    private final Faults faults;
    private final SimulatedAws aws;
    private final Stack stack;
    private final SimulatedServiceNow serviceNow;
    private final Optional<SimulatedSlack> simulatedSlack;
    private final Optional<SimulatedTeams> simulatedTeams;
    private final Pagers pagers;
    private final boolean ownTeams;
    private final boolean invites;
    private final Installation installation;
    private final boolean ownsAws;

    private World(Setup setup, SimulatedAws aws, Stack stack, boolean ownsAws) {
        this.clock = setup.clock();
        this.faults = setup.faults();
        this.aws = aws;
        this.stack = stack;
        this.ownsAws = ownsAws;
        this.serviceNow = SimulatedServiceNow.start(setup.ports().serviceNow(), faults, clock, Acme.INSTANCE);
        this.pagers = Pagers.start(setup.ports(), faults, clock, Acme.populate(serviceNow));
        this.simulatedSlack = setup.has(Platform.SLACK) && setup.slack().isEmpty()
                ? Optional.of(SimulatedSlack.start(setup.ports().slack(), faults, clock))
                : Optional.empty();
        this.simulatedTeams = setup.has(Platform.TEAMS)
                ? Optional.of(SimulatedTeams.start(setup.ports().teams(), faults, clock))
                : Optional.empty();
        this.ownTeams = setup.teamsService().isEmpty();
        this.invites =
                setup.slack().filter(slack -> slack.responders().isEmpty()).isEmpty();
        this.installation = new Installation(aws, stack, serviceNow.url(), chats(setup), pagers, clock);
    }

    /** The simulated systems that people use, by name: a chat platform that something else stands in for is none. */
    public Map<String, URI> systems() {
        Map<String, URI> systems = new LinkedHashMap<>();
        systems.put("ServiceNow", serviceNow.url());
        simulatedSlack.ifPresent(slack -> systems.put("Slack", slack.url()));
        simulatedTeams.filter(_ -> ownTeams).ifPresent(teams -> systems.put("Teams", teams.url()));
        systems.put("PagerDuty", pagers.pagerDuty().url());
        return systems;
    }

    private Chats chats(Setup setup) {
        return new Chats(
                setup.slack().or(() -> simulatedSlack.map(Slack::simulated)),
                simulatedTeams
                        .map(Teams::simulated)
                        .map(teams -> setup.teamsService().map(teams::with).orElse(teams)));
    }

    /** Starts everything, AWS too, with what the stack declares. */
    public static World start(Setup setup, Stack stack) {
        SimulatedAws aws = SimulatedAws.start(setup.ports().aws(), setup.faults(), setup.clock(), setup.data());
        return new World(setup, aws, stack.create(aws.ready(), Stack.Expiry.ON, setup.platformIds()), true);
    }

    /** Starts beside an AWS that stands already, with tables and queues of its own. */
    public static World start(Setup setup, SimulatedAws aws, Stack stack) {
        return new World(setup, aws, stack.create(aws, Stack.Expiry.OFF, setup.platformIds()), false);
    }

    public Clock clock() {
        return clock;
    }

    public Faults faults() {
        return faults;
    }

    public SimulatedAws aws() {
        return aws;
    }

    public Stack stack() {
        return stack;
    }

    public SimulatedServiceNow serviceNow() {
        return serviceNow;
    }

    /**
     * @throws IllegalStateException when another Slack is used in place of the simulated one
     */
    public SimulatedSlack slack() {
        return simulatedSlack.orElseThrow(() -> new IllegalStateException("another Slack is used"));
    }

    /**
     * @throws IllegalStateException when Teams is not one of the platforms
     */
    public SimulatedTeams teams() {
        return simulatedTeams.orElseThrow(() -> new IllegalStateException("Teams is not one of the platforms"));
    }

    public SimulatedPagerDuty pagerDuty() {
        return pagers.pagerDuty();
    }

    /** What takes pages for any other pager. */
    public SimulatedWebhook webhook() {
        return pagers.webhook();
    }

    /** Where Slack is, for a person. */
    public String slackAddress() {
        return simulatedSlack
                .map(slack -> slack.url() + "  (simulated)")
                .orElse("another one; its request URL is the gateway's /slack/events");
    }

    /** Who may press and who may not, for a person. */
    public String whoMay() {
        return simulatedSlack
                .map(_ -> "Alice and Bob may act. Carol, Dave and Erin may not, and are told why")
                .orElse(
                        "Whoever has the e-mail address of one of ServiceNow's people may act, such as alice@acme.example");
    }

    /** That a channel in another Slack holds nobody, for a person; nothing where somebody is invited. */
    public Optional<String> nobodyIsInvited() {
        return invites
                ? Optional.empty()
                : Optional.of(
                        "Nobody is invited into new channels in Slack: give \"responders\": [\"U…\"] in the file of"
                                + " --slack-secrets, or join each by hand.");
    }

    /** Where Teams is, for a person. */
    public String teamsAddress() {
        return simulatedTeams
                .map(teams -> teams.url() + (ownTeams ? "  (simulated)" : "  (simulated: keys, tokens and Graph)"))
                .orElse("none");
    }

    /** Tells the simulated Teams, if there is one, where its app is. */
    void messagingEndpoint(URI url) {
        simulatedTeams.ifPresent(teams -> teams.messagingEndpoint(url));
    }

    /** Somebody installs the app in Acme's teams, which tells the app of it. */
    void installApp() {
        simulatedTeams.filter(_ -> ownTeams).ifPresent(teams -> {
            installApp(teams, AcmeTeams.TEAM);
            installApp(teams, AcmeTeams.OVERFLOW_TEAM);
        });
    }

    private static void installApp(SimulatedTeams teams, String team) {
        teams.administration().install(AcmeTeams.ALICE, team).stream()
                .filter(told -> !told.accepted())
                .forEach(told -> {
                    throw new IllegalStateException("the app did not hear of its installation: " + told.status());
                });
    }

    /** The token that the Bot Connector would have sent with an activity; none where the simulated one sends its own. */
    Optional<String> tokenFor(String serviceUrl) {
        return simulatedTeams.filter(_ -> !ownTeams).map(teams -> teams.activityTokens()
                .token(serviceUrl));
    }

    /** Tells the simulated Slack, if it is used, where its app is. */
    void requestUrl(URI url) {
        simulatedSlack
                .map(slack -> slack.requestUrl(url))
                .filter(answer -> !answer.accepted())
                .ifPresent(answer -> {
                    throw new IllegalStateException(
                            "the request URL did not answer Slack's challenge: " + answer.status());
                });
    }

    /** The chat platforms that are deployed, by their ids. */
    public List<String> platforms() {
        return installation.platforms();
    }

    /** What is installed: settings, secrets and functions. */
    public Installation installation() {
        return installation;
    }

    @Override
    public void close() {
        installation.close();
        simulatedSlack.ifPresent(SimulatedSlack::close);
        simulatedTeams.ifPresent(SimulatedTeams::close);
        pagers.close();
        serviceNow.close();
        if (ownsAws) {
            aws.close();
        } else {
            stack.delete(aws, platforms());
        }
    }

    /**
     * What a world is made with.
     *
     * @param platforms the chat platforms that are deployed
     * @param slack another Slack in place of the simulated one
     * @param teamsService another Bot Connector in place of the simulated one, ending in a slash
     * @param data the folder that keeps the tables between runs
     */
    public record Setup(
            Clock clock,
            Faults faults,
            Ports ports,
            Set<Platform> platforms,
            Optional<Slack> slack,
            Optional<URI> teamsService,
            Optional<Path> data) {
        public Setup {
            platforms = Set.copyOf(platforms);
        }

        /** Free ports, everything simulated, tables in memory. */
        public static Setup simulated(Clock clock) {
            return simulated(clock, new Faults(), EnumSet.allOf(Platform.class));
        }

        /** As many platforms as are needed. */
        public static Setup simulated(Clock clock, Faults faults, Set<Platform> platforms) {
            return new Setup(
                    clock, faults, Ports.FREE, platforms, Optional.empty(), Optional.empty(), Optional.empty());
        }

        private List<String> platformIds() {
            return Stream.of(Platform.values())
                    .filter(platform -> has(platform) || (platform == Platform.SLACK && slack.isPresent()))
                    .map(Platform::id)
                    .toList();
        }

        boolean has(Platform platform) {
            return platforms.contains(platform);
        }
    }

    /** Where the simulators listen; 0 takes a free port. */
    public record Ports(int serviceNow, int slack, int aws, int teams, int pagerDuty, int webhook) {
        public static final Ports FREE = new Ports(0, 0, 0, 0, 0, 0);
    }
}
