package dev.belay.aws.protocol;

import com.grack.nanojson.JsonStringWriter;
import dev.belay.health.Metric;
import java.util.List;
import java.util.Optional;

/**
 * One count or measure as members of a line of the log, from which CloudWatch reads it
 * (docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html).
 */
public final class EmbeddedMetric {
    private static final String STACK = "Stack";
    private static final String FUNCTION = "Function";
    private static final String KIND = "Kind";
    private static final List<String> ALL = List.of(STACK, FUNCTION);
    private static final List<String> EACH = List.of(STACK, FUNCTION, KIND);
    private static final List<String> ALL_OF_STACK = List.of(STACK);
    private static final List<String> EACH_OF_STACK = List.of(STACK, KIND);

    private EmbeddedMetric() {}

    /**
     * Writes the count into an object that is begun, beside whatever else the line says.
     *
     * @param millis when it was counted, in epoch milliseconds
     * @param kind counted by it and, since an alarm cannot sum over kinds, by stack and function alone
     */
    public static void write(
            JsonStringWriter line, long millis, MetricSource source, Metric metric, Optional<String> kind) {
        write(line, millis, source, both(metric, kind), kind, metric, "Count", 1);
    }

    /**
     * The same of how something stands.
     *
     * @param kind which one; none for all of them together. One of many is not written without it: they would be mixed.
     */
    public static void writeGauge(
            JsonStringWriter line, long millis, MetricSource source, Metric metric, Optional<String> kind, long value) {
        List<List<String>> dimensions = List.of(kind.isPresent() ? EACH : ALL);
        write(line, millis, source, dimensions, kind, metric, "None", value);
    }

    /** The same of a time that something took. */
    public static void writeMillis(
            JsonStringWriter line, long millis, MetricSource source, Metric metric, String kind, long took) {
        Optional<String> of = Optional.of(kind);
        write(line, millis, source, both(metric, of), of, metric, "Milliseconds", took);
    }

    private static List<List<String>> both(Metric metric, Optional<String> kind) {
        if (metric.isOfStack()) {
            return kind.isPresent() ? List.of(EACH_OF_STACK, ALL_OF_STACK) : List.of(ALL_OF_STACK);
        }
        return kind.isPresent() ? List.of(EACH, ALL) : List.of(ALL);
    }

    private static void write(
            JsonStringWriter line,
            long millis,
            MetricSource source,
            List<List<String>> dimensions,
            Optional<String> kind,
            Metric metric,
            String unit,
            long value) {
        line.object("_aws")
                .value("Timestamp", millis)
                .array("CloudWatchMetrics")
                .object()
                .value("Namespace", "Belay")
                .array("Dimensions");
        dimensions.forEach(set -> {
            line.array();
            set.forEach(line::value);
            line.end();
        });
        line.end()
                .array("Metrics")
                .object()
                .value("Name", metric.id())
                .value("Unit", unit)
                .end()
                .end()
                .end()
                .end()
                .end()
                .value(STACK, source.stack())
                .value(FUNCTION, source.function());
        kind.ifPresent(said -> line.value(KIND, said));
        line.value(metric.id(), value);
    }
}
