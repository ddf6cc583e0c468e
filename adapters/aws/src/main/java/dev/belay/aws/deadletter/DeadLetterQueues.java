package dev.belay.aws.deadletter;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import dev.belay.aws.call.Call;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** Finds the dead-letter queues of a stack by the queues that name them. */
public final class DeadLetterQueues {
    private static final String SYSTEM = "sqs";

    private final SqsClient client;

    public DeadLetterQueues(SqsClient client) {
        this.client = client;
    }

    /** Those of the queues whose names begin like this, in the order of their names. */
    public List<DeadLetterQueue> ofQueues(String prefix) {
        List<String> urls = Call.to(
                SYSTEM,
                "ListQueues",
                () -> client.listQueuesPaginator(request -> request.queueNamePrefix(prefix)).queueUrls().stream()
                        .sorted()
                        .toList());
        return urls.stream().flatMap(this::ofQueue).toList();
    }

    private Stream<DeadLetterQueue> ofQueue(String sourceUrl) {
        return policy(sourceUrl).flatMap(DeadLetterQueues::target).stream()
                .map(arn -> arn.substring(arn.lastIndexOf(':') + 1))
                .map(name -> new DeadLetterQueue(
                        client, sourceUrl.substring(0, sourceUrl.lastIndexOf('/') + 1) + name, sourceUrl));
    }

    private Optional<String> policy(String url) {
        return Call.to(
                SYSTEM,
                "GetQueueAttributes",
                () -> Optional.ofNullable(client.getQueueAttributes(
                                request -> request.queueUrl(url).attributeNames(QueueAttributeName.REDRIVE_POLICY))
                        .attributes()
                        .get(QueueAttributeName.REDRIVE_POLICY)));
    }

    private static Optional<String> target(String policy) {
        try {
            JsonObject json = JsonParser.object().from(policy);
            return Optional.ofNullable(json.getString("deadLetterTargetArn"));
        } catch (JsonParserException e) {
            return Optional.empty();
        }
    }
}
