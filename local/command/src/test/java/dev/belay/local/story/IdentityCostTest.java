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
import dev.belay.local.story.Backstage.Doing;
import dev.belay.message.ChatMessage;
import dev.belay.message.TextPart;
import dev.belay.simulator.aws.SimulatedAws;
import dev.belay.simulator.aws.Stack;
import dev.belay.simulator.http.Faults;
import dev.belay.simulator.servicenow.rest.Call;
import dev.belay.simulator.slack.AcmeWorkspace;
import dev.belay.simulator.teams.AcmeTeams;
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
        long lookedUp = bench.world().serviceNow().calls().stream()
                .map(Call::name)
                .filter("GET sys_user"::equals)
                .count();
        assertThat(lookedUp).isBetween((long) PEOPLE, 2L * PEOPLE);
        assertThat(bench.backstage().count(Doing.LOOK_UP)).isBetween(PEOPLE, 2 * PEOPLE);
        long notes = incidents.stream()
                .flatMap(incident -> bench.notes(incident).stream())
                .filter(note -> note.startsWith("Written in "))
                .count();
        assertThat(notes).isEqualTo(MESSAGES / BATCH);
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
        bench.world().serviceNow().people().person(name, "person" + who, email);
        switch (platform) {
            case SLACK ->
                bench.slack()
                        .workspace()
                        .add(dev.belay.simulator.slack.workspace.Person.of(
                                dev.belay.simulator.slack.workspace.Person.Kind.MEMBER,
                                AcmeWorkspace.TEAM,
                                id(who),
                                "person" + who,
                                name,
                                email));
            case TEAMS -> {
                var tenant = bench.world().teams().tenant();
                tenant.add(new dev.belay.simulator.teams.tenant.Person(
                        id(who),
                        "29:1" + id(who),
                        AcmeTeams.TENANT,
                        name,
                        Optional.of(email),
                        email,
                        dev.belay.simulator.teams.tenant.Person.Kind.MEMBER,
                        false));
                tenant.atomically(() -> tenant.teams().stream()
                        .map(team -> team.members().add(id(who)))
                        .toList());
            }
        }
    }
}
