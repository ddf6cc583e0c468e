package dev.belay.local.story;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import com.grack.nanojson.JsonWriter;
import dev.belay.chat.Platform;
import dev.belay.local.gateway.HttpApi;
import dev.belay.local.room.Person;
import dev.belay.local.room.Room;
import dev.belay.local.room.SlackRoom;
import dev.belay.local.room.TeamsRoom;
import dev.belay.local.world.Running;
import dev.belay.local.world.World;
import dev.belay.simulator.aws.SimulatedAws;
import dev.belay.simulator.aws.Stack;
import dev.belay.simulator.aws.Template;
import dev.belay.simulator.aws.alarm.Published;
import dev.belay.simulator.http.Faults;
import dev.belay.simulator.servicenow.table.Row;
import dev.belay.simulator.servicenow.table.Written;
import dev.belay.simulator.slack.SimulatedSlack;
import dev.belay.simulator.slack.app.Delivery;
import dev.belay.simulator.slack.workspace.Message;
import dev.belay.simulator.time.PassingClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;

/** A world in which nothing happens by itself: each delivery is made by the test, to a function as fresh as the test wants. */
final class Bench implements AutoCloseable {
    /** Longer than a queue's visibility time-out and than a claim's lease, shorter than a press' life. */
    static final Duration REDELIVERY = Duration.ofSeconds(361);

    /** Longer than it is gathered what is said or shown at once. */
    static final Duration GATHERED = Duration.ofSeconds(5);

    private static final int MOST_ROUNDS = 48;
    /** Those to be seen, and those that somebody has in hand. */
    private static final List<String> MESSAGES =
            List.of("ApproximateNumberOfMessages", "ApproximateNumberOfMessagesNotVisible");

    private static final AtomicInteger STACKS = new AtomicInteger();
    private static final Template TEMPLATE = Template.ofCheckout();

    private final PassingClock clock;
    private final World world;
    private final HttpApi gateway;
    private final Platform platform;
    private final Room room;
    private final Backstage backstage;
    private final AtomicInteger timedOut = new AtomicInteger();
    private boolean poisoned;
    private boolean relays;

    private Bench(World world, PassingClock clock, Platform platform) {
        this(world, clock, platform, Running.gateway(world, 0));
    }

    private Bench(World world, PassingClock clock, Platform platform, HttpApi gateway) {
        this.world = world;
        this.clock = clock;
        this.gateway = gateway;
        this.platform = platform;
        this.room = room(world, platform);
        this.backstage = backstage(world, platform);
        world.serviceNow().rule().holdOf("belay.integration");
    }

    private static Room room(World world, Platform platform) {
        return switch (platform) {
            case SLACK -> new SlackRoom(world.slack());
            case TEAMS -> new TeamsRoom(world.teams());
        };
    }

    private static Backstage backstage(World world, Platform platform) {
        return switch (platform) {
            case SLACK -> {
                world.slack().rateLimits().enforce(false);
                world.slack().holdOwn();
                yield new SlackBackstage(world.slack());
            }
            case TEAMS -> {
                world.teams().rateLimits().enforce(false);
                yield new TeamsBackstage(world.teams());
            }
        };
    }

    /** A new ServiceNow, Slack, tables and queues beside an AWS that stands already. */
    static Bench beside(SimulatedAws aws, Faults faults, PassingClock clock) {
        return beside(aws, faults, clock, Platform.SLACK);
    }

    /** The same with one chat platform of choice. */
    static Bench beside(SimulatedAws aws, Faults faults, PassingClock clock, Platform platform) {
        return beside(aws, faults, clock, platform, Set.of(platform));
    }

    /** The same with several, of which a test looks at one. */
    static Bench beside(
            SimulatedAws aws, Faults faults, PassingClock clock, Platform platform, Set<Platform> deployed) {
        World.Setup outside = World.Setup.simulated(clock, faults, deployed);
        return new Bench(World.start(outside, aws, new Stack(unusedStack(), TEMPLATE)), clock, platform);
    }

    /** A world in which both platforms are deployed, seen from one of them. */
    static Bench besideBoth(SimulatedAws aws, Faults faults, PassingClock clock, Platform platform) {
        World.Setup outside = World.Setup.simulated(clock, faults, EnumSet.allOf(Platform.class));
        World world = World.start(outside, aws, new Stack(unusedStack(), TEMPLATE));
        return new Bench(world, clock, platform);
    }

    /** The same world, seen from another platform that is deployed in it; it ends with this one. */
    Bench from(Platform other) {
        return new Bench(world, clock, other, gateway);
    }

