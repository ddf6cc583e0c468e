package dev.belay.simulator.aws.alarm;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import dev.belay.simulator.aws.call.AwsError;
import dev.belay.simulator.aws.call.Operation;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * CloudWatch's metrics, read out of the lines of logs
 * (docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html). Each set of dimensions is
 * a metric of its own: whoever asks for fewer or more of them finds nothing.
 */
public final class Metrics {
    private static final int MINUTE = 60;
    private static final int KEPT = 10_000;

    /**
     * One metric.
     *
     * @param dimensions by their names
     */
    public record Name(String namespace, String metric, Map<String, String> dimensions) {
        public Name {
            dimensions = Map.copyOf(dimensions);
        }
    }

    private record Point(Instant at, double value) {}

    private final Map<Name, Deque<Point>> points = new HashMap<>();

    /** Takes what a function prints, line by line. */
    public PrintStream log() {
        return new PrintStream(new Lines(), true, StandardCharsets.UTF_8);
    }

    /** Nothing was ever counted. */
    public synchronized void forget() {
        points.clear();
    }

    private synchronized void take(String line) {
        JsonObject json = parsed(line);
        JsonObject metadata = json.getObject("_aws", new JsonObject());
        Instant at = Instant.ofEpochMilli(metadata.getLong("Timestamp"));
        for (Object each : metadata.getArray("CloudWatchMetrics", new JsonArray())) {
            JsonObject directive = (JsonObject) each;
            for (Object metric : directive.getArray("Metrics")) {
                String name = ((JsonObject) metric).getString("Name", "");
                for (Object set : directive.getArray("Dimensions")) {
                    Name under =
                            new Name(directive.getString("Namespace", ""), name, dimensions((JsonArray) set, json));
                    Deque<Point> of = points.computeIfAbsent(under, _ -> new ArrayDeque<>());
                    of.add(new Point(at, json.getDouble(name)));
                    if (of.size() > KEPT) {
                        of.remove();
                    }
                }
            }
        }
    }

    private static Map<String, String> dimensions(JsonArray names, JsonObject line) {
        Map<String, String> dimensions = new TreeMap<>();
        names.forEach(name -> dimensions.put((String) name, line.getString((String) name, "")));
        return dimensions;
    }

    private static JsonObject parsed(String line) {
        try {
            return JsonParser.object().from(line);
        } catch (JsonParserException e) {
            return new JsonObject(); // a line of the log that is no metric
        }
    }

    /** The values that came from one moment on and before another. */
    synchronized List<Double> values(Name name, Instant from, Instant until) {
        return points.getOrDefault(name, new ArrayDeque<>()).stream()
                .filter(point -> !point.at().isBefore(from) && point.at().isBefore(until))
                .map(Point::value)
                .toList();
    }

    /** {@code GetMetricStatistics}, sums alone (docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_GetMetricStatistics.html). */
    public JsonObject perform(Operation operation) {
        if (!operation.name().equals("GetMetricStatistics")) {
            throw AwsError.unknownOperation();
        }
        JsonObject arguments = operation.arguments();
        int period = arguments.getInt("Period");
        if (period < MINUTE
                || period % MINUTE != 0
                || !arguments.getArray("Statistics").equals(JsonArray.from("Sum"))) {
            throw new AwsError(400, "InvalidParameterValueException", "Period must be a multiple of 60");
        }
        Map<String, String> dimensions = new HashMap<>();
        arguments
                .getArray("Dimensions", new JsonArray())
                .forEach(each ->
                        dimensions.put(((JsonObject) each).getString("Name"), ((JsonObject) each).getString("Value")));
        Name name = new Name(arguments.getString("Namespace"), arguments.getString("MetricName"), dimensions);
        JsonArray found = new JsonArray();
        Instant end = Instant.ofEpochSecond(arguments.getLong("EndTime"));
        for (Instant at = Instant.ofEpochSecond(arguments.getLong("StartTime"));
                at.isBefore(end);
                at = at.plusSeconds(period)) {
            List<Double> values = values(name, at, at.plusSeconds(period));
            if (!values.isEmpty()) {
                found.add(JsonObject.builder()
                        .value("Timestamp", at.getEpochSecond())
                        .value(
                                "Sum",
                                values.stream().mapToDouble(Double::doubleValue).sum())
                        .value("Unit", "Count")
                        .done());
            }
        }
        return JsonObject.builder()
                .value("Label", name.metric())
                .value("Datapoints", found)
                .done();
    }

    /** Whether an alarm rings at some full minute within so long after a moment: of what came before, its period may still see some. */
    public boolean ring(Alarm alarm, Instant from, Duration within) {
        for (Duration passed = Duration.ZERO;
                passed.compareTo(within) <= 0;
                passed = passed.plus(Duration.ofMinutes(1))) {
            if (alarm.rings(this, from.plus(passed))) {
                return true;
            }
        }
        return false;
    }

    /** Hands over each line that is written. */
    private final class Lines extends OutputStream {
        private final ByteArrayOutputStream line = new ByteArrayOutputStream();

        @Override
        public synchronized void write(byte[] bytes, int from, int length) {
            for (int i = from; i < from + length; i++) {
                write(bytes[i]);
            }
        }

        @Override
        public synchronized void write(int b) {
            if (b == '\n') {
                take(line.toString(StandardCharsets.UTF_8));
                line.reset();
            } else {
                line.write(b);
            }
        }
    }
}
