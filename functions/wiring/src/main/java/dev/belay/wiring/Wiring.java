package dev.belay.wiring;

import dev.belay.action.Gates;
import dev.belay.action.PerformAction;
import dev.belay.aws.Aws;
import dev.belay.aws.EmfCounters;
import dev.belay.aws.Parameters;
import dev.belay.aws.Secrets;
import dev.belay.chat.Installations;
import dev.belay.conversation.CrowdedTeam;
import dev.belay.conversation.HeedNotice;
import dev.belay.conversation.KeepConversation;
import dev.belay.conversation.OpenConversation;
import dev.belay.conversation.RefreshCard;
import dev.belay.event.HandledEvents;
import dev.belay.event.Hints;
import dev.belay.health.Counters;
import dev.belay.link.ConversationLinks;
import dev.belay.person.Identities;
import dev.belay.person.Members;
import dev.belay.person.Roles;
import dev.belay.person.UserMap;
import dev.belay.wiring.Environment.Name;
import java.io.PrintStream;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** A worker, put together from what the template tells it: its tables, its secrets, its queue, its settings. */
public final class Wiring implements AutoCloseable {
    private final Environment environment;
    private final Clock clock;
    private final RandomGenerator random = new SecureRandom();
    private final Counters counters;
    private final Aws aws;
    private final Secrets secrets;
    private final CurrentSettings settings;

    /**
     * @param function the function's name, for metrics
     * @param out where metrics go
     */
    public Wiring(String function, Environment environment, Clock clock, PrintStream out) {
        this.environment = environment;
        this.clock = clock;
        this.counters = new EmfCounters(out, function, clock);
        this.aws = new Aws(environment.aws(), clock);
        this.secrets = aws.secrets();
        Parameters parameters = aws.parameters();
        String document = environment.need(Name.BELAY_SETTINGS_PARAMETER);
        this.settings = new CurrentSettings(() -> parameters.text(document), counters);
    }

    /** As Lambda starts it: with the process' environment, the machine's time, and logs on standard output. */
    public static Wiring lambda(String function) {
        JsonLog.install(System.out, function);
        return new Wiring(function, Environment.process(), Clock.systemUTC(), System.out);
    }

    /** The worker's outermost line. */
    public QueueWorker worker() {
        return new QueueWorker(
                aws.queues(),
                environment.need(Name.BELAY_QUEUE_URL),
                environment.need(Name.BELAY_DLQ_URL),
                aws.troubles(environment.need(Name.BELAY_EVENTS_TABLE)),
                counters,
                clock);
    }

    /** What is done with hints about records. */
    public HintWork hints() {
        ConversationLinks links = links();
        Hints hints = new QueueHints(aws.queues(), environment.need(Name.BELAY_QUEUE_URL));
        Systems.Outside outside = outside();
        Rebuilt<Systems.Decision, HintWork.Tools> tools =
                new Rebuilt<>(decision -> opening(Systems.of(decision, outside), links, hints));
        return new HintWork(settings, () -> tools.from(Systems.Decision.of(settings.get())), clock);
    }

    /** What is done with people's presses. */
    public PressWork presses() {
        ConversationLinks links = links();
        UserMap people = aws.userMap(environment.need(Name.BELAY_USER_MAP_TABLE));
        HandledEvents events =
                aws.handledEvents(environment.need(Name.BELAY_EVENTS_TABLE), environment.need(Name.BELAY_LINK_TABLE));
        Hints hints = new QueueHints(aws.queues(), environment.need(Name.BELAY_RECORDS_QUEUE_URL));
        Systems.Outside outside = outside();
        Rebuilt<Systems.Decision, PressWork.Tools> tools =
                new Rebuilt<>(decision -> performing(Systems.of(decision, outside), links, people, events, hints));
        return new PressWork(settings, () -> tools.from(Systems.Decision.of(settings.get())), clock);
    }

    private HintWork.Tools opening(Systems systems, ConversationLinks links, Hints hints) {
        RefreshCard refresh = new RefreshCard(links, systems.records());
        KeepConversation keep =
                new KeepConversation(links, systems.records(), refresh, settings, crowding(systems), counters);
        OpenConversation open = new OpenConversation(systems.records(), links, keep, settings, counters, clock, random);
        HeedNotice heed = new HeedNotice(links, installations(), hints, settings, clock);
        return new HintWork.Tools(open, heed, systems.chats());
    }

    private CrowdedTeam crowding(Systems systems) {
        return new CrowdedTeam(
                settings,
                platform -> Optional.ofNullable(systems.chats().get(platform)),
                aws.limits(environment.need(Name.BELAY_EVENTS_TABLE)),
                counters,
                clock);
    }

    private Installations installations() {
        return aws.installations(environment.need(Name.BELAY_LINK_TABLE));
    }

    private PressWork.Tools performing(
            Systems systems, ConversationLinks links, UserMap people, HandledEvents events, Hints hints) {
        Gates gates = new Gates(
                new Members(clock),
                links,
                new Identities(people, systems.directory()),
                new Roles(systems.directory(), clock),
                counters);
        RefreshCard refresh = new RefreshCard(links, systems.records());
        PerformAction perform = new PerformAction(
                events, gates, systems.records(), links, refresh, hints, settings, counters, clock, random);
        return new PressWork.Tools(perform, systems.chats());
    }

    private ConversationLinks links() {
        return aws.links(environment.need(Name.BELAY_LINK_TABLE), random);
    }

    private Systems.Outside outside() {
        Supplier<String> teams = environment.whenUsed(Name.BELAY_TEAMS_SECRET_ARN);
        return new Systems.Outside(
                new SecretClient(secrets, environment.need(Name.BELAY_SERVICENOW_SECRET_ARN)),
                new SecretTokens(secrets, environment.whenUsed(Name.BELAY_SLACK_TOKENS_SECRET_ARN)),
                new SecretCredentials(secrets, teams, counters, clock),
                installations(),
                aws.limits(environment.need(Name.BELAY_EVENTS_TABLE)),
                settings,
                counters,
                clock);
    }

    /** Ends the connections to AWS: Lambda never asks for it, and whoever starts many workers in one process does. */
    @Override
    public void close() {
        aws.close();
    }
}
