package dev.belay.aws.protocol;

import com.grack.nanojson.JsonStringWriter;
import dev.belay.health.Metric;
import java.util.Optional;

/**
 * One count or measure as members of a line of the log, from which CloudWatch reads it
 * (docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html).
 */
public final class EmbeddedMetric {
    private EmbeddedMetric() {}

    /**
     * Writes the count into an object that is begun, beside whatever else the line says.
     *
     * @param millis when it was counted, in epoch milliseconds
     * @param function the function that counts, by its name in the template
     * @param kind counted by it and, since an alarm cannot sum over kinds, by function alone
     */
    public static void write(
            JsonStringWriter line, long millis, String function, Metric metric, Optional<String> kind) {
        write(line, millis, function, kind, metric, "Count", 1);
    }

    /** The same of a time that something took. */
    public static void writeMillis(
            JsonStringWriter line, long millis, String function, Metric metric, String kind, long took) {
        write(line, millis, function, Optional.of(kind), metric, "Milliseconds", took);
    }

    private static void write(
            JsonStringWriter line,
            long millis,
            String function,
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
        if (kind.isPresent()) {
            line.array().value("Function").value("Kind").end();
        }
        line.array()
                .value("Function")
                .end()
                .end()
                .array("Metrics")
                .object()
                .value("Name", metric.id())
                .value("Unit", unit)
                .end()
                .end()
                .end()
                .end()
                .end()
                .value("Function", function);
        kind.ifPresent(said -> line.value("Kind", said));
        line.value(metric.id(), value);
    }
}
