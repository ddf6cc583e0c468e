package dev.belay.aws;

import com.grack.nanojson.JsonStringWriter;
import com.grack.nanojson.JsonWriter;
import dev.belay.aws.protocol.EmbeddedMetric;
import dev.belay.aws.protocol.MetricSource;
import dev.belay.health.Counters;
import dev.belay.health.Gauges;
import dev.belay.health.Measures;
import dev.belay.health.Metric;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** Counts for CloudWatch, which reads them from the log: one line for each. */
public final class EmfCounters implements Counters, Gauges, Measures {
    private final PrintStream log;
    private final MetricSource source;
    private final Clock clock;

    /**
     * @param stack the stack's name
     * @param function the function that counts, by its name in the template
     */
    public EmfCounters(PrintStream log, String stack, String function, Clock clock) {
        this.log = log;
        this.source = new MetricSource(stack, function);
        this.clock = clock;
    }

    @Override
    public void count(Metric metric, String kind) {
        JsonStringWriter line = JsonWriter.string().object();
        EmbeddedMetric.write(line, clock.millis(), source, metric, Optional.of(kind));
        log.println(line.end().done());
    }

    @Override
    public void gauge(Metric metric, String kind, long value) {
        JsonStringWriter line = JsonWriter.string().object();
        EmbeddedMetric.writeGauge(line, clock.millis(), source, metric, Optional.of(kind), value);
        log.println(line.end().done());
    }

    @Override
    public void total(Metric metric, long value) {
        JsonStringWriter line = JsonWriter.string().object();
        EmbeddedMetric.writeGauge(line, clock.millis(), source, metric, Optional.empty(), value);
        log.println(line.end().done());
    }

    @Override
    public void measure(Metric metric, String kind, Duration took) {
        JsonStringWriter line = JsonWriter.string().object();
        EmbeddedMetric.writeMillis(line, clock.millis(), source, metric, kind, took.toMillis());
        log.println(line.end().done());
    }
}
