package dev.belay.local.console.trace;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The latest events, each with the spans of all that came of it. */
public final class Traces {
    private static final int MOST = 300;
    private static final int MOST_SPANS = 1_000;

    private final Map<String, Event> events = new LinkedHashMap<>();
    private final Consumer<String> changed;

    /** @param changed is told the correlation id of an event that has one more span */
    public Traces(Consumer<String> changed) {
        this.changed = changed;
    }

    /** One event. */
    private static final class Event {
        private final List<LoggedSpan> spans = new ArrayList<>();
        private String route = "";
        private String reason = "";

        private Instant started() {
            return spans.stream()
                    .map(LoggedSpan::start)
                    .min(Comparator.naturalOrder())
                    .orElse(Instant.EPOCH);
        }

        private Instant ended() {
            return spans.stream()
                    .map(LoggedSpan::end)
                    .max(Comparator.naturalOrder())
                    .orElse(Instant.EPOCH);
        }

        private boolean is(String kind) {
            return spans.stream().anyMatch(span -> span.kind().equals(kind));
        }

        private Optional<String> answer() {
            return spans.stream()
                    .filter(span -> span.kind().equals("request"))
                    .map(LoggedSpan::outcome)
                    .findFirst();
        }

        /** The instance's heartbeat, what runs by a schedule, and events that are not for us tell of nothing that people did. */
        private boolean isRoutine() {
            return reason.contains("heartbeat")
                    || answer().filter("ignored"::equals).isPresent()
                    || (!is("request") && !is("queue"));
        }

        private String title() {
            if (route.isEmpty()) {
                return spans.isEmpty() ? "" : spans.getFirst().function();
            }
            String system =
                    switch (route) {
                        case "slack" -> "Slack";
                        case "teams" -> "Teams";
                        case "servicenow" -> "ServiceNow";
                        default -> route;
                    };
            return reason.isEmpty() ? system : system + ": " + reason;
        }

        private String record() {
            return spans.stream()
                    .map(LoggedSpan::record)
                    .filter(record -> !record.isEmpty())
                    .findFirst()
                    .orElse("");
        }

        /** The worst that became of it; a message that waits in its queue again, or is worked on, is waited for. */
        private String outcome() {
            Optional<String> answer = answer();
            if (answer.filter(word -> word.equals("refused") || word.equals("ignored"))
                    .isPresent()) {
                return answer.get();
            }
            Map<String, String> last = new LinkedHashMap<>();
            spans.stream().filter(span -> span.kind().equals("queue")).forEach(span -> last.put(span.message(), ""));
            spans.stream()
                    .filter(span -> span.kind().equals("worker"))
                    .forEach(span -> last.put(span.message(), span.outcome()));
            boolean failed = answer.filter(word -> word.equals("failed") || word.equals("unavailable"))
                            .isPresent()
                    || last.containsValue("dead-lettered")
                    || last.containsValue("failed");
            if (failed) {
                return "failed";
            }
            boolean isStored = answer.filter("stored"::equals).isPresent();
            boolean isDone = last.values().stream().allMatch("done"::equals);
            return isDone && !(isStored && last.isEmpty()) ? "ok" : "waiting";
        }

        private JsonObject json(String id) {
            return JsonObject.builder()
                    .value("id", id)
                    .value("title", title())
                    .value("started", started().toString())
                    .value("duration_ms", LoggedSpan.millis(Duration.between(started(), ended())))
                    .value("outcome", outcome())
                    .value("record", record())
                    .value("spans", spans.size())
                    .done();
        }

        private JsonObject whole(String id) {
            Instant from = started();
            JsonArray all = new JsonArray();
            spans.stream().sorted(Comparator.comparing(LoggedSpan::start)).forEach(span -> all.add(span.json(from)));
            JsonObject json = json(id);
            json.put("spans", all);
            return json;
        }
    }

    /** Takes a span that ended. */
    void add(LoggedSpan span) {
        synchronized (this) {
            Event event = event(span.trace());
            if (event.spans.size() < MOST_SPANS) {
                event.spans.add(span);
            }
        }
        changed.accept(span.trace());
    }

    /** Takes what ingress said of a request. */
    void answered(String trace, String route, String reason) {
        synchronized (this) {
            Event event = event(trace);
            event.route = route;
            event.reason = reason;
        }
        changed.accept(trace);
    }

    private Event event(String trace) {
        Event event = events.computeIfAbsent(trace, _ -> new Event());
        if (events.size() > MOST) {
            events.remove(events.keySet().iterator().next());
        }
        return event;
    }

    /** The latest first. */
    synchronized JsonArray list(int limit, boolean routine) {
        JsonArray all = new JsonArray();
        List.copyOf(events.entrySet()).reversed().stream()
                .filter(entry -> routine || !entry.getValue().isRoutine())
                .limit(limit)
                .forEach(entry -> all.add(entry.getValue().json(entry.getKey())));
        return all;
    }

    synchronized Optional<JsonObject> one(String trace) {
        return Optional.ofNullable(events.get(trace)).map(event -> event.whole(trace));
    }

    synchronized Optional<LoggedSpan> span(String trace, String id) {
        return Optional.ofNullable(events.get(trace)).stream()
                .flatMap(event -> event.spans.stream())
                .filter(span -> span.id().equals(id))
                .findFirst();
    }
}
