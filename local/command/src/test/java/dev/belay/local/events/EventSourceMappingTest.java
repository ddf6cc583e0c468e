package dev.belay.local.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import dev.belay.simulator.aws.AwsCall;
import dev.belay.simulator.aws.AwsClient;
import dev.belay.simulator.aws.SimulatedAws;
import dev.belay.simulator.aws.Stack;
import dev.belay.simulator.http.Faults;
import dev.belay.simulator.time.PassingClock;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EventSourceMappingTest {
    private static final Duration VISIBILITY = Duration.ofMinutes(6);
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final PassingClock CLOCK = new PassingClock(Clock.systemUTC());
    private static final SimulatedAws AWS = SimulatedAws.start(0, new Faults(), CLOCK);

    private final AwsClient operator = AWS.client("event-source-mapping");
    private final Queue<SQSMessage> handed = new ConcurrentLinkedQueue<>();
    private final String queue = "work-" + System.nanoTime() + ".fifo";

    @BeforeEach
    void create() {
        Stack.createQueue(operator, queue, queue.replace(".fifo", "-dlq.fifo"), 2);
    }

    @AfterAll
    static void close() {
        AWS.close();
    }

    @Test
    void a_message_arrives_as_lambda_hands_it_over() {
        sendWithReason("group", "body", "why");
        mapping(this::succeed).poll(Duration.ZERO);
        SQSMessage message = handed.remove();
        assertThat(message.getBody()).isEqualTo("body");
        assertThat(message.getEventSource()).isEqualTo("aws:sqs");
        assertThat(message.getEventSourceArn()).isEqualTo(Stack.queueArn(queue));
        assertThat(message.getAwsRegion()).isEqualTo(SimulatedAws.REGION);
        assertThat(message.getMd5OfBody()).isEqualTo("841a2d689ad86bd1611447453c22c6fc");
        assertThat(message.getAttributes())
                .containsEntry("MessageGroupId", "group")
                .containsEntry("ApproximateReceiveCount", "1")
                .containsKeys(
                        "SentTimestamp",
                        "SequenceNumber",
                        "MessageDeduplicationId",
                        "SenderId",
                        "ApproximateFirstReceiveTimestamp");
        assertThat(message.getMessageAttributes().values())
                .extracting(SQSEvent.MessageAttribute::getStringValue)
                .containsExactly("why");
    }

    @Test
    void what_succeeded_is_deleted() {
        send("group", "one");
        EventSourceMapping mapping = mapping(this::succeed);
        assertThat(mapping.poll(Duration.ZERO)).isEqualTo(1);
        CLOCK.pass(VISIBILITY.plusSeconds(1));
        assertThat(mapping.poll(Duration.ZERO)).isZero();
    }

    @Test
    void what_failed_waits_for_its_visibility_and_holds_its_group() {
        send("group", "first");
        send("group", "second");
        send("other", "third");
        EventSourceMapping mapping = mapping(this::fail);
        assertThat(mapping.poll(Duration.ZERO)).isEqualTo(1);
        assertThat(mapping.poll(Duration.ZERO)).isEqualTo(1);
        assertThat(mapping.poll(Duration.ZERO)).isZero();
        assertThat(bodies()).containsExactlyInAnyOrder("first", "third");
        CLOCK.pass(VISIBILITY.plusSeconds(1));
        mapping.poll(Duration.ZERO);
        mapping.poll(Duration.ZERO);
        assertThat(bodies()).containsExactlyInAnyOrder("first", "third");
    }

    @Test
    void a_function_that_throws_fails_its_batch_until_the_dead_letters() {
        send("group", "poison");
        EventSourceMapping mapping = mapping((event, context) -> {
            throw new IllegalStateException("the handler fails");
        });
        for (int receive = 0; receive < 3; receive++) {
            mapping.poll(Duration.ZERO);
            CLOCK.pass(VISIBILITY.plusSeconds(1));
        }
        JsonObject dead = JsonObject.builder()
                .value("QueueUrl", Stack.queueUrl(AWS, queue.replace(".fifo", "-dlq.fifo")))
                .done();
        assertThat(operator.call("sqs", "ReceiveMessage", dead).getArray("Messages", new JsonArray()))
                .hasSize(1);
    }

    @Test
    void a_function_whose_time_is_over_is_ended_and_its_message_comes_back_after_its_visibility() {
        send("group", "one");
        CountDownLatch never = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        mapping((event, context) -> {
                    CLOCK.pass(TIMEOUT);
                    try {
                        never.await();
                    } catch (InterruptedException e) {
                        interrupted.countDown();
                    }
                    return succeed(event, context);
                })
                .poll(Duration.ZERO);
        assertThat(interrupted.getCount()).isZero();
        handed.clear();
        EventSourceMapping next = mapping(this::succeed);
        assertThat(next.poll(Duration.ZERO)).isZero();
        CLOCK.pass(VISIBILITY);
        assertThat(next.poll(Duration.ZERO)).isOne();
        assertThat(bodies()).containsExactly("one");
    }

    @Test
    void the_function_knows_how_much_time_is_left() {
        send("group", "one");
        List<Integer> left = new ArrayList<>();
        mapping((event, context) -> {
                    left.add(context.getRemainingTimeInMillis());
                    CLOCK.pass(Duration.ofSeconds(10));
                    left.add(context.getRemainingTimeInMillis());
                    return succeed(event, context);
                })
                .poll(Duration.ZERO);
        assertThat(left.getFirst()).isPositive().isLessThanOrEqualTo(30_000);
        assertThat(left.getFirst() - left.getLast()).isGreaterThanOrEqualTo(10_000);
        CLOCK.pass(VISIBILITY.plusSeconds(1));
        assertThat(mapping(this::succeed).poll(Duration.ZERO))
                .as("it was done in time")
                .isZero();
    }

    @Test
    void polling_goes_on_until_it_is_closed() throws InterruptedException {
        CountDownLatch arrived = new CountDownLatch(2);
        EventSourceMapping mapping = mapping((event, context) -> {
            arrived.countDown();
            return succeed(event, context);
        });
        Polling polling = mapping.start(2);
        send("a", "one");
        send("b", "two");
        assertThat(arrived.await(10, TimeUnit.SECONDS)).isTrue();
        polling.close();
        send("c", "three");
        assertThat(bodies()).containsExactlyInAnyOrder("one", "two");
        assertThat(mapping.poll(Duration.ZERO)).isEqualTo(1);
    }

    @Test
    void the_mappings_calls_are_not_the_functions() {
        AWS.forgetCalls();
        send("group", "one");
        mapping(this::succeed).poll(Duration.ZERO);
        assertThat(AWS.calls()).isNotEmpty().noneMatch(AwsCall::function);
    }

    private SQSBatchResponse succeed(SQSEvent event, Context context) {
        handed.addAll(event.getRecords());
        return new SQSBatchResponse(List.of());
    }

    private SQSBatchResponse fail(SQSEvent event, Context context) {
        handed.addAll(event.getRecords());
        return new SQSBatchResponse(event.getRecords().stream()
                .map(message -> new BatchItemFailure(message.getMessageId()))
                .toList());
    }

    private List<String> bodies() {
        List<String> bodies = handed.stream().map(SQSMessage::getBody).toList();
        handed.clear();
        return bodies;
    }

    private EventSourceMapping mapping(RequestHandler<SQSEvent, SQSBatchResponse> function) {
        EventSourceMapping.Settings settings = new EventSourceMapping.Settings(
                Stack.queueUrl(AWS, queue), Stack.queueArn(queue), 1, "card-action", TIMEOUT);
        return new EventSourceMapping(operator, settings, function, CLOCK);
    }

    private void send(String group, String body) {
        operator.call("sqs", "SendMessage", message(group, body));
    }

    private void sendWithReason(String group, String body, String reason) {
        JsonObject message = message(group, body);
        message.put(
                "MessageAttributes",
                JsonObject.builder()
                        .object("reason")
                        .value("DataType", "String")
                        .value("StringValue", reason)
                        .end()
                        .done());
        operator.call("sqs", "SendMessage", message);
    }

    private JsonObject message(String group, String body) {
        return JsonObject.builder()
                .value("QueueUrl", Stack.queueUrl(AWS, queue))
                .value("MessageGroupId", group)
                .value("MessageDeduplicationId", group + body)
                .value("MessageBody", body)
                .done();
    }
}
