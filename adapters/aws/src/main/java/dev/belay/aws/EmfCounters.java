package dev.belay.aws;

import com.grack.nanojson.JsonWriter;
import dev.belay.health.Counters;
import dev.belay.health.Metric;
import java.io.PrintStream;
import java.time.Clock;

/**
 * Counts for CloudWatch, which reads them from the log: one line of its embedded metric format for each, by kind and, since an
 * alarm cannot sum over kinds, by function alone
 * (docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html).
 */
public final class EmfCounters implements Counters {
    private final PrintStream log;
    private final String function;
    private final Clock clock;

    /**
     * @param function the function that counts, by its name in the template
     */
    public EmfCounters(PrintStream log, String function, Clock clock) {
        this.log = log;
        this.function = function;
        this.clock = clock;
    }

    @Override
    public void count(Metric metric, String kind) {
        log.println(JsonWriter.string()
                .object()
                .object("_aws")
                .value("Timestamp", clock.millis())
                .array("CloudWatchMetrics")
                .object()
                .value("Namespace", "Belay")
                .array("Dimensions")
                .array()
                .value("Function")
                .value("Kind")
                .end()
                .array()
                .value("Function")
                .end()
                .end()
                .array("Metrics")
                .object()
                .value("Name", metric.id())
                .value("Unit", "Count")
                .end()
                .end()
                .end()
                .end()
                .end()
                .value("Function", function)
                .value("Kind", kind)
                .value(metric.id(), 1)
                .end()
                .done());
    }
}
