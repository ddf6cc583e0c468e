package dev.belay.local.demo.stage;

import com.grack.nanojson.JsonObject;
import dev.belay.local.demo.view.ChatView;
import dev.belay.local.demo.view.ChatView.FoundChannel;
import dev.belay.local.demo.view.ServiceNowView;
import dev.belay.local.demo.view.StoryFailed;
import dev.belay.local.demo.view.Ticket;
import dev.belay.local.room.Person;
import dev.belay.local.room.Room;
import dev.belay.local.room.Room.Card;
import dev.belay.local.room.Room.Told;
import dev.belay.local.world.World;
import dev.belay.simulator.aws.AwsClient;
import dev.belay.simulator.aws.Stack;
import dev.belay.simulator.aws.alarm.Published;
import dev.belay.simulator.http.Outcome;
import dev.belay.simulator.slack.workspace.Grant.Standing;
import dev.belay.simulator.slack.workspace.Preferences;
import dev.belay.simulator.time.PassingClock;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** What happens in a story: people do things, and what came of it is read back and told. */
public final class Stage {
    private static final Pattern OWED_TO_TOPIC = Pattern.compile("untold[^\\]]*TOPIC");
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration PROMPTLY = Duration.ofMillis(400);

    /** Longer than lines are gathered. */
    private static final Duration GATHERED = Duration.ofSeconds(5);

    private static final Duration SOON = Duration.ofSeconds(3);

    /** A queue's visibility time-out and more. */
    private static final Duration TIMEOUT = Duration.ofMinutes(16);

    private static final Duration LOOK = Duration.ofMillis(20);

    /** What lets an app make channels in the teams that it is installed in. */
    private static final String CREATE = "Channel.Create.Group";

    public static final Instant LONG_AGO = Instant.parse("2000-01-01T00:00:00Z");

    private final World world;
    private final PassingClock clock;
    private final StepPrinter steps;
    private final ServiceNowView serviceNow;
    private final ChatView chat;
    private final AwsClient operator;
    private final Duration promptness;

    public Stage(
            World world, PassingClock clock, StepPrinter steps, HttpClient http, ChatView chat, Duration promptness) {
        this.world = world;
        this.clock = clock;
        this.steps = steps;
        this.serviceNow = new ServiceNowView(http, world.serviceNow().url());
        this.chat = chat;
        this.promptness = promptness;
        this.operator = world.aws().client("storyteller");
    }

    public World world() {
        return world;
    }

    /** Whoever runs it. */
    public Operator operator() {
        return new Operator(world, clock);
    }

    /** Records opened before get no conversation from now on. */
    public void startAt(Instant start) {
        world.installation().changeSettings(settings -> settings.put("start_at", start.toString()));
    }

    public ServiceNowView serviceNow() {
        return serviceNow;
    }

    /** The people of the platform that the story is played on. */
    public Room room() {
        return chat.room();
    }

    /** What they see there. */
    public ChatView chat() {
        return chat;
    }

    public void tell(String step) {
        steps.tell(step);
    }

    /** Somebody opens an incident in ServiceNow. */
    public Ticket open(int impact, int urgency, String shortDescription) {
        return open(
                "incident",
                Map.of(
                        "impact", Integer.toString(impact),
                        "urgency", Integer.toString(urgency),
                        "short_description", shortDescription));
    }

    /** Somebody opens a record of any table in ServiceNow. */
    public Ticket open(String table, Map<String, String> fields) {
        Ticket ticket = serviceNow.open(table, fields);
        tell("ServiceNow: " + ticket.number() + " \"" + fields.get("short_description") + "\" is opened, priority "
                + serviceNow.field(ticket, "priority"));
        return ticket;
    }

    /** The one channel of an incident, once it stands and the link is ready. */
    public FoundChannel channelOf(Ticket incident) {
        String prefix = incident.number().toLowerCase(Locale.ROOT) + "-";
        await("a channel " + prefix + "…", () -> chat.channels(prefix).stream().findFirst());
        await("the link of " + incident.number() + " is READY and the channel is set up", () -> link(incident)
                .filter(Stage::isReady));
        List<FoundChannel> channels = chat.channels(prefix);
        require("one channel for " + incident.number(), channels.size() == 1);
        return channels.getFirst();
    }

