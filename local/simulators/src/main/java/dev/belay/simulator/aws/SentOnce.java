package dev.belay.simulator.aws;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonWriter;
import dev.belay.simulator.http.Request;
import dev.belay.simulator.http.Response;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * What a FIFO queue takes once within five minutes, by the clock that everything lives by
 * (docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessage.html, {@code MessageDeduplicationId}). The engine
 * stamps messages with the machine's own time and forgets them by the clock's: where the clock is five minutes ahead, it forgets
 * within a second. So it gets another id each time.
 */
final class SentOnce {
    private static final Duration WINDOW = Duration.ofMinutes(5);
    private static final String ID = "MessageDeduplicationId";
    private static final int REMEMBERED = 100_000;

    /** The engine refuses any other in SQS' words. */
    private static final Pattern VALID = Pattern.compile("[\\p{Alnum}\\p{Punct}]{1,128}");

    private record Key(String queue, String id) {}

    private record Sent(Instant at, Response response) {
        boolean isOver(Instant now) {
            return !now.isBefore(at.plus(WINDOW));
        }
    }

    private final Clock clock;
    private final Map<Key, Sent> all = new ConcurrentHashMap<>();

    SentOnce(Clock clock) {
        this.clock = clock;
    }

    /**
     * The answer to a request to the queues. A message that was sent within five minutes gets the answer that it had.
     *
     * @param engine takes what is new
     */
    Response answer(Operation operation, Request request, Function<Request, Response> engine) {
        JsonObject arguments = operation.arguments();
        String queue = arguments.getString("QueueUrl", "");
        if (operation.name().equals("DeleteQueue")) {
            all.keySet().removeIf(key -> key.queue().equals(queue));
        }
        String id = arguments.getString(ID, "");
        if (!operation.name().equals("SendMessage") || !VALID.matcher(id).matches()) {
            return engine.apply(request);
        }
        Instant now = clock.instant();
        if (all.size() > REMEMBERED) {
            all.values().removeIf(sent -> sent.isOver(now));
        }
        Key key = new Key(queue, id);
        Sent sent = all.compute(
                key,
                (_, before) -> before == null || before.isOver(now)
                        ? new Sent(now, engine.apply(anew(request, arguments)))
                        : before);
        if (sent.response().status() != 200) {
            all.remove(key, sent);
        }
        return sent.response();
    }

    private static Request anew(Request request, JsonObject arguments) {
        JsonObject other = new JsonObject(arguments);
        other.put(ID, UUID.randomUUID().toString());
        return new Request(
                request.method(),
                request.path(),
                request.rawQuery(),
                request.headers(),
                JsonWriter.string(other).getBytes(StandardCharsets.UTF_8));
    }
}
