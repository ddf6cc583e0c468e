package dev.belay.simulator.aws.queue;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonWriter;
import dev.belay.simulator.aws.call.Operation;
import dev.belay.simulator.http.Request;
import dev.belay.simulator.http.Response;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * For how long a message's id stands for it: five minutes from its first sending, by the clock that everything lives by, and in one message
 * group where the queue says so (docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide: using-messagededuplicationid-property;
 * API_CreateQueue.html, {@code DeduplicationScope}). The engine goes by the machine's time and knows no scope. So it gets an id of its own
 * for each of those five minutes and groups, and whoever receives the message sees the one that it was sent with.
 */
public final class Deduplication {
    private static final Duration INTERVAL = Duration.ofMinutes(5);
    private static final int REMEMBERED = 100_000;
    private static final String ID = "MessageDeduplicationId";
    private static final String SCOPE = "DeduplicationScope";

    /** What an id stands for. */
    private record Place(String queueUrl, String group, String id) {}

    private record Sending(String engineId, Instant first) {}

    private final Clock clock;
    private final Map<String, String> scopes = new HashMap<>();
    private final Map<Place, Sending> sendings = new LinkedHashMap<>();
    private final Map<String, String> ids = new LinkedHashMap<>();
    private long count;

    public Deduplication(Clock clock) {
        this.clock = clock;
    }

    /** The request as the engine gets it. */
    public synchronized Request sent(Operation operation, Request request) {
        JsonObject arguments = operation.arguments();
        if (!operation.name().equals("SendMessage") || arguments.getString(ID) == null) {
            return request;
        }
        JsonObject renamed = new JsonObject(arguments);
        renamed.put(ID, engineId(arguments));
        byte[] body = JsonWriter.string(renamed).getBytes(StandardCharsets.UTF_8);
        return new Request(request.method(), request.path(), request.rawQuery(), request.headers(), body);
    }

    private String engineId(JsonObject arguments) {
        String queue = arguments.getString("QueueUrl", "");
        String id = arguments.getString(ID, "");
        boolean ofGroup = scopes.getOrDefault(queue, "queue").equals("messageGroup");
        Place place = new Place(queue, ofGroup ? arguments.getString("MessageGroupId", "") : "", id);
        Sending sending = sendings.get(place);
        if (sending == null || !clock.instant().isBefore(sending.first().plus(INTERVAL))) {
            sending = new Sending(Long.toString(++count), clock.instant());
            sendings.put(place, sending);
            ids.put(sending.engineId(), id);
            forget(sendings);
            forget(ids);
        }
        return sending.engineId();
    }

    private static <K> void forget(Map<K, ?> remembered) {
        if (remembered.size() > REMEMBERED) {
            remembered.remove(remembered.keySet().iterator().next());
        }
    }

    /** What the engine answered, with the ids that messages were sent with. */
    public synchronized Response answered(Operation operation, Response response) {
        if (response.status() != 200) {
            return response;
        }
        return switch (operation.name()) {
            case "CreateQueue" -> {
                JsonObject attributes = operation.arguments().getObject("Attributes", new JsonObject());
                Optional.ofNullable(attributes.getString(SCOPE))
                        .ifPresent(scope -> scopes.put(Engine.json(response).getString("QueueUrl", ""), scope));
                yield response;
            }
            case "ReceiveMessage" -> Engine.withAttributes(response, (_, attributes) -> restore(attributes));
            default -> response;
        };
    }

    private void restore(JsonObject attributes) {
        Optional.ofNullable(ids.get(attributes.getString(ID, ""))).ifPresent(id -> attributes.put(ID, id));
    }
}
