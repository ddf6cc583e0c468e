package dev.belay.ingress;

import com.grack.nanojson.JsonStringWriter;
import com.grack.nanojson.JsonWriter;
import dev.belay.aws.protocol.EmbeddedMetric;
import dev.belay.aws.protocol.MetricSource;
import dev.belay.health.Metric;
import java.io.PrintStream;
import java.time.Clock;
import java.util.Optional;

/** Counts that Secrets Manager does not answer and a secret is used that was read before: one line of the log for each. */
final class LastGoodMetric {
    private final PrintStream out;
    private final MetricSource source;
    private final Clock clock;

    LastGoodMetric(PrintStream out, MetricSource source, Clock clock) {
        this.out = out;
        this.source = source;
        this.clock = clock;
    }

    void count() {
        JsonStringWriter line = JsonWriter.string().object();
        EmbeddedMetric.write(line, clock.millis(), source, Metric.LAST_GOOD_USED, Optional.empty());
        out.println(line.end().done());
    }
}
