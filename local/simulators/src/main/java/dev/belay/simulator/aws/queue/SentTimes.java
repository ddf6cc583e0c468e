package dev.belay.simulator.aws.queue;

import com.grack.nanojson.JsonObject;
import dev.belay.simulator.aws.call.Operation;
import dev.belay.simulator.http.Response;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * When messages were sent, by the clock that everything lives by: the engine stamps them with the machine's own time, whatever time was
 * let pass ({@code SentTimestamp}, docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ReceiveMessage.html).
 */
public final class SentTimes {
    private static final int REMEMBERED = 100_000;
    private static final String STAMP = "SentTimestamp";

    private final Clock clock;
    private final Map<String, String> sent = new LinkedHashMap<>();

    public SentTimes(Clock clock) {
        this.clock = clock;
    }

    /** What the engine answered, with the clock's time in it. */
    public synchronized Response stamped(Operation operation, Response response) {
        if (response.status() != 200) {
            return response;
        }
        return switch (operation.name()) {
            case "SendMessage" -> {
                remember(Engine.json(response).getString("MessageId", ""));
                yield response;
            }
            case "ReceiveMessage" -> Engine.withAttributes(response, this::stamp);
            default -> response;
        };
    }

    /** One that is de-duplicated keeps the time of the first. */
    private String remember(String id) {
        String time = sent.computeIfAbsent(id, _ -> Long.toString(clock.millis()));
        if (sent.size() > REMEMBERED) {
            sent.remove(sent.keySet().iterator().next());
        }
        return time;
    }

    /** It may be received before its sender has heard that it was sent: then it is sent now. */
    private void stamp(JsonObject message, JsonObject attributes) {
        String time = remember(message.getString("MessageId", ""));
        if (attributes.has(STAMP)) {
            attributes.put(STAMP, time);
        }
    }
}
