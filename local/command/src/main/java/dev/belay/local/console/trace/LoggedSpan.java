package dev.belay.local.console.trace;

import com.grack.nanojson.JsonObject;
import java.time.Duration;
import java.time.Instant;

/**
 * A span as a log line tells it.
 *
 * @param trace the correlation id
 * @param kind {@code request}, {@code verification}, {@code queue}, {@code worker} or {@code call}
 * @param function whose line it is
 * @param record what was worked on, {@code table:sys_id}; empty where it was not known yet
 */
record LoggedSpan(
        String trace,
        String id,
        String kind,
        String name,
        String system,
        String function,
        Instant end,
        Duration duration,
        String outcome,
        String record) {
    /** @param end when the line was written: a span's line is written when it ends */
    static LoggedSpan of(JsonObject line, Instant end) {
        double millis = line.getDouble("duration_ms", 0);
        String service = line.getString("service", "");
        return new LoggedSpan(
                line.getString("correlation_id", ""),
                line.getString("span_id", ""),
                line.getString("span_kind", ""),
                line.getString("span", ""),
                line.getString("system", ""),
                line.getString("function_name", service),
                end,
                Duration.ofNanos(Math.round(millis * 1_000_000)),
                line.getString("outcome", ""),
                line.getString("record", ""));
    }

    Instant start() {
        return end.minus(duration);
    }

    /** Whether request and answer of it may be seen. */
    boolean hasDetail() {
        return kind.equals("request") || (kind.equals("call") && !function.equals("ingress"));
    }

    /** Of a delivery of a message: the message, whatever its delivery. */
    String message() {
        int dot = id.indexOf('.');
        return dot < 0 ? id : id.substring(0, dot);
    }

    JsonObject json(Instant from) {
        return JsonObject.builder()
                .value("id", id)
                .value("kind", kind)
                .value("name", name)
                .value("system", system)
                .value("function", function)
                .value("at_ms", millis(Duration.between(from, start())))
                .value("duration_ms", millis(duration))
                .value("outcome", outcome)
                .value("detail", hasDetail())
                .done();
    }

    static double millis(Duration duration) {
        return Math.round(duration.toNanos() / 1_000.0) / 1_000.0;
    }
}
