package dev.belay.local.redrive;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonWriter;
import dev.belay.aws.deadletter.DeadLetterQueue;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;

/** Says what is in a dead-letter queue and what became of it, to a person or as one JSON document. */
final class QueueReport {
    /** What is told of one queue. */
    record Told(StackQueue queue, int size, Moves.Outcome outcome) {}

    private final PrintStream out;

    QueueReport(PrintStream out) {
        this.out = out;
    }

    void show(Told told) {
        List<ShownLetter> letters = told.outcome().kept();
        out.println(told.queue().word() + "  " + told.queue().deadLetters().name() + "  " + count(told));
        letters.forEach(this::show);
        int unseen = told.size() - letters.size();
        if (unseen > 0 && !letters.isEmpty()) {
            out.println("  and about " + unseen + " more, behind others of their group or held by somebody");
        }
    }

    private static String count(Told told) {
        int most = Math.max(told.size(), told.outcome().kept().size());
        return switch (most) {
            case 0 -> "empty";
            case 1 -> "1 message";
            default -> most + " messages";
        };
    }

    private void show(ShownLetter letter) {
        out.println("  " + letter.id() + "  " + letter.since() + "  " + letter.about());
        out.println("    " + letter.why()
                + letter.correlationId()
                        .map(id -> "  (correlation_id " + id + ")")
                        .orElse(""));
    }

    /** A message that is back where it came from. */
    void moved(DeadLetterQueue queue, ShownLetter letter) {
        out.println("  " + letter.id() + "  " + letter.about() + "  is back in " + queue.source());
    }

    static JsonObject json(String stack, List<Told> all) {
        return JsonObject.builder()
                .value("stack", stack)
                .array("queues", all.stream().map(QueueReport::json).toList())
                .done();
    }

    private static JsonObject json(Told told) {
        DeadLetterQueue queue = told.queue().deadLetters();
        JsonObject json = new JsonObject();
        json.put("queue", told.queue().word());
        json.put("dead_letter_queue", queue.name());
        json.put("source_queue", queue.source());
        json.put("about", told.size());
        json.put("messages", array(told.outcome().kept()));
        json.put("moved", array(told.outcome().moved()));
        told.outcome().failure().ifPresent(failure -> json.put("failure", failure));
        return json;
    }

    private static JsonArray array(List<ShownLetter> letters) {
        return new JsonArray(letters.stream().map(QueueReport::json).toList());
    }

    private static JsonObject json(ShownLetter letter) {
        JsonObject json = new JsonObject();
        json.put("id", letter.id());
        json.put("since", letter.since().toString());
        put(json, "kind", letter.subject().kind());
        put(json, "word", letter.subject().word());
        put(json, "record", letter.subject().record());
        put(json, "reason", letter.reason());
        put(json, "correlation_id", letter.correlationId());
        return json;
    }

    private static void put(JsonObject json, String name, Optional<String> text) {
        text.ifPresent(value -> json.put(name, value));
    }

    void print(JsonObject json) {
        out.println(JsonWriter.indent("  ").string().object(json).done());
    }
}