    /** The one card of an incident in a channel. */
    public Card card(String channel, Ticket incident) {
        await("a card of " + incident.number(), () -> chat.cards(channel, incident).stream()
                .findFirst());
        List<Card> cards = chat.cards(channel, incident);
        require("one card of " + incident.number(), cards.size() == 1);
        return cards.getFirst();
    }

    /** Waits until the one card of an incident shows all of these words. */
    public void cardShows(String channel, Ticket incident, String... words) {
        await("the card of " + incident.number() + " shows " + String.join(", ", words), () -> Optional.of(
                        card(channel, incident).content())
                .filter(shown -> List.of(words).stream().allMatch(shown::contains)));
    }

    /** Waits until one work note of a record says this. */
    public void noted(Ticket ticket, String words) {
        await("one work note says “" + words + "”", () -> Optional.of(serviceNow.notes(ticket, words))
                .filter(count -> count == 1));
    }

    /** Somebody presses a button of a message that they see. */
    public void press(Person person, String place, String message, String word) {
        requireAccepted(room().press(person, place, message, word));
    }

    /** Somebody presses a button that asks first, and fills its dialog in. */
    public void enter(Person person, String place, String message, String word, Map<String, List<String>> values) {
        requireAccepted(room().enter(person, place, message, word, values));
    }

    /** The app took a press. */
    public void requireAccepted(Outcome answer) {
        require("the press was taken (" + answer.status() + ")", answer.status() / 100 == 2);
    }

    /** The newest message that this person alone sees, once there are so many. */
    public Told told(Person person, int count) {
        return await("a private answer to " + person, () -> Optional.of(room().told(person))
                .filter(messages -> messages.size() >= count)
                .map(List::getLast));
    }

    /** Waits until ServiceNow has sent its events. */
    public void awaitEvents() {
        require("ServiceNow's events are out", world.serviceNow().rule().awaitIdle(PATIENCE));
    }

    /** Waits until nothing is on its way: no event from ServiceNow, no message in a queue. What is gathered to be said as one is said. */
    public void awaitIdle() {
        awaitEvents();
        for (int again = 0; again < 3 && seen(PROMPTLY, this::emptied).isEmpty(); again++) {
            clock.pass(GATHERED);
        }
        await("the queues are empty", this::emptied);
    }

    /**
     * The same where time was let pass while work was under way: what it overtook is delivered once more when its time-out has
     * passed too.
     */
    public void awaitIdleAfterTimeouts() {
        for (int again = 0; again < 3 && seen(SOON, this::emptied).isEmpty(); again++) {
            pass(TIMEOUT);
        }
        awaitIdle();
    }

    /** Waits for what may come back later, and lets that time pass. */
    public <T> T awaitInTime(String what, Supplier<Optional<T>> look) {
        for (int again = 0; again < 3; again++) {
            Optional<T> seen = seen(SOON, look);
            if (seen.isPresent()) {
                return seen.get();
            }
            pass(TIMEOUT);
        }
        return await(what, look);
    }

    /** Lets time pass for everyone, once ServiceNow has sent its events: their signatures are good for minutes. */
    public void pass(Duration time) {
        awaitEvents();
        clock.pass(time);
        tell(time.toMinutes() + " minutes pass");
    }

    /** The record's link, as it is stored. */
    public Optional<JsonObject> link(Ticket incident) {
        return Optional.of(item(
                        world.stack().linkTable(),
                        "record#" + room().platform().id() + "#" + incident.table() + "#" + incident.sysId()))
                .filter(item -> !item.isEmpty());
    }

    /** Empty where there is none. */
    private JsonObject item(String table, String key) {
        return operator.call(
                        "dynamodb",
                        "GetItem",
                        JsonObject.builder()
                                .value("TableName", table)
                                .value("ConsistentRead", true)
                                .object("Key")
                                .object("pk")
                                .value("S", key)
                                .end()
                                .end()
                                .done())
                .getObject("Item", new JsonObject());
    }

    private static boolean isReady(JsonObject link) {
        return link.getObject("state").getString("S").equals("READY") && link.containsKey("set_up_invitation");
    }

    private Optional<Integer> emptied() {
        return Optional.of(waiting()).filter(count -> count == 0);
    }

    /** A message of lines in a channel that has these words. */
    public Optional<String> said(String channel, String words) {
        return chat.lines(channel).stream().filter(line -> line.contains(words)).findFirst();
    }

