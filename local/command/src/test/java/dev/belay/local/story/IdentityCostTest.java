package dev.belay.local.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import dev.belay.chat.ChatUser;
import dev.belay.chat.ConversationId;
import dev.belay.chat.Platform;
import dev.belay.chat.ReplyAddress;
import dev.belay.conversationmessage.ConversationMessageHandler;
import dev.belay.events.ChatMessageCodec;
import dev.belay.fuzz.Enumeration;
import dev.belay.local.lambda.Invocation;
import dev.belay.message.ChatMessage;
import dev.belay.message.TextPart;
import dev.belay.simulator.aws.SimulatedAws;
import dev.belay.simulator.aws.Stack;
import dev.belay.simulator.http.Faults;
import dev.belay.simulator.servicenow.rest.Call;
import dev.belay.simulator.slack.AcmeWorkspace;
import dev.belay.simulator.teams.AcmeTeams;
import dev.belay.simulator.teams.call.ApiCall;
import dev.belay.simulator.time.PassingClock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Who wrote what is not asked for each message: counted where the requests arrive. */
@ParameterizedClass
@EnumSource(Platform.class)
final class IdentityCostTest {
    private static final int PEOPLE = Enumeration.asked().of(500, 50);
    private static final int MESSAGES = Enumeration.asked().of(10_000, 1_000);
    private static final int BATCH = 10;
    private static final Duration ALL = Duration.ofDays(31);
    private static final String OTHER_TENANT = "11111111-0000-0000-0000-000000000001";
    private static final Pattern ADDRESS = Pattern.compile("person(\\d+)@");
    private static final Pattern IN_SLACK = Pattern.compile("U1(\\d+)");
    private static final Pattern IN_TEAMS = Pattern.compile("cc000000(\\d+)");

    /** The app signs in anew and asks again. */
    private static final String TOKEN_EXPIRED = "Unauthorized";

    /** What somebody is to the workspace and to ServiceNow. */
    private enum Kind {
        MAPPED,
        UNMAPPED,
        GUEST,
        STRANGER
    }

    private final PassingClock clock =
            new PassingClock(InstantSource.fixed(Instant.now().plus(Duration.ofMinutes(2))));
    private final Faults faults = new Faults();
    private final SimulatedAws aws = SimulatedAws.start(0, faults, clock).ready();
    private final Random random = new Random(20261130);
    private final Platform platform;
    private final Bench bench;
    private int sent;

    IdentityCostTest(Platform platform) {
        this.platform = platform;
        this.bench = Bench.beside(aws, faults, clock, platform);
    }

    @AfterEach
    void all_stops() {
        bench.close();
        aws.close();
    }

