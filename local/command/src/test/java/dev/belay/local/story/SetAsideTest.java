package dev.belay.local.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonObject;
import dev.belay.local.room.Person;
import dev.belay.simulator.aws.Stack;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What no worker can read. */
final class SetAsideTest extends OnEachPlatform {
    private String incident = "";

    @BeforeEach
    void an_incident_is_open() {
        bench.poison();
        incident = bench.open(3, 3, "Printer jams");
        bench.hints();
    }

    @Test
    void a_message_that_is_no_press_is_set_aside_with_its_reason_and_holds_nothing_up() {
        Stack stack = bench.world().stack();
        String body = "{\"schema\":1,\"kind\":\"press\",\"platform\":\"" + platform.id() + "\"}";
        put(stack.actionsQueue(platform.id()), body);
        String card = bench.cardOf(incident, bench.room().support()).id();
        assertThat(bench.room()
                        .press(Person.ALICE, bench.room().support(), card, "ack")
                        .accepted())
                .isTrue();
        bench.presses();
        assertThat(bench.incident(incident).value("state")).isEqualTo("2");
        lies(stack.actionsDeadLetters(platform.id()), body);
    }

    @ParameterizedTest
    @ValueSource(strings = {"hint", "notice", "rumour"})
    void a_message_that_no_opener_can_read_is_set_aside_with_its_reason_and_holds_nothing_up(String kind) {
        Stack stack = bench.world().stack();
        String body = "{\"schema\":1,\"kind\":\"" + kind + "\",\"platform\":\"" + platform.id() + "\"}";
        put(stack.recordsQueue(platform.id()), body);
        String major = bench.open(1, 1, "Checkout down");
        bench.hints();
        assertThat(bench.channelOf(major).cards()).hasSize(1);
        lies(stack.recordsDeadLetters(platform.id()), body);
    }

    @Test
    void a_message_that_no_relay_can_read_is_set_aside_with_its_reason() {
        Stack stack = bench.world().stack();
        String said = "{\"schema\":1,\"kind\":\"chat_message\",\"platform\":\"" + platform.id() + "\"}";
        put(stack.messagesQueue(platform.id()), said);
        bench.messages();
        lies(stack.messagesDeadLetters(platform.id()), said);
        String shared = "{\"schema\":1,\"kind\":\"file_event\",\"platform\":\"" + platform.id() + "\"}";
        put(stack.filesQueue(), shared);
        bench.files();
        lies(stack.filesDeadLetters(), shared);
    }

    private void put(String queue, String body) {
        aws.client("tester")
                .call(
                        "sqs",
                        "SendMessage",
                        JsonObject.builder()
                                .value("QueueUrl", Stack.queueUrl(aws, queue))
                                .value("MessageBody", body)
                                .value("MessageGroupId", queue.endsWith(".fifo") ? "group" : null)
                                .value("MessageDeduplicationId", queue.endsWith(".fifo") ? "once" : null)
                                .done());
    }

    private void lies(String deadLetters, String body) {
        JsonObject set = aws.client("tester")
                .call(
                        "sqs",
                        "ReceiveMessage",
                        JsonObject.builder()
                                .value("QueueUrl", Stack.queueUrl(aws, deadLetters))
                                .array("MessageAttributeNames", List.of("All"))
                                .done())
                .getArray("Messages")
                .getObject(0);
        assertThat(set.getString("Body")).isEqualTo(body);
        assertThat(set.getObject("MessageAttributes").getObject("reason").getString("StringValue"))
                .isNotBlank();
    }
}
