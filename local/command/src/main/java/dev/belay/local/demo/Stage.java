package dev.belay.local.demo;

import com.grack.nanojson.JsonObject;
import dev.belay.local.world.PassingClock;
import dev.belay.local.world.World;
import dev.belay.simulator.aws.AwsClient;
import dev.belay.simulator.aws.Stack;
import dev.belay.simulator.slack.AcmeWorkspace;
import dev.belay.simulator.slack.app.Delivery;
import dev.belay.simulator.slack.app.SignedRequest;
import dev.belay.simulator.slack.workspace.PrivateMessage;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** What happens in a story: people do things, and what came of it is read back and told. */
final class Stage {
    static final String ALICE = AcmeWorkspace.ALICE;
    static final String BOB = AcmeWorkspace.BOB;
    static final String SUPPORT = AcmeWorkspace.SUPPORT;

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration LOOK = Duration.ofMillis(20);

    private final World world;
    private final PassingClock clock;
    private final Teller teller;
    private final ServiceNowView serviceNow;
    private final SlackView slack;
    private final AwsClient operator;

    Stage(World world, PassingClock clock, Teller teller, HttpClient http) {
        this.world = world;
        this.clock = clock;
        this.teller = teller;
        this.serviceNow = new ServiceNowView(http, world.serviceNow().url());
        this.slack = new SlackView(
                http, world.slack().apiUrl(), world.slack().workspace().userToken(ALICE));
        this.operator = world.aws().client("storyteller");
    }

    World world() {
        return world;
    }

    ServiceNowView serviceNow() {
        return serviceNow;
    }

    SlackView slack() {
        return slack;
    }

    void tell(String step) {
        teller.tell(step);
    }

    /** Somebody opens an incident in ServiceNow. */
    Incident open(int impact, int urgency, String shortDescription) {
        Incident incident = serviceNow.open(impact, urgency, shortDescription);
        tell("ServiceNow: " + incident.number() + " \"" + shortDescription + "\" is opened, priority "
                + serviceNow.field(incident, "priority"));
        return incident;
    }

    /** The id of the one channel of an incident, once it stands and the link is ready. */
    String channelOf(Incident incident) {
        String prefix = incident.number().toLowerCase(java.util.Locale.ROOT) + "-";
        await("a channel " + prefix + "…", () -> slack.channels(prefix).stream().findFirst());
        await("the link of " + incident.number() + " is READY and fitted", () -> link(incident)
                .filter(Stage::settled));
        List<JsonObject> channels = slack.channels(prefix);
        require("one channel for " + incident.number(), channels.size() == 1);
        return channels.getFirst().getString("id");
    }

    /** The one card of an incident in a channel. */
    JsonObject card(String channel, Incident incident) {
        await("a card of " + incident.number(), () -> slack.cards(channel, incident).stream()
                .findFirst());
        List<JsonObject> cards = slack.cards(channel, incident);
        require("one card of " + incident.number(), cards.size() == 1);
        return cards.getFirst();
    }

    /** Waits until the one card of an incident shows all of these words. */
    void cardShows(String channel, Incident incident, String... words) {
        await("the card of " + incident.number() + " shows " + String.join(", ", words), () -> Optional.of(
                        SlackView.shown(card(channel, incident)))
                .filter(shown -> List.of(words).stream().allMatch(shown::contains)));
    }

    /** Somebody presses a button of a message that they see. */
    Delivery press(String user, String channel, String ts, String word) {
        Delivery delivery = world.slack().press(user, channel, ts, word);
        require("Slack's click was taken (" + delivery.status() + ")", delivery.accepted());
        return delivery;
    }

    /** The same click once more, signed anew: as late as the story says. */
    void repeat(SignedRequest request) {
        require(
                "the repeated click was taken",
                world.slack().sendAfresh(request).accepted());
    }

    /** The newest message that this person alone sees, once there are so many. */
    PrivateMessage told(String user, int count) {
        return await(
                "a private answer to " + user, () -> Optional.of(world.slack().ephemerals(user))
                        .filter(messages -> messages.size() >= count)
                        .map(List::getLast));
    }

    /** Waits until nothing is on its way: no event from ServiceNow, no message in a queue. */
    void quiet() {
        require("ServiceNow's events are out", world.serviceNow().rule().awaitIdle(PATIENCE));
        await("the queues are empty", () -> Optional.of(waiting()).filter(count -> count == 0));
    }

    /** Lets time pass for everyone. */
    void pass(Duration time) {
        clock.pass(time);
        tell(time.toMinutes() + " minutes pass");
    }

    /** The record's link, as it is stored. */
    Optional<JsonObject> link(Incident incident) {
        JsonObject key = JsonObject.builder()
                .object("pk")
                .value("S", "record#slack#incident#" + incident.sysId())
                .end()
                .done();
        JsonObject answer = operator.call(
                "dynamodb",
                "GetItem",
                JsonObject.builder()
                        .value("TableName", world.stack().linkTable())
                        .value("ConsistentRead", true)
                        .value("Key", key)
                        .done());
        return Optional.ofNullable(answer.getObject("Item"));
    }

    private static boolean settled(JsonObject link) {
        return link.getObject("state").getString("S").equals("READY")
                && link.getObject("fitted", new JsonObject()).getBoolean("BOOL", false);
    }

    private int waiting() {
        Stack stack = world.stack();
        return waiting(stack.recordsQueue()) + waiting(stack.actionsQueue());
    }

    private int waiting(String queue) {
        JsonObject answer = operator.call(
                "sqs",
                "GetQueueAttributes",
                JsonObject.builder()
                        .value("QueueUrl", Stack.queueUrl(world.aws(), queue))
                        .array("AttributeNames", List.of("All"))
                        .done());
        JsonObject attributes = answer.getObject("Attributes");
        return Integer.parseInt(attributes.getString("ApproximateNumberOfMessages", "0"))
                + Integer.parseInt(attributes.getString("ApproximateNumberOfMessagesNotVisible", "0"))
                + Integer.parseInt(attributes.getString("ApproximateNumberOfMessagesDelayed", "0"));
    }

    void require(String what, boolean so) {
        if (!so) {
            throw new StoryFailed("not so: " + what);
        }
    }

    <T> T await(String what, Supplier<Optional<T>> look) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            Optional<T> seen = look.get();
            if (seen.isPresent()) {
                return seen.get();
            }
            LockSupport.parkNanos(LOOK.toNanos());
        }
        throw new StoryFailed("not so within " + PATIENCE.toSeconds() + " s: " + what);
    }
}
