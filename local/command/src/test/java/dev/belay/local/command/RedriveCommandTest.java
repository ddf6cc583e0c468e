package dev.belay.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import com.grack.nanojson.JsonWriter;
import dev.belay.local.secrets.Surroundings;
import dev.belay.local.secrets.Terminal;
import dev.belay.simulator.aws.SimulatedAws;
import dev.belay.simulator.aws.Stack;
import dev.belay.simulator.aws.Template;
import dev.belay.simulator.http.Faults;
import dev.belay.simulator.time.PassingClock;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Dead letters are shown with their reasons and moved back, and none is lost or shown in full. */
final class RedriveCommandTest {
    private static final PassingClock CLOCK = new PassingClock(Clock.systemUTC());
    private static final Faults FAULTS = new Faults();
    private static final SimulatedAws AWS = SimulatedAws.start(0, FAULTS, CLOCK).ready();
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final Set<String> PLATFORMS = Set.of("slack", "teams");
    private static final String SYS_ID = "9d385017c611228701d22104cc95c371";
    private static final Duration UNTIL_FREE = Duration.ofMinutes(2);

    private final Stack stack = new Stack("redrive" + COUNT.incrementAndGet(), Template.ofCheckout())
            .create(AWS, Stack.Expiry.OFF, PLATFORMS);
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();
    private Optional<Supplier<String>> answer = Optional.empty();
    private String asked = "";

    /** A person who answers, or nobody. */
    private final class Person implements Terminal {
        @Override
        public boolean isInteractive() {
            return answer.isPresent();
        }

        @Override
        public String askHidden(String prompt) {
            throw new AssertionError("nothing here is secret");
        }

        @Override
        public String ask(String prompt) {
            asked = prompt;
            return answer.orElseThrow().get();
        }

        @Override
        public String piped() {
            throw new AssertionError("nothing is piped in");
        }
    }

    private record Received(String body, String group, JsonObject attributes, String receipt) {}

    @AfterEach
    void the_stack_is_gone() {
        FAULTS.heal();
        stack.delete(AWS, PLATFORMS);
    }