    /** The name of a stack that no test before had; what is noted of permissions leaves it out. */
    static String unusedStack() {
        return "s" + STACKS.incrementAndGet();
    }

    /** The chat platform. */
    Room room() {
        return room;
    }

    /** What a test does to the platform beyond what people do there. */
    Backstage backstage() {
        return backstage;
    }

    World world() {
        return world;
    }

    /** Whether the platform's rate limits hold. */
    void limits(boolean hold) {
        switch (platform) {
            case SLACK -> world.slack().rateLimits().enforce(hold);
            case TEAMS -> world.teams().rateLimits().enforce(hold);
        }
    }

    /** How long the calls that passed take at the platform's limits. */
    Duration limitsDictate() {
        return switch (platform) {
            case SLACK -> world.slack().rateLimits().leastTime();
            case TEAMS -> world.teams().rateLimits().leastTime();
        };
    }

    SimulatedSlack slack() {
        return world.slack();
    }

    void pass(Duration time) {
        clock.pass(time);
    }

    /** Somebody opens an incident; its event lies in the queue when this returns. */
    String open(int impact, int urgency, String shortDescription) {
        return open(
                "incident",
                Map.of(
                        "impact",
                        Integer.toString(impact),
                        "urgency",
                        Integer.toString(urgency),
                        "short_description",
                        shortDescription));
    }

    /** Somebody opens a record of any table; its event lies in the queue when this returns. */
    String open(String table, Map<String, String> fields) {
        Written written = world.serviceNow().tables().insert(table, fields, "admin");
        awaitEvents();
        return ((Written.Done) written).row().sysId();
    }

    /** Somebody changes a field of an incident; the event lies in the queue when this returns. */
    void change(String sysId, String field, String value) {
        change(sysId, Map.of(field, value));
    }

    /** Somebody changes fields of an incident at once; the event lies in the queue when this returns. */
    void change(String sysId, Map<String, String> fields) {
        change("incident", sysId, fields);
    }

    /** Somebody changes fields of a record of any table; the event lies in the queue when this returns. */
    void change(String table, String sysId, Map<String, String> fields) {
        change(table, sysId, fields, "admin");
    }

    /** Somebody of this name changes fields of an incident; the event lies in the queue when this returns. */
    void changeAs(String sysId, Map<String, String> fields, String userName) {
        change("incident", sysId, fields, userName);
    }

    private void change(String table, String sysId, Map<String, String> fields, String userName) {
        Written written = world.serviceNow().tables().update(table, sysId, fields, userName);
        if (!(written instanceof Written.Done)) {
            throw new AssertionError("ServiceNow refused the change: " + written);
        }
        awaitEvents();
    }

    /** Somebody attaches a file to an incident; the event lies in the queue when this returns. */
    String attach(String sysId, String name, byte[] bytes) {
        Written written = world.serviceNow()
                .attachments()
                .attach(incident(sysId), name, "application/octet-stream", bytes, "admin");
        awaitEvents();
        return ((Written.Done) written).row().sysId();
    }

    /** What is attached to an incident, oldest first. */
    List<Row> attachments(String sysId) {
        return world.serviceNow().attachments().of(sysId);
    }

    /** Delivers what lies in the queue of files, and what was written tells the queue of records, until all is done. */
    void files() {
        wordOfFiles();
        echoes();
    }

    /** Delivers word of files, and nothing that comes of it. */
    void wordOfFiles() {
        drain(this::fileOnce, this::filesWaiting);
    }

    /** One delivery of word of files to this function; returns how many messages came. */
    int file(RequestHandler<SQSEvent, SQSBatchResponse> function) {
        return Running.conversationFileMapping(world, mortal(function)).poll(Duration.ZERO);
    }

    /** One delivery of word of files to a fresh function, which is made only where there is something to deliver. */
    int fileOnce() {
        RequestHandler<SQSEvent, SQSBatchResponse> function =
                (event, context) -> world.installation().conversationFile().handleRequest(event, context);
        return Running.conversationFileMapping(world, mortal(function)).poll(Duration.ZERO);
    }

    private int filesWaiting() {
        return count(world.stack().filesQueue());
    }

    /** The sys_id of a person's one user in ServiceNow. */
    String userId(Person person) {
        return idOf("sys_user", "user_name", person.userName());
    }

    /** The group that has Carol on call. */
    String onCallGroup() {
        return idOf("sys_user_group", "name", "Databases");
    }