    @Test
    void what_many_people_say_in_31_days_costs_a_look_up_each_per_30_days() {
        List<String> incidents = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            incidents.add(bench.open(1, 1, "Checkout down " + i));
            bench.hints();
        }
        List<String> channels =
                incidents.stream().map(each -> bench.channelOf(each).id()).toList();
        for (int i = 0; i < PEOPLE; i++) {
            person(i);
        }
        bench.world().serviceNow().forgetCalls();
        bench.forgetCalls();
        ConversationMessageHandler function = bench.world().installation().conversationMessage();
        Set<Integer> wrote = new HashSet<>();
        for (int batch = 0; batch < MESSAGES / BATCH; batch++) {
            List<SQSEvent.SQSMessage> messages = new ArrayList<>();
            String channel = channels.get(random.nextInt(channels.size()));
            for (int i = 0; i < BATCH; i++) {
                int who = random.nextInt(PEOPLE);
                wrote.add(who);
                messages.add(message(channel, who));
            }
            clock.pass(Duration.ofSeconds(6));
            SQSEvent event = new SQSEvent();
            event.setRecords(messages);
            SQSBatchResponse response =
                    function.handleRequest(event, Invocation.of("conversation-message", Duration.ofMinutes(1), clock));
            assertThat(response.getBatchItemFailures()).isEmpty();
            clock.pass(ALL.dividedBy(MESSAGES / BATCH).minusSeconds(6));
        }
        assertThat(wrote).hasSize(PEOPLE);
        Map<Integer, Long> lookedUp = perPerson(
                bench.world().serviceNow().calls().stream()
                        .filter(call -> call.name().equals("GET sys_user"))
                        .map(Call::query),
                ADDRESS);
        Map<Integer, Long> asked = perPerson(profiles(), platform == Platform.SLACK ? IN_SLACK : IN_TEAMS);
        for (int who = 0; who < PEOPLE; who++) {
            boolean ours = kind(who) == Kind.MAPPED || kind(who) == Kind.UNMAPPED;
            assertThat(lookedUp.getOrDefault(who, 0L))
                    .as("look-ups of " + who + ", who is " + kind(who))
                    .isBetween(ours ? 1L : 0L, ours ? 2L : 0L);
            assertThat(asked.getOrDefault(who, 0L))
                    .as("profiles of " + who + ", who is " + kind(who))
                    .isBetween(1L, 2L);
        }
        long notes = incidents.stream()
                .flatMap(incident -> bench.notes(incident).stream())
                .filter(note -> note.startsWith("Written in "))
                .count();
        assertThat(notes).isEqualTo(MESSAGES / BATCH);
    }

    private Stream<String> profiles() {
        return switch (platform) {
            case SLACK ->
                bench.slack().calls("users.info").stream()
                        .map(call -> call.arguments().getOrDefault("user", ""));
            case TEAMS ->
                bench.world().teams().calls("connector.getConversationMember").stream()
                        .filter(call -> !call.outcome().equals(TOKEN_EXPIRED))
                        .map(ApiCall::path);
        };
    }

    /** How many of the questions are about each person. */
    private static Map<Integer, Long> perPerson(Stream<String> questions, Pattern about) {
        return questions
                .map(about::matcher)
                .filter(Matcher::find)
                .collect(Collectors.groupingBy(matcher -> Integer.parseInt(matcher.group(1)), Collectors.counting()));
    }

    /** A tenth each is not known in ServiceNow, a guest, or of another organization. */
    private static Kind kind(int who) {
        return switch (who % 10) {
            case 0 -> Kind.UNMAPPED;
            case 1 -> Kind.GUEST;
            case 2 -> Kind.STRANGER;
            default -> Kind.MAPPED;
        };
    }

    private SQSEvent.SQSMessage message(String channel, int who) {
        Instant now = clock.instant();
        String workspace = platform == Platform.SLACK ? AcmeWorkspace.TEAM : AcmeTeams.TENANT;
        String id = platform == Platform.SLACK
                ? now.getEpochSecond() + ".%06d".formatted(++sent)
                : Long.toString(now.toEpochMilli() + ++sent);
        Optional<ReplyAddress> reply = platform == Platform.SLACK
                ? Optional.empty()
                : Optional.of(
                        new ReplyAddress(bench.world().teams().connectorUrl().toString()));
        ChatMessage said = new ChatMessage(
                "Ev" + sent,
                ChatMessage.Kind.WRITTEN,
                new ConversationId(platform, workspace, channel, Optional.empty()),
                id,
                new ChatMessage.Author(new ChatUser(platform, workspace, id(who)), Optional.empty(), false, reply),
                List.of(new TextPart.Words("Message " + sent)),
                "",
                now,
                now);
        SQSEvent.SQSMessage message = new SQSEvent.SQSMessage();
        message.setMessageId("m" + sent);
        message.setReceiptHandle("r" + sent);
        message.setBody(ChatMessageCodec.write(said).body());
        message.setEventSourceArn(Stack.queueArn(bench.world().stack().messagesQueue(platform.id())));
        message.setAttributes(Map.of(
                "SentTimestamp",
                Long.toString(now.toEpochMilli()),
                "ApproximateReceiveCount",
                "1",
                "MessageGroupId",
                channel));
        return message;
    }

    private String id(int who) {
        return platform == Platform.SLACK
                ? "U1%05d".formatted(who)
                : "5d0c1a00-7e1b-4a52-8f10-cc000000%04d".formatted(who);
    }

    private void person(int who) {
        String name = "Person " + who;
        String email = "person" + who + "@acme.example";
        if (kind(who) != Kind.UNMAPPED) {
            bench.world().serviceNow().people().person(name, "person" + who, email);
        }
        switch (platform) {
            case SLACK ->
                bench.slack()
                        .workspace()
                        .add(dev.belay.simulator.slack.workspace.Person.of(
                                switch (kind(who)) {
                                    case MAPPED, UNMAPPED -> dev.belay.simulator.slack.workspace.Person.Kind.MEMBER;
                                    case GUEST -> dev.belay.simulator.slack.workspace.Person.Kind.GUEST;
                                    case STRANGER -> dev.belay.simulator.slack.workspace.Person.Kind.STRANGER;
                                },
                                kind(who) == Kind.STRANGER ? "T02OTHER" : AcmeWorkspace.TEAM,
                                id(who),
                                "person" + who,
                                name,
                                email));
            case TEAMS -> {
                var tenant = bench.world().teams().tenant();
                tenant.add(new dev.belay.simulator.teams.tenant.Person(
                        id(who),
                        "29:1" + id(who),
                        kind(who) == Kind.STRANGER ? OTHER_TENANT : AcmeTeams.TENANT,
                        name,
                        Optional.of(email),
                        email,
                        switch (kind(who)) {
                            case MAPPED, UNMAPPED -> dev.belay.simulator.teams.tenant.Person.Kind.MEMBER;
                            case GUEST -> dev.belay.simulator.teams.tenant.Person.Kind.GUEST;
                            case STRANGER -> dev.belay.simulator.teams.tenant.Person.Kind.STRANGER;
                        },
                        false));
                tenant.atomically(() -> tenant.teams().stream()
                        .map(team -> team.members().add(id(who)))
                        .toList());
            }
        }
    }
}