    /** The one channel of a record in which people can write. */
    public Optional<FoundChannel> live(Ticket incident) {
        List<FoundChannel> open = chat.channels(incident.number().toLowerCase(Locale.ROOT) + "-").stream()
                .filter(channel -> !chat.isArchived(channel.id()))
                .toList();
        return open.size() == 1 ? Optional.of(open.getFirst()) : Optional.empty();
    }

    /** Whether the platform has a channel of this record. */
    public boolean hasChannel(Ticket incident) {
        return !chat.channels(incident.number().toLowerCase(Locale.ROOT) + "-").isEmpty();
    }

    /** Whether the platform lets our app make channels. */
    public void allowChannels(boolean allows) {
        switch (room().platform()) {
            case SLACK -> {
                Preferences preferences = world.slack().workspace().preferences();
                preferences.keep(Preferences.Kept.CREATE_PUBLIC, !allows);
                preferences.keep(Preferences.Kept.CREATE_PRIVATE, !allows);
            }
            case TEAMS -> {
                if (allows) {
                    world.teams().tenant().grant(CREATE);
                } else {
                    world.teams().tenant().revoke(CREATE);
                }
            }
        }
    }

    /** Whether the platform takes what our app proves itself with. */
    public void acceptToken(boolean accepts) {
        switch (room().platform()) {
            case SLACK -> world.slack().workspace().botToken(accepts ? Standing.VALID : Standing.REVOKED);
            case TEAMS -> {
                world.teams().credentials().inTenant(accepts);
                world.teams().accessTokens().revoke();
            }
        }
    }

    /**
     * Waits until those who run Belay were told so often of a credential, the last time in these words, and it is noted that they were.
     *
     * @param credential how its name begins
     */
    public void noticed(String credential, int times, String words) {
        await(times + " notices of " + credential + "…, the last: " + words, () -> Optional.of(notices(credential))
                .filter(notices -> notices.size() == times
                        && notices.getLast().endsWith(words)
                        && !OWED_TO_TOPIC.matcher(credentials()).find()));
    }

    /** Each change of a credential was told everywhere, in the operations channel too. */
    public void toldEverywhere() {
        await("nothing is owed", () -> Optional.of(credentials()).filter(states -> !states.contains("untold")));
    }

    private String credentials() {
        return item(world.stack().eventTable(), "credentials").toString();
    }

    private List<String> notices(String credential) {
        return world.aws().published(world.installation().alarmTopic()).stream()
                .map(Published::subject)
                .filter(subject -> subject.contains("credential " + credential))
                .toList();
    }

    /** How many messages were set aside. */
    public int deadLetters() {
        Stack stack = world.stack();
        return world.platforms().stream()
                        .mapToInt(platform -> waiting(stack.recordsDeadLetters(platform))
                                + waiting(stack.actionsDeadLetters(platform))
                                + waiting(stack.messagesDeadLetters(platform)))
                        .sum()
                + waiting(stack.filesDeadLetters());
    }

    private int waiting() {
        Stack stack = world.stack();
        return world.platforms().stream()
                        .mapToInt(platform -> waiting(stack.recordsQueue(platform))
                                + waiting(stack.actionsQueue(platform))
                                + waiting(stack.messagesQueue(platform)))
                        .sum()
                + waiting(stack.filesQueue());
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

    /** What everybody sees followed a press soon enough. */
    public void requirePrompt(Duration took) {
        require("within " + promptness.toMillis() + " ms", took.compareTo(promptness) <= 0);
    }

    public void require(String what, boolean so) {
        if (!so) {
            throw new StoryFailed("not so: " + what);
        }
    }

    public <T> T await(String what, Supplier<Optional<T>> look) {
        return seen(PATIENCE, look)
                .orElseThrow(() -> new StoryFailed("not so within " + PATIENCE.toSeconds() + " s: " + what));
    }

    private static <T> Optional<T> seen(Duration within, Supplier<Optional<T>> look) {
        long end = System.nanoTime() + within.toNanos();
        Optional<T> seen = look.get();
        while (seen.isEmpty() && System.nanoTime() < end) {
            LockSupport.parkNanos(LOOK.toNanos());
            seen = look.get();
        }
        return seen;
    }
}
