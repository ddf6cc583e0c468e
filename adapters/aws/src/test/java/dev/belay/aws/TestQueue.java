package dev.belay.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import dev.belay.aws.deadletter.DeadLetter;
import dev.belay.aws.deadletter.DeadLetterQueue;
import dev.belay.aws.protocol.QueueSender;
import dev.belay.coldhttp.Tls;
import dev.belay.events.QueueMessage;
import dev.belay.simulator.aws.Stack;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A FIFO queue as the template's, with its dead-letter queue, that no test had before; and what Lambda does with it. */
public final class TestQueue {
    /** After so many receives a message is a dead letter. */
    static final int RECEIVES = 2;

    private static final int PATIENCE_SECONDS = 5;

    /** A received message. */
    record Received(String id, String group, String body, String receiptHandle, Map<String, String> attributes) {
        static Received of(JsonObject message) {
            Map<String, String> texts = new HashMap<>();
            JsonObject attributes = message.getObject("MessageAttributes", new JsonObject());
            attributes
                    .keySet()
                    .forEach(name -> texts.put(name, attributes.getObject(name).getString("StringValue", "")));
            return new Received(
                    message.getString("MessageId", ""),
                    message.getObject("Attributes", new JsonObject()).getString("MessageGroupId", ""),
                    message.getString("Body", ""),
                    message.getString("ReceiptHandle", ""),
                    texts);
        }

        /** The text of an attribute. */
        Optional<String> attribute(String name) {
            return Optional.ofNullable(attributes.get(name));
        }
    }

    private final AwsEngine engine;
    private final Queues queues;
    private final String name = "queue-" + Cloud.unique() + ".fifo";
    private final String deadLetters = "dead-" + name;
    private final String url;
    private final String deadLettersUrl;

    public TestQueue(AwsEngine engine) {
        this.engine = engine;
        this.queues = engine.worker(Clock.systemUTC()).queues();
        Stack.createQueue(engine.operator(), name, deadLetters, RECEIVES);
        this.url = url(name);
        this.deadLettersUrl = url(deadLetters);
    }

    Queues queues() {
        return queues;
    }

    String url() {
        return url;
    }

    /** The address of a queue that nobody made. */
    String urlOfNone() {
        return url.replace(name, "none-" + name);
    }

    void send(OutgoingMessage message) {
        queues.send(url, message);
    }

    /** Sends as ingress does. */
    void sendFromIngress(QueueMessage message, String correlationId) {
        new QueueSender(engine.environment(), Clock.systemUTC(), new Tls()).send(url, message, correlationId);
    }

    /** The next message, for which the queue is asked until it has one. */
    Received next() {
        return receive(url, PATIENCE_SECONDS).orElseThrow(() -> new AssertionError("the queue has no message"));
    }

    /** The next message, if there is one now. */
    Optional<Received> nextNow() {
        return receive(url, 0);
    }

    Received nextDeadLetter() {
        return receive(deadLettersUrl, PATIENCE_SECONDS)
                .orElseThrow(() -> new AssertionError("the dead-letter queue has no message"));
    }

    boolean hasDeadLetters() {
        return receive(deadLettersUrl, 0).isPresent();
    }

    void delete(Received message) {
        delete(url, message);
    }

    /** Moves what is in the dead-letter queue back, as a person has it done. */
    void redrive() {
        DeadLetterQueue dead = engine.worker(Clock.systemUTC())
                .deadLetterQueues()
                .ofQueues(name)
                .getFirst();
        List<DeadLetter> letters = dead.receive();
        assertThat(letters).isNotEmpty();
        letters.forEach(letter -> dead.moveBack(letter, "none"));
    }

    /** Looks at what is in the dead-letter queue, and leaves it there. */
    List<String> look() {
        DeadLetterQueue dead = engine.worker(Clock.systemUTC())
                .deadLetterQueues()
                .ofQueues(name)
                .getFirst();
        List<DeadLetter> letters = dead.receive();
        letters.forEach(dead::putBack);
        return letters.stream().map(DeadLetter::body).toList();
    }

    private void delete(String from, Received message) {
        call(
                "DeleteMessage",
                JsonObject.builder()
                        .value("QueueUrl", from)
                        .value("ReceiptHandle", message.receiptHandle())
                        .done());
    }

    private Optional<Received> receive(String from, int waitSeconds) {
        JsonObject request = JsonObject.builder()
                .value("QueueUrl", from)
                .value("MessageSystemAttributeNames", JsonArray.from("MessageGroupId"))
                .value("MessageAttributeNames", JsonArray.from("All"))
                .value("WaitTimeSeconds", waitSeconds)
                .done();
        return call("ReceiveMessage", request).getArray("Messages", new JsonArray()).stream()
                .map(JsonObject.class::cast)
                .map(Received::of)
                .findFirst();
    }

    private String url(String queue) {
        return call(
                        "GetQueueUrl",
                        JsonObject.builder().value("QueueName", queue).done())
                .getString("QueueUrl", "");
    }

    private JsonObject call(String operation, JsonObject arguments) {
        return engine.operator().call("sqs", operation, arguments);
    }
}