    @AfterAll
    static void close() {
        AWS.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"slack", "teams"})
    void what_is_in_each_queue_is_shown_with_its_reason_and_not_what_it_says(String platform) {
        String hint = die(stack.recordsDeadLetters(platform), "a", hint("one"), "servicenow: 403: no right");
        String press = die(
                stack.actionsDeadLetters(platform),
                "b",
                "{\"kind\":\"press\",\"action\":\"ack\",\"table\":\"incident\",\"sys_id\":\"" + SYS_ID
                        + "\",\"user\":\"U-SECRET\",\"input\":{\"why\":[\"erin@acme.example\"]}}",
                "RuntimeException");
        assertThat(redrive()).isZero();
        assertThat(text(out))
                .contains(
                        platform + "-records  " + stack.recordsDeadLetters(platform) + "  1 message\n  " + hint + "  ")
                .contains("  hint updated on incident/" + SYS_ID
                        + "\n    servicenow: 403: no right  (correlation_id c-one)")
                .contains(
                        platform + "-actions  " + stack.actionsDeadLetters(platform) + "  1 message\n  " + press + "  ")
                .contains("  press ack on incident/" + SYS_ID + "\n    RuntimeException\n")
                .contains("  empty\n")
                .doesNotContain("U-SECRET", "erin@", "event_id", "{");
    }

    @Test
    void looking_leaves_all_as_it_was() {
        die(stack.recordsDeadLetters("slack"), "a", hint("one"), "why");
        die(stack.recordsDeadLetters("slack"), "a", hint("two"), "why");
        assertThat(redrive("slack-records")).isZero();
        out.reset();
        assertThat(redrive("slack-records")).isZero();
        assertThat(text(out)).contains("  2 messages\n");
        assertThat(bodies(stack.recordsDeadLetters("slack"))).containsExactly(hint("one"), hint("two"));
        assertThat(bodies(stack.recordsQueue("slack"))).isEmpty();
    }

    @Test
    void one_message_is_moved_back_with_its_group_and_without_its_reason() {
        die(stack.recordsDeadLetters("teams"), "group-of-one", hint("one"), "why");
        String two = die(stack.recordsDeadLetters("teams"), "group-of-two", hint("two"), "why");
        assertThat(redrive("teams-records", "--message", two, "--yes")).isZero();
        assertThat(text(out))
                .contains(two + "  hint updated on incident/" + SYS_ID + "  is back in ", "1 moved, 1 seen");
        List<Received> back = receive(stack.recordsQueue("teams"));
        assertThat(back).hasSize(1);
        assertThat(back.getFirst().body()).isEqualTo(hint("two"));
        assertThat(back.getFirst().group()).isEqualTo("group-of-two");
        assertThat(back.getFirst().attributes().keySet()).containsExactly("correlation_id");
        assertThat(bodies(stack.recordsDeadLetters("teams"))).containsExactly(hint("one"));
    }

    @Test
    void all_are_moved_back_in_order_however_many_are_in_a_group() {
        List<String> bodies = new ArrayList<>();
        for (int i = 0; i < 13; i++) {
            bodies.add(hint("n" + i));
            die(stack.recordsDeadLetters("slack"), "group", bodies.get(i), "why");
        }
        assertThat(redrive("slack-records")).isZero();
        assertThat(text(out)).contains("13 messages", "and about 3 more, behind others of their group");
        assertThat(redrive("slack-records", "--all", "--yes")).isZero();
        assertThat(text(out)).contains("13 moved, 0 seen");
        assertThat(bodies(stack.recordsQueue("slack"))).containsExactlyElementsOf(bodies);
        assertThat(bodies(stack.recordsDeadLetters("slack"))).isEmpty();
    }

    @Test
    void a_message_comes_back_to_a_queue_that_has_just_had_it() {
        String queue = stack.recordsQueue("slack");
        send(queue, "group", "as ingress named it", hint("one"), new JsonObject());
        Received first = receive(queue).getFirst();
        delete(queue, first);
        die(stack.recordsDeadLetters("slack"), "group", hint("one"), "why");
        assertThat(redrive("slack-records", "--all", "--yes")).isZero();
        assertThat(bodies(queue)).containsExactly(hint("one"));
    }

    @Test
    void a_person_is_asked_and_no_means_no() {
        String id = die(stack.actionsDeadLetters("slack"), "a", "rumour", "malformed");
        for (String no : List.of("n", "", "maybe")) {
            answer = Optional.of(() -> no);
            assertThat(redrive("slack-actions", "--all")).isOne();
        }
        assertThat(asked).isEqualTo("Move all of them back to " + stack.actionsQueue("slack") + "? [y/N] ");
        assertThat(text(out)).contains("  unreadable\n    malformed\n", "press_expires_after_seconds");
        answer = Optional.of(() -> "y");
        assertThat(redrive("slack-actions", "--message", id)).isZero();
        assertThat(asked).startsWith("Move this message back to ");
        assertThat(bodies(stack.actionsQueue("slack"))).containsExactly("rumour");
    }

    @Test
    void what_came_after_the_command_began_is_not_moved_so_that_nothing_goes_in_circles() {
        die(stack.recordsDeadLetters("slack"), "a", hint("one"), "why");
        answer = Optional.of(() -> {
            CLOCK.pass(Duration.ofSeconds(2));
            die(stack.recordsDeadLetters("slack"), "b", hint("two"), "why");
            return "yes";
        });
        CLOCK.pass(Duration.ofSeconds(2));
        assertThat(redrive("slack-records", "--all")).isZero();
        assertThat(text(out)).endsWith("1 moved, 1 seen and left\n");
        assertThat(bodies(stack.recordsQueue("slack"))).containsExactly(hint("one"));
    }

    @Test
    void a_queue_without_order_is_moved_too() {
        call(
                "SendMessage",
                JsonObject.builder()
                        .value("QueueUrl", Stack.queueUrl(AWS, stack.name() + "-files-dlq"))
                        .value("MessageBody", "file")
                        .done());
        assertThat(redrive("files", "--all", "--yes")).isZero();
        assertThat(text(out)).contains("unreadable  is back in " + stack.name() + "-files\n");
        assertThat(bodies(stack.name() + "-files")).containsExactly("file");
    }

    @Test
    void queues_of_a_stack_whose_name_begins_alike_are_not_its_own() {
        Stack longer = new Stack(stack.name() + "-dev", Template.ofCheckout()).create(AWS, Stack.Expiry.OFF, PLATFORMS);
        die(longer.recordsDeadLetters("slack"), "a", hint("one"), "why");
        assertThat(redrive()).isZero();
        assertThat(text(out).lines()).hasSize(7).allMatch(line -> line.endsWith("  empty"));
        longer.delete(AWS, PLATFORMS);
    }

    @Test
    void addresses_and_tokens_are_not_shown_even_where_a_reason_holds_them() {
        String reason = "Erin <erin@acme.example> sent xoxb-12-top-secret, Bearer top-secret,"
                + " https://u:top-secret@hooks.acme.example/top-secret?x=top-secret, AbCdEfGhIjKlMnOpQrStUv12top";
        die(stack.recordsDeadLetters("slack"), "a", hint("one"), reason);
        assertThat(redrive("slack-records")).isZero();
        assertThat(redrive("slack-records", "--json")).isZero();
        assertThat(text(out)).contains("sent <token>, Bearer <token>", "https://hooks.acme.example/…", "Erin <");
        assertThat(text(out) + text(errors)).doesNotContain("top-secret", "erin@", "12top");
    }

    @Test
    void a_program_is_told_the_same() throws JsonParserException {
        String id = die(stack.recordsDeadLetters("slack"), "a", hint("one"), "why");
        assertThat(redrive("slack-records", "--json")).isZero();
        JsonObject shown = only(JsonParser.object().from(text(out)));
        assertThat(shown.getString("source_queue")).isEqualTo(stack.recordsQueue("slack"));
        JsonObject message = shown.getArray("messages").getObject(0);
        assertThat(message.getString("id")).isEqualTo(id);
        assertThat(message.getString("reason")).isEqualTo("why");
        assertThat(message.getString("record")).isEqualTo("incident/" + SYS_ID);
        assertThat(message.keySet())
                .containsExactlyInAnyOrder("id", "since", "kind", "word", "record", "reason", "correlation_id");
        out.reset();
        assertThat(redrive("slack-records", "--all", "--yes", "--json")).isZero();
        JsonObject moved = only(JsonParser.object().from(text(out)));
        assertThat(moved.getArray("moved").getObject(0).getString("id")).isEqualTo(id);
        assertThat(moved.getArray("messages")).isEmpty();
    }

    @Test
    void what_is_not_there_is_said() {
        assertThat(redrive("slack-record", "--all", "--yes")).isEqualTo(2);
        assertThat(text(errors))
                .contains("it is one of files, slack-actions, slack-messages, slack-records, teams-actions,");
        assertThat(redrive("slack-records", "--message", "none", "--yes")).isOne();
        assertThat(text(errors)).contains("there is no message none to be had");
        assertThat(run(AWS.operator("you").environment(AWS.url()), "redrive", "--stack", "nowhere"))
                .isEqualTo(2);
        assertThat(text(errors)).contains("there is no queue of a stack 'nowhere' here");
    }

    @Test
    void nothing_is_moved_that_nobody_agreed_to() {
        die(stack.recordsDeadLetters("slack"), "a", hint("one"), "why");
        assertThat(redrive("slack-records", "--all")).isEqualTo(2);
        assertThat(text(errors)).contains("nobody is there to be asked: give --yes");
        assertThat(redrive("--all", "--yes")).isEqualTo(2);
        assertThat(redrive("slack-records", "--all", "--message", "x", "--yes")).isEqualTo(2);
        answer = Optional.of(() -> "y");
        assertThat(redrive("slack-records", "--all", "--json")).isEqualTo(2);
        assertThat(bodies(stack.recordsDeadLetters("slack"))).containsExactly(hint("one"));
    }

    /** Whichever call is the last that is heard, another run ends the same: each message is in its queue once. */
    @ParameterizedTest
    @EnumSource(names = {"CALLER_KILLED", "RESPONSE_LOST"})
    void where_the_command_is_killed_nothing_is_lost_and_nothing_comes_twice(Faults.Fault how) {
        fill(0);
        FAULTS.heal();
        assertThat(asFunction()).isZero();
        List<String> calls = FAULTS.calls();
        assertThat(bodies(stack.recordsQueue("slack"))).containsExactlyInAnyOrder(hint("k0"), hint("k1"));
        assertThat(calls).endsWith("sqs DeleteMessage", "sqs ReceiveMessage");
        for (int call = calls.indexOf("sqs ReceiveMessage"); call < calls.size(); call++) {
            fill(2 * call);
            FAULTS.breakCall(call, how);
            asFunction();
            FAULTS.heal();
            CLOCK.pass(UNTIL_FREE);
            assertThat(asFunction()).as("call " + call).isZero();
            FAULTS.heal();
            assertThat(bodies(stack.recordsQueue("slack")))
                    .as("call " + call)
                    .containsExactlyInAnyOrder(hint("k" + 2 * call), hint("k" + (2 * call + 1)));
            assertThat(bodies(stack.recordsDeadLetters("slack"))).isEmpty();
        }
    }

    private void fill(int first) {
        die(stack.recordsDeadLetters("slack"), "a", hint("k" + first), "why");
        die(stack.recordsDeadLetters("slack"), "b", hint("k" + (first + 1)), "why");
    }

    private int asFunction() {
        return run(
                AWS.credentialsFor("redrive").environment(AWS.url()),
                "redrive",
                "slack-records",
                "--all",
                "--yes",
                "--stack",
                stack.name());
    }

    private static JsonObject only(JsonObject document) {
        assertThat(document.getArray("queues")).hasSize(1);
        return document.getArray("queues").getObject(0);
    }

    private static String hint(String event) {
        return JsonWriter.string(JsonObject.builder()
                .value("schema", 1)
                .value("kind", "hint")
                .value("event_id", event)
                .value("platform", "slack")
                .value("type", "updated")
                .value("table", "incident")
                .value("sys_id", SYS_ID)
                .done());
    }

    /** As a worker sets a message aside. */
    private static String die(String deadLetters, String group, String body, String reason) {
        JsonObject attributes = new JsonObject();
        attributes.put("reason", attribute(reason));
        if (body.contains("\"one\"")) {
            attributes.put("correlation_id", attribute("c-one"));
        } else if (body.contains("\"two\"")) {
            attributes.put("correlation_id", attribute("c-two"));
        }
        return send(deadLetters, group, body, body, attributes);
    }

    private static JsonObject attribute(String value) {
        return JsonObject.builder()
                .value("DataType", "String")
                .value("StringValue", value)
                .done();
    }

    private static String send(String queue, String group, String same, String body, JsonObject attributes) {
        JsonObject request = named(queue);
        request.put("MessageBody", body);
        request.put("MessageGroupId", group);
        request.put("MessageDeduplicationId", Integer.toHexString(same.hashCode()));
        request.put("MessageAttributes", attributes);
        return call("SendMessage", request).getString("MessageId", "");
    }

    private static List<String> bodies(String queue) {
        List<String> bodies = new ArrayList<>();
        List<Received> batch = receive(queue);
        while (!batch.isEmpty()) {
            for (Received each : batch) {
                bodies.add(each.body());
                delete(queue, each);
            }
            batch = receive(queue);
        }
        return bodies;
    }

    private static List<Received> receive(String queue) {
        JsonObject request = named(queue);
        request.put("MaxNumberOfMessages", 10);
        request.put("MessageAttributeNames", JsonArray.from("All"));
        request.put("MessageSystemAttributeNames", JsonArray.from("MessageGroupId"));
        return call("ReceiveMessage", request).getArray("Messages", new JsonArray()).stream()
                .map(JsonObject.class::cast)
                .map(message -> new Received(
                        message.getString("Body", ""),
                        message.getObject("Attributes", new JsonObject()).getString("MessageGroupId", ""),
                        message.getObject("MessageAttributes", new JsonObject()),
                        message.getString("ReceiptHandle", "")))
                .toList();
    }

    private static void delete(String queue, Received message) {
        JsonObject request = named(queue);
        request.put("ReceiptHandle", message.receipt());
        call("DeleteMessage", request);
    }

    private static JsonObject named(String queue) {
        return JsonObject.builder()
                .value("QueueUrl", Stack.queueUrl(AWS, queue))
                .done();
    }

    private static JsonObject call(String operation, JsonObject arguments) {
        return AWS.client("tester").call("sqs", operation, arguments);
    }

    private int redrive(String... arguments) {
        List<String> typed = new ArrayList<>(List.of("redrive", "--stack", stack.name()));
        typed.addAll(List.of(arguments));
        return run(AWS.operator("you").environment(AWS.url()), typed.toArray(String[]::new));
    }

    private int run(Map<String, String> environment, String... arguments) {
        PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
        PrintStream said = new PrintStream(errors, true, StandardCharsets.UTF_8);
        Surroundings around = new Surroundings(print, said, environment, new Person(), CLOCK);
        return new Belay(print, Template::ofCheckout, around).run(List.of(arguments));
    }

    private static String text(ByteArrayOutputStream written) {
        return written.toString(StandardCharsets.UTF_8);
    }
}
