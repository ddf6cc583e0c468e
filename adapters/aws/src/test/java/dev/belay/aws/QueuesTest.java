package dev.belay.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import dev.belay.failure.Rejected;
import dev.belay.simulator.aws.Stack;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A message waits as long as it is told, and moves with its reason. */
final class QueuesTest {
    private final Queues queues = Cloud.worker(Clock.systemUTC()).queues();
    private final Stack stack =
            new Stack("queues-" + Cloud.unique()).create(Cloud.AWS, Stack.Expiry.OFF, List.of("slack"));
    private final String url = Stack.queueUrl(Cloud.AWS, stack.actionsQueue("slack"));

    @Test
    void a_message_arrives_once_with_its_reason() {
        queues.send(url, message());
        queues.send(url, message());
        JsonObject received = receive().getObject(0);
        assertThat(received.getString("Body")).isEqualTo("{\"a\":1}");
        assertThat(received.getObject("MessageAttributes").getObject("Reason").getString("StringValue"))
                .isEqualTo("malformed");
        assertThat(receive()).isEmpty();
    }

    @Test
    void a_message_comes_again_at_once_or_after_the_time_told() {
        queues.send(url, message());
        String handle = receive().getObject(0).getString("ReceiptHandle");
        queues.changeVisibility(url, handle, Duration.ZERO);
        String again = receive().getObject(0).getString("ReceiptHandle");
        queues.changeVisibility(url, again, Duration.ofSeconds(30));
        assertThat(receive()).isEmpty();
    }

    @Test
    void a_wait_is_cut_to_what_the_queue_takes() {
        queues.send(url, message());
        String handle = receive().getObject(0).getString("ReceiptHandle");
        queues.changeVisibility(url, handle, Duration.ofDays(2));
        assertThat(receive()).isEmpty();
    }

    @Test
    void a_queue_that_is_not_there_is_a_rejection() {
        assertThatThrownBy(() -> queues.send(Stack.queueUrl(Cloud.AWS, "nowhere.fifo"), message()))
                .isInstanceOf(Rejected.class);
    }

    @Test
    void a_message_never_shows_its_body() {
        assertThat(message().toString()).doesNotContain("{\"a\":1}");
    }

    private static OutgoingMessage message() {
        return new OutgoingMessage(
                "{\"a\":1}", Optional.of("group"), Optional.of("same"), Map.of("Reason", "malformed"));
    }

    private JsonArray receive() {
        JsonObject request = new JsonObject();
        request.put("QueueUrl", url);
        request.put("MessageAttributeNames", JsonArray.from("All"));
        return Cloud.AWS.client("test").call("sqs", "ReceiveMessage", request).getArray("Messages", new JsonArray());
    }
}
