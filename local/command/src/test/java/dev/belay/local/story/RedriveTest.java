package dev.belay.local.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import dev.belay.local.command.NobodyThere;
import dev.belay.local.redrive.RedriveCommand;
import dev.belay.local.room.Person;
import dev.belay.local.secrets.Surroundings;
import dev.belay.simulator.aws.Credentials;
import dev.belay.simulator.aws.SimulatedAws;
import dev.belay.simulator.aws.Stack;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** A record event that was set aside is worked on after it was moved back. */
final class RedriveTest extends OnEachPlatform {
    @Test
    void a_record_whose_event_was_set_aside_has_its_conversation_after_it_was_moved_back() {
        Stack stack = bench.world().stack();
        String incident = bench.open(1, 1, "Checkout down");
        setAside(stack.recordsQueue(platform.id()), stack.recordsDeadLetters(platform.id()));
        bench.hints();
        assertThat(bench.setAside()).isOne();
        assertThat(bench.notes(incident)).isEmpty();
        assertThat(redrive(platform.id() + "-records", "--all", "--yes")).isZero();
        assertThat(bench.setAside()).isZero();
        bench.hints();
        assertThat(bench.channelOf(incident).cards()).hasSize(1);
        assertThat(redrive(platform.id() + "-records", "--all", "--yes")).isZero();
        bench.hints();
        assertThat(bench.channelOf(incident).cards()).hasSize(1);
    }

    @Test
    void what_was_deleted_while_its_words_were_set_aside_is_not_noted_after_they_were_moved_back() {
        Stack stack = bench.world().stack();
        String incident = bench.open(1, 1, "Checkout down");
        bench.hints();
        bench.messages();
        String channel = bench.channelOf(incident).id();
        String secret = bench.room().say(Person.ALICE, channel, "", "swordfish");
        setAside(stack.messagesQueue(platform.id()), stack.messagesDeadLetters(platform.id()));
        bench.room().delete(Person.ALICE, channel, secret);
        bench.messages();
        bench.pass(Duration.ofDays(13));
        assertThat(redrive(platform.id() + "-messages", "--all", "--yes")).isZero();
        assertThat(bench.setAside()).isZero();
        bench.messages();
        assertThat(bench.notes(incident).toString()).doesNotContain("swordfish", "was deleted");
    }

    /** As a worker does it. */
    private void setAside(String queue, String deadLetters) {
        JsonObject request = named(queue);
        request.put("MessageSystemAttributeNames", JsonArray.from("MessageGroupId"));
        JsonObject message =
                call("ReceiveMessage", request).getArray("Messages").getObject(0);
        JsonObject moved = named(deadLetters);
        moved.put("MessageBody", message.getString("Body"));
        moved.put("MessageGroupId", message.getObject("Attributes").getString("MessageGroupId"));
        moved.put("MessageDeduplicationId", message.getString("MessageId"));
        call("SendMessage", moved);
        JsonObject delete = named(queue);
        delete.put("ReceiptHandle", message.getString("ReceiptHandle"));
        call("DeleteMessage", delete);
    }

    private JsonObject named(String queue) {
        return JsonObject.builder()
                .value("QueueUrl", Stack.queueUrl(aws, queue))
                .done();
    }

    private JsonObject call(String operation, JsonObject arguments) {
        return aws.client("tester").call("sqs", operation, arguments);
    }

    private int redrive(String... arguments) {
        Credentials operator = aws.operator("you");
        PrintStream nowhere = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        Map<String, String> environment = Map.of(
                "AWS_REGION",
                SimulatedAws.REGION,
                "AWS_ENDPOINT_URL",
                aws.url().toString(),
                "AWS_ACCESS_KEY_ID",
                operator.accessKeyId(),
                "AWS_SECRET_ACCESS_KEY",
                operator.secretAccessKey());
        Surroundings around = new Surroundings(nowhere, nowhere, environment, new NobodyThere(), clock);
        CommandLine command = new CommandLine(new RedriveCommand(around));
        List<String> typed =
                new ArrayList<>(List.of("--stack", bench.world().stack().name()));
        typed.addAll(List.of(arguments));
        return command.execute(typed.toArray(String[]::new));
    }
}
