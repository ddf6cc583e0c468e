package dev.belay.local.events;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import dev.belay.local.lambda.Invocation;
import dev.belay.local.lambda.TimedRun;
import dev.belay.simulator.aws.AwsClient;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lambda's event source mapping between a queue and a function: it receives, invokes, deletes what was done, and leaves the rest to its
 * visibility time-out, as it does with all that a function had in hand when its time was over. In a FIFO queue the queue itself holds back what follows a message of the same group.
 */
public final class EventSourceMapping {
    private static final System.Logger LOG = System.getLogger(EventSourceMapping.class.getName());

    /**
     * Which queue feeds which function, and how.
     *
     * @param batchSize how many messages one invocation gets at most
     * @param timeout how long one invocation may take
     */
    public record Settings(String queueUrl, String queueArn, int batchSize, String functionName, Duration timeout) {
        public Settings {
            if (batchSize < 1 || batchSize > 10) {
                throw new IllegalArgumentException("a FIFO queue's batch has 1 to 10 messages, not " + batchSize);
            }
        }
    }

    private final AwsClient aws;
    private final Settings settings;
    private final RequestHandler<SQSEvent, SQSBatchResponse> function;
    private final Clock clock;

    /**
     * @param aws with credentials of its own: what the mapping does is not the function's doing
     * @param clock the time that the function's context counts by
     */
    public EventSourceMapping(
            AwsClient aws, Settings settings, RequestHandler<SQSEvent, SQSBatchResponse> function, Clock clock) {
        this.aws = aws;
        this.settings = settings;
        this.function = function;
        this.clock = clock;
    }

    /**
     * Receives once and invokes the function with what came.
     *
     * @param wait how long to wait for a message, 20 s at most
     * @return how many messages came
     */
    public int poll(Duration wait) {
        JsonArray received = receive(wait);
        if (!received.isEmpty()) {
            invoke(received);
        }
        return received.size();
    }

    /** Polls until closed, with so many invocations beside each other at most. */
    public Polling start(int concurrency) {
        return Polling.start(this, concurrency);
    }

    Settings settings() {
        return settings;
    }

    JsonArray receive(Duration wait) {
        JsonObject arguments = queue();
        arguments.put("MaxNumberOfMessages", settings.batchSize());
        arguments.put("WaitTimeSeconds", Math.toIntExact(wait.toSeconds()));
        arguments.put("AttributeNames", JsonArray.from("All"));
        arguments.put("MessageAttributeNames", JsonArray.from("All"));
        return aws.call("sqs", "ReceiveMessage", arguments).getArray("Messages", new JsonArray());
    }

    /** Invokes the function with these messages, and deletes those that it has done. */
    void invoke(JsonArray received) {
        Map<String, String> receipts = new LinkedHashMap<>();
        received.forEach(message -> {
            JsonObject object = (JsonObject) message;
            receipts.put(object.getString("MessageId", ""), object.getString("ReceiptHandle", ""));
        });
        processed(received, receipts.keySet()).forEach(id -> delete(receipts.get(id)));
    }

    private Set<String> processed(JsonArray received, Set<String> batch) {
        SQSEvent event = SqsEvents.event(SqsEvents.json(received, settings.queueArn()));
        Invocation invocation = Invocation.of(settings.functionName(), settings.timeout(), clock);
        try {
            SQSBatchResponse response =
                    new TimedRun(invocation, clock).of(() -> function.handleRequest(event, invocation));
            return BatchResult.done(batch, response);
        } catch (TimedRun.TimedOut e) {
            LOG.log(System.Logger.Level.ERROR, "{0}: {1}", settings.functionName(), e.getMessage());
            return Set.of();
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, settings.functionName() + " failed", e);
            return Set.of();
        }
    }

    private void delete(@Nullable String receipt) {
        JsonObject arguments = queue();
        arguments.put("ReceiptHandle", receipt);
        aws.call("sqs", "DeleteMessage", arguments);
    }

    private JsonObject queue() {
        return JsonObject.builder().value("QueueUrl", settings.queueUrl()).done();
    }
}
