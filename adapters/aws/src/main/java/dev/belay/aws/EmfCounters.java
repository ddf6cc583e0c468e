package dev.belay.aws;

import com.grack.nanojson.JsonStringWriter;
import com.grack.nanojson.JsonWriter;
import dev.belay.aws.protocol.EmbeddedMetric;
import dev.belay.health.Counters;
import dev.belay.health.Metric;
import java.io.PrintStream;
import java.time.Clock;
import java.util.Optional;

/** Counts for CloudWatch, which reads them from the log: one line for each. */
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
        JsonStringWriter line = JsonWriter.string().object();
        EmbeddedMetric.write(line, clock.millis(), function, metric, Optional.of(kind));
        log.println(line.end().done());
    }
}
