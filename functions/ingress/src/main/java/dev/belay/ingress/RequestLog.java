package dev.belay.ingress;

import com.grack.nanojson.JsonStringWriter;
import com.grack.nanojson.JsonWriter;
import dev.belay.aws.protocol.EmbeddedMetric;
import dev.belay.aws.protocol.MetricSource;
import dev.belay.health.Metric;
import java.io.PrintStream;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One line of JSON for each request: the outcome and the reason, and nothing of what the request said. One line more for each step of the
 * answer that took its time: the verification, each call to another system.
 */
final class RequestLog {
    /** Its name in the template. */
    static final String FUNCTION = "ingress";

    private final PrintStream out;
    private final MetricSource source;
    private final Clock clock;

    RequestLog(PrintStream out, MetricSource source, Clock clock) {
        this.out = out;
        this.source = source;
        this.clock = clock;
    }

    Line begin() {
        return new Line();
    }

    /** Where it was thrown, not its message: a message may quote what it was given. */
    static String origin(RuntimeException thrown) {
        StackTraceElement[] trace = thrown.getStackTrace();
        return thrown.getClass().getName() + (trace.length == 0 ? "" : " at " + trace[0]);
    }

    /** The line of one request, while it is answered. */
    final class Line {
        private final long begun = clock.millis();
        private final long begunNanos = System.nanoTime();
        private int spans;
        private String id = "";
        private String route = "";

        void request(String requestId) {
            id = requestId;
        }

        void route(String name) {
            route = name;
        }

        /**
         * The proof of where the request comes from is over.
         *
         * @param since {@link System#nanoTime} when it began
         */
        void verification(long since, String outcome) {
            out.println(span("verification", "", route, since, outcome));
        }

        /** A call to another system is over. */
        void call(String system, String name, long since, String outcome) {
            out.println(span("call", system, name, since, outcome));
        }

        /** A step of its own, with the fields of the workers' spans. Without a timestamp Lambda would take its level for INFO. */
        private String span(String kind, String system, String name, long since, String outcome) {
            return JsonWriter.string()
                    .object()
                    .value("timestamp", clock.instant().toString())
                    .value("level", "DEBUG")
                    .value("service", FUNCTION)
                    .value("correlation_id", id)
                    .value("span", name)
                    .value("span_kind", kind)
                    .value("span_id", id + "." + ++spans)
                    .value("system", system)
                    .value("duration_ms", Math.round((System.nanoTime() - since) / 1_000.0) / 1_000.0)
                    .value("outcome", outcome)
                    .end()
                    .done();
        }

        void end(Answer answer) {
            out.println(span("request", "", route, begunNanos, answer.outcome()));
            JsonStringWriter json = JsonWriter.string().object();
            Metric metric = metric(answer.outcome());
            if (metric != null) {
                EmbeddedMetric.write(json, clock.millis(), source, metric, Optional.of(route));
            }
            out.println(json.value("level", level(answer))
                    .value("service", FUNCTION)
                    .value("correlation_id", id)
                    .value("route", route)
                    .value("status", answer.status())
                    .value("outcome", answer.outcome())
                    .value("reason", answer.reason())
                    .value("millis", clock.millis() - begun)
                    .end()
                    .done());
        }

        /**
         * A press in Teams that could not be stored is answered with 200, so that no status tells of it: it is counted in the line
         * itself.
         */
        private static @Nullable Metric metric(String outcome) {
            return switch (outcome) {
                case "unavailable" -> Metric.UNAVAILABLE;
                case Answer.NOT_SET_UP -> Metric.NOT_SET_UP;
                case Answer.MISMATCHED -> Metric.SIGNATURE_MISMATCH;
                default -> null;
            };
        }

        /** By the outcome, not by the status: an invoke that failed is answered with 200 too. */
        private static String level(Answer answer) {
            String outcome = answer.outcome();
            if (outcome.equals("failed") || outcome.equals("unavailable") || outcome.equals(Answer.NOT_SET_UP)) {
                return "ERROR";
            }
            return outcome.equals("refused") || outcome.equals(Answer.MISMATCHED) ? "WARN" : "INFO";
        }
    }
}
