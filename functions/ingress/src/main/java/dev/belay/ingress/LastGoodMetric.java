package dev.belay.ingress;

import com.grack.nanojson.JsonWriter;
import dev.belay.health.Metric;
import java.io.PrintStream;
import java.time.Clock;

/**
 * Counts that Secrets Manager does not answer and a secret is used that was read before, in CloudWatch's embedded metric format as
 * the workers do, without what they load for it.
 */
final class LastGoodMetric {
    private final PrintStream out;
    private final Clock clock;

    LastGoodMetric(PrintStream out, Clock clock) {
        this.out = out;
        this.clock = clock;
    }

    void count() {
        String metric = Metric.LAST_GOOD_USED.id();
        out.println(JsonWriter.string()
                .object()
                .object("_aws")
                .value("Timestamp", clock.millis())
                .array("CloudWatchMetrics")
                .object()
                .value("Namespace", "Belay")
                .array("Dimensions")
                .array()
                .value("Function")
                .end()
                .end()
                .array("Metrics")
                .object()
                .value("Name", metric)
                .value("Unit", "Count")
                .end()
                .end()
                .end()
                .end()
                .end()
                .value("Function", "ingress")
                .value(metric, 1)
                .end()
                .done());
    }
}