    private String idOf(String table, String field, String value) {
        return world.serviceNow()
                .tables()
                .row(table, field, value)
                .orElseThrow()
                .sysId();
    }

    /** Every route names this pager from now on, or none; a card is of the settings that it was drawn with. */
    void pageBy(Optional<String> pager) {
        world.installation()
                .changeSettings(settings -> settings.getArray("routes").forEach(route -> {
                    JsonObject each = (JsonObject) route;
                    pager.ifPresentOrElse(name -> each.put("pager", name), () -> each.remove("pager"));
                }));
    }

    /** Those who run this are told in the shared channel. */
    void operatorsAreTold() {
        Flows.operatorsAreTold(this);
    }

    /** Lets ServiceNow tell of what our own writes changed so far. */
    void sendHeld() {
        if (world.serviceNow().rule().sendHeld() > 0) {
            awaitEvents();
        }
    }

    void forgetCalls() {
        backstage.forgetCalls();
    }

    /** What the settings say of the records of a table. */
    void tableSettings(String table, JsonObject section) {
        world.installation()
                .changeSettings(settings -> settings.put(
                        "tables", JsonObject.builder().value(table, section).done()));
    }

    /** Somebody deletes an incident; the event lies in the queue when this returns. */
    void delete(String sysId) {
        world.serviceNow().tables().delete("incident", sysId, "admin");
        awaitEvents();
    }

    private void awaitEvents() {
        if (!world.serviceNow().rule().awaitIdle(Duration.ofSeconds(20))) {
            throw new AssertionError("ServiceNow's event is still on its way");
        }
    }

    Row incident(String sysId) {
        return record("incident", sysId);
    }

    Row record(String table, String sysId) {
        return world.serviceNow().tables().row(table, sysId).orElseThrow();
    }

    /** The work notes on an incident, oldest first. */
    List<String> notes(String sysId) {
        return world.serviceNow().tables().rows("sys_journal_field").stream()
                .filter(row -> row.value("element_id").equals(sysId)
                        && row.value("element").equals("work_notes"))
                .map(row -> row.value("value"))
                .toList();
    }

    /** What is remembered of what people did about an incident from chat, oldest first: kind, who, and whom or what it concerns. */
    List<String> happenings(String sysId) {
        return items(world.stack().linkTable()).stream()
                .filter(item ->
                        item.getObject("source_sys_id").getString("S", "").equals(sysId))
                .flatMap(item -> item.keySet().stream()
                        .filter(name -> name.startsWith("happening_"))
                        .map(name -> parsed(item.getObject(name).getString("S"))))
                .sorted(Comparator.comparing(happening -> Instant.parse(happening.getString("at"))))
                .map(happening -> String.join(
                                " ",
                                happening.getString("kind"),
                                happening.getString("who"),
                                happening.getString("what"))
                        .strip())
                .toList();
    }

    private static JsonObject parsed(String json) {
        try {
            return JsonParser.object().from(json);
        } catch (JsonParserException e) {
            throw new AssertionError("what happened is no JSON: " + json, e);
        }
    }

    /** How a record's link stands, and the name by which its channel is known. */
    String link(String sysId) {
        return items(world.stack().linkTable()).stream()
                .filter(item -> item.has("version")
                        && item.getObject("platform").getString("S", "").equals(platform.id()))
                .filter(item ->
                        item.getObject("source_sys_id").getString("S", "").equals(sysId))
                .map(item -> item.getObject("state").getString("S"))
                .findFirst()
                .orElse("");
    }

    /** All that lies in a table. */
    List<JsonObject> items(String table) {
        return world
                .aws()
                .client("tester")
                .call(
                        "dynamodb",
                        "Scan",
                        JsonObject.builder()
                                .value("TableName", table)
                                .value("ConsistentRead", true)
                                .done())
                .getArray("Items")
                .stream()
                .map(JsonObject.class::cast)
                .toList();
    }

    /** The one message in a channel that carries a button of this word. */
    Message card(String channel, String sysId) {
        return slack().messages(channel).stream()
                .filter(message -> JsonWriter.string(message.content().blocks()).contains(sysId))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no card of " + sysId + " in " + channel));
    }

    /** The one card of an incident in a channel. */
    Room.Card cardOf(String sysId, String channel) {
        return room.cards(channel).stream()
                .filter(card -> card.content().contains(sysId))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no card of " + sysId + " in " + channel));
    }

