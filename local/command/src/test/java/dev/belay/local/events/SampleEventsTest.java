package dev.belay.local.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import dev.belay.chat.Platform;
import dev.belay.event.RecordHint;
import dev.belay.events.ChatMessageCodec;
import dev.belay.events.FileEventCodec;
import dev.belay.events.PressCodec;
import dev.belay.events.RecordHintCodec;
import dev.belay.local.lambda.Invocation;
import dev.belay.local.world.Installation;
import dev.belay.local.world.World;
import dev.belay.simulator.aws.Stack;
import dev.belay.simulator.aws.Template;
import dev.belay.simulator.http.Faults;
import dev.belay.simulator.servicenow.table.Written;
import dev.belay.simulator.time.PassingClock;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The samples of events that people invoke a function with by hand are what its handler reads. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SampleEventsTest {
    private static final Path SAMPLES = Path.of("../../infra/events");

    /**
     * A worker's sample.
     *
     * @param queue the queue that it says it comes from
     * @param codec reads its body, and refuses what is not as our own queue messages are
     * @param asked what the worker asks for because of it
     */
    record Sample(
            String name,
            String queue,
            Function<String, Object> codec,
            Function<Installation, RequestHandler<SQSEvent, SQSBatchResponse>> worker,
            String asked) {}

    private final PassingClock clock = new PassingClock(Clock.systemUTC());
    private final Faults faults = new Faults();
    private final World world = World.start(
            World.Setup.simulated(clock, faults, Set.of(Platform.SLACK)), new Stack("belay", Template.ofCheckout()));

    @AfterAll
    void close() {
        world.close();
    }

    static Stream<Sample> workers() {
        return Stream.of(
                new Sample(
                        "card-action", "belay-slack-actions", PressCodec::read, Installation::cardAction, "dynamodb"),
                new Sample(
                        "conversation-message",
                        "belay-slack-messages",
                        ChatMessageCodec::read,
                        Installation::conversationMessage,
                        "dynamodb"),
                new Sample(
                        "conversation-file",
                        "belay-files",
                        FileEventCodec::read,
                        Installation::conversationFile,
                        "dynamodb"));
    }

    @ParameterizedTest
    @MethodSource("workers")
    void a_workers_sample_is_read_and_neither_retried_nor_set_aside(Sample sample) throws JsonParserException {
        JsonObject event = JsonParser.object().from(text(sample.name()));
        JsonObject message = event.getArray("Records").getObject(0);
        assertThat(message.getString("eventSourceARN").replaceFirst("\\.fifo$", ""))
                .endsWith(":" + sample.queue());
        assertThat(sample.codec().apply(message.getString("body"))).isNotNull();
        RequestHandler<SQSEvent, SQSBatchResponse> worker = sample.worker().apply(world.installation());
        faults.heal();
        SQSBatchResponse answer = worker.handleRequest(SqsEvents.event(event), invocation());
        assertThat(answer.getBatchItemFailures()).isEmpty();
        assertThat(faults.calls()).anyMatch(call -> call.contains(sample.asked()));
        assertThat(faults.calls()).noneMatch(call -> call.contains("sqs SendMessage"));
    }

    @Test
    void the_hint_opens_a_conversation_where_its_record_is_there_and_waits_for_it_where_not()
            throws JsonParserException {
        String text = text("incident-opened");
        JsonObject message = JsonParser.object().from(text).getArray("Records").getObject(0);
        RecordHint hint = RecordHintCodec.read(message.getString("body"));
        assertThat(message.getString("eventSourceARN")).endsWith(":belay-slack-records.fifo");
        assertThat(opened(text).getBatchItemFailures()).hasSize(1);
        Written written = world.serviceNow()
                .tables()
                .insert(
                        "incident",
                        Map.of("impact", "1", "urgency", "1", "short_description", "Checkout down"),
                        "admin");
        String there = ((Written.Done) written).row().sysId();
        assertThat(opened(text.replace(hint.record().sysId().value(), there)).getBatchItemFailures())
                .isEmpty();
        assertThat(faults.calls()).contains("slack conversations.create", "slack chat.postMessage");
    }

    private SQSBatchResponse opened(String event) throws JsonParserException {
        faults.heal();
        return world.installation()
                .incidentOpened()
                .handleRequest(SqsEvents.event(JsonParser.object().from(event)), invocation());
    }

    @Test
    void what_a_schedule_sends_is_done() throws JsonParserException {
        Installation installation = world.installation();
        installation.eventsArriveAt(world.aws().url().resolve("/servicenow/events"));
        Map<String, RequestHandler<Map<String, Object>, String>> functions = Map.of(
                "token-health-check", installation.tokenHealthCheck(),
                "reconciliation", installation.reconciliation(),
                "link-audit", installation.linkAudit());
        for (Map.Entry<String, RequestHandler<Map<String, Object>, String>> function : functions.entrySet()) {
            JsonObject event = JsonParser.object().from(text(function.getKey()));
            assertThat(event.getString("source")).isEqualTo("aws.events");
            assertThat(function.getValue().handleRequest(event, invocation())).isNotBlank();
        }
    }

    @Test
    void the_request_is_refused_for_its_signature() throws IOException, JsonParserException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        world.installation()
                .ingress()
                .handleRequest(
                        new ByteArrayInputStream(text("ingress").getBytes(StandardCharsets.UTF_8)),
                        answer,
                        invocation());
        assertThat(JsonParser.object()
                        .from(answer.toString(StandardCharsets.UTF_8))
                        .getInt("statusCode"))
                .isEqualTo(401);
    }

    @Test
    void there_is_a_sample_for_each_function() throws IOException {
        Set<String> functions = Stream.of(
                        "Ingress",
                        "IncidentOpened",
                        "CardAction",
                        "ConversationMessage",
                        "ConversationFile",
                        "TokenHealthCheck",
                        "Reconciliation",
                        "LinkAudit")
                .map(id -> world.stack().template().function(id).name())
                .collect(Collectors.toSet());
        try (Stream<Path> files = Files.list(SAMPLES)) {
            assertThat(files.map(file -> file.getFileName().toString())
                            .filter(name -> name.endsWith(".json"))
                            .map(name -> name.replace(".json", ""))
                            .collect(Collectors.toSet()))
                    .isEqualTo(functions);
        }
    }

    private Invocation invocation() {
        return Invocation.of("sample", Duration.ofMinutes(1), clock);
    }

    private static String text(String name) {
        try {
            return Files.readString(SAMPLES.resolve(name + ".json"));
        } catch (IOException e) {
            throw new AssertionError("no sample of " + name, e);
        }
    }
}