    /** The channel that a record bears. */
    Room.Place channelOf(String sysId) {
        String id = incident(sysId).value(room.field());
        return room.channels().stream()
                .filter(channel -> channel.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no channel is " + id));
    }

    Delivery press(String user, String channel, String ts, String word) {
        return slack().press(user, channel, ts, word);
    }

    /** Delivers what lies in the platform's queue of records, to one function after another, until all is done. */
    void hints() {
        drain(this::hintOnce, this::hintsWaiting);
        echoes();
    }

    /**
     * Lets ServiceNow and Slack tell of what our own writes changed, and delivers that until nothing comes of it any more. It is kept
     * back until then, so that a story that counts single deliveries knows what lies in the queues.
     */
    void echoes() {
        for (int rounds = 0; echoed() > 0; rounds++) {
            if (rounds == 5) {
                throw new AssertionError("our own writes go on causing writes");
            }
            awaitEvents();
            drain(this::hintOnce, this::hintsWaiting);
            drain(this::fileOnce, this::filesWaiting);
        }
    }

    private int echoed() {
        int ofSlack = platform == Platform.SLACK ? world.slack().sendHeld().size() : 0;
        return world.serviceNow().rule().sendHeld() + ofSlack;
    }

    /** Delivers what lies in the platform's queue of actions, and what presses told the queue of records, until all is done. */
    void presses() {
        drain(this::pressOnce, this::pressesWaiting);
        drain(this::hintOnce, this::hintsWaiting);
        echoes();
    }

    /**
     * Delivers what lies in all queues, to one function after another, until all is done. Faults that are still ahead stay so.
     *
     * @return how many messages came
     */
    int settle() {
        int came = 0;
        int idle = 0;
        for (int rounds = 0; rounds < MOST_ROUNDS; rounds++) {
            int hints = hintsWaiting();
            int presses = pressesWaiting();
            int files = filesWaiting();
            int messages = relays ? messagesWaiting() : 0;
            if (hints + presses + files + messages == 0) {
                return came;
            }
            int now = (hints > 0 ? delivered(this::hintOnce) : 0)
                    + (presses > 0 ? delivered(this::pressOnce) : 0)
                    + (files > 0 ? delivered(this::fileOnce) : 0)
                    + (messages > 0 ? delivered(this::messageOnce) : 0);
            idle = now == 0 ? idle + 1 : 0;
            if (idle > 0) {
                pass(idle == 1 ? GATHERED : REDELIVERY);
            }
            came += now;
        }
        throw new AssertionError("a message is not done after many deliveries");
    }

    private int delivered(IntSupplier delivery) {
        int came = delivery.getAsInt();
        world.faults().replaceCaller();
        return came;
    }

    /** One delivery of a hint to a fresh function, which is made only where there is something to deliver. */
    int hintOnce() {
        return hint((event, context) -> world.installation().incidentOpened().handleRequest(event, context));
    }

    /** One delivery of a press to a fresh function, which is made only where there is something to deliver. */
    int pressOnce() {
        return press((event, context) -> world.installation().cardAction().handleRequest(event, context));
    }

    /** One delivery from the platform's queue of messages to a fresh function, which is made only where there is something to deliver. */
    int messageOnce() {
        return message(
                (event, context) -> world.installation().conversationMessage().handleRequest(event, context));
    }

    /** One delivery from the platform's queue of messages to this function; returns how many messages came. */
    int message(RequestHandler<SQSEvent, SQSBatchResponse> function) {
        return Running.conversationMessageMapping(world, platform.id(), mortal(function))
                .poll(Duration.ZERO);
    }

    /** Delivers what lies in the platform's queue of messages, to one function after another, until all is done. */
    void messages() {
        drain(this::messageOnce, this::messagesWaiting);
    }

    /** From now on what lies in the queue of messages is delivered with the rest; before, a story says when. */
    void relay() {
        messages();
        relays = true;
    }

    /** How many messages lie in their queue, seen or not. */
    int messagesWaiting() {
        return count(world.stack().messagesQueue(platform.id()));
    }

    /** One run of the scheduled check of all credentials, in a fresh function. */
    void check() {
        Running.checkCredentials(world, world.installation().tokenHealthCheck());
    }

    /** One run of the scheduled reconciliation, in a fresh function. */
    void reconcile() {
        Running.reconcile(world, world.installation().reconciliation());
    }

    /** What the alarm topic got, oldest first. */
    List<Published> published() {
        return world.aws().published(world.installation().alarmTopic());
    }

    /** One delivery of a hint to this function; returns how many messages came. */
    int hint(RequestHandler<SQSEvent, SQSBatchResponse> function) {
        return Running.incidentOpenedMapping(world, platform.id(), mortal(function))
                .poll(Duration.ZERO);
    }

    /** One delivery of a press to this function; returns how many messages came. */
    int press(RequestHandler<SQSEvent, SQSBatchResponse> function) {
        return Running.cardActionMapping(world, platform.id(), mortal(function)).poll(Duration.ZERO);
    }

    /**
     * So many workers take a press each, all before any of them is done with its own: while one is worked on, the queue holds back
     * what else is in its group.
     *
     * @return how many presses came
     */
    int pressesAtOnce(RequestHandler<SQSEvent, SQSBatchResponse> function, int workers) {
        AtomicInteger came = new AtomicInteger();
        Running.cardActionMapping(world, platform.id(), (event, context) -> {
                    came.incrementAndGet();
                    if (workers > 1) {
                        came.addAndGet(pressesAtOnce(function, workers - 1));
                    }
                    return function.handleRequest(event, context);
                })
                .poll(Duration.ZERO);
        return came.get();
    }

    /** A function that was killed returns nothing to the queue, whatever it had in hand. */
    private RequestHandler<SQSEvent, SQSBatchResponse> mortal(RequestHandler<SQSEvent, SQSBatchResponse> function) {
        return (event, context) -> {
            SQSBatchResponse response;
            try {
                response = function.handleRequest(event, context);
            } finally {
                if (context.getRemainingTimeInMillis() == 0) {
                    timedOut.incrementAndGet();
                }
            }
            if (world.faults().callerIsDead()) {
                throw new IllegalStateException("killed");
            }
            return response;
        };
    }

    private void drain(IntSupplier delivery, IntSupplier waiting) {
        int idle = 0;
        for (int deliveries = 0; deliveries < 36; deliveries++) {
            int came = delivery.getAsInt();
            world.faults().heal();
            idle = came == 0 ? idle + 1 : 0;
            if (came == 0) {
                if (waiting.getAsInt() == 0) {
                    return;
                }
                pass(idle == 1 ? GATHERED : REDELIVERY);
            }
        }
        throw new AssertionError("a message is not done after many deliveries");
    }

    /** How many messages lie in the two queues, seen or not. */
    int waiting() {
        return hintsWaiting() + pressesWaiting();
    }

    private int hintsWaiting() {
        return count(world.stack().recordsQueue(platform.id()));
    }

    /** How many presses lie in their queue, seen or not. */
    int pressesWaiting() {
        return count(world.stack().actionsQueue(platform.id()));
    }

    /** How many functions used up their time. */
    int timedOut() {
        return timedOut.get();
    }

    /** How many messages were set aside. */
    int setAside() {
        return setAside(platform.id());
    }

    private int setAside(String where) {
        return count(world.stack().recordsDeadLetters(where))
                + count(world.stack().actionsDeadLetters(where))
                + count(world.stack().messagesDeadLetters(where));
    }

    /** What can never be done is on its way: this world alone may end with messages in a dead-letter queue. */
    void poison() {
        poisoned = true;
    }

    private void requireNothingSetAside() {
        int setAside = world.platforms().stream().mapToInt(this::setAside).sum()
                + count(world.stack().filesDeadLetters());
        if (!poisoned && setAside > 0) {
            throw new AssertionError(
                    "a story without poison ends with " + setAside + " messages in dead-letter queues");
        }
    }

    private int count(String queue) {
        JsonObject attributes = world.aws()
                .client("tester")
                .call(
                        "sqs",
                        "GetQueueAttributes",
                        JsonObject.builder()
                                .value("QueueUrl", Stack.queueUrl(world.aws(), queue))
                                .array("AttributeNames", MESSAGES)
                                .done())
                .getObject("Attributes");
        return MESSAGES.stream()
                .mapToInt(name -> Integer.parseInt(attributes.getString(name)))
                .sum();
    }

    /**
     * Ends this world, where it was left as a story must leave it: no dead-letter queue holds anything, and all that was read of
     * ServiceNow is granted by infra/servicenow/README.md (what is not is left out of an answer without a word).
     */
    @Override
    public void close() {
        PermissionLog.keep(world.aws());
        PermissionLog.keepWritten(world.serviceNow().control().written());
        try {
            requireNothingSetAside();
        } finally {
            gateway.close();
            world.close();
        }
        if (!world.serviceNow().control().withheld().isEmpty()) {
            throw new AssertionError("read and not granted by infra/servicenow/README.md: "
                    + world.serviceNow().control().withheld());
        }
    }
}
