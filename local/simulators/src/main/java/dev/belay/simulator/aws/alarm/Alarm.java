package dev.belay.simulator.aws.alarm;

import com.grack.nanojson.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An alarm of the template on a metric of ours, judged as CloudWatch does: over the last periods before a full minute, where missing data
 * counts as the alarm says (docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/AlarmThatSendsEmail.html).
 *
 * @param id in the template
 * @param stack the stack's name
 */
public record Alarm(String id, JsonObject properties, String stack) {
    /** Whether it is in the state ALARM after the last full minute, if it was in OK before. */
    boolean rings(Metrics metrics, Instant now) {
        Duration period = Duration.ofSeconds(properties.getInt("Period"));
        int periods = properties.getInt("EvaluationPeriods");
        Instant minute = now.truncatedTo(ChronoUnit.MINUTES);
        int breaching = 0;
        for (int i = 0; i < periods; i++) {
            Instant until = minute.minus(period.multipliedBy(i));
            breaching += isBreaching(metrics.values(metric(), until.minus(period), until)) ? 1 : 0;
        }
        return breaching >= properties.getInt("DatapointsToAlarm", periods);
    }

    private Metrics.Name metric() {
        Map<String, String> dimensions = new HashMap<>();
        properties
                .getArray("Dimensions")
                .forEach(each ->
                        dimensions.put(((JsonObject) each).getString("Name"), value(((JsonObject) each).get("Value"))));
        return new Metrics.Name(
                properties.getString("Namespace", ""), properties.getString("MetricName", ""), dimensions);
    }

    private String value(@Nullable Object written) {
        return written instanceof JsonObject reference
                        && reference.getString("Ref", "").equals("AWS::StackName")
                ? stack
                : String.valueOf(written);
    }

    private boolean isBreaching(List<Double> values) {
        if (values.isEmpty()) {
            return properties.getString("TreatMissingData", "missing").equals("breaching");
        }
        double value = statistic(values);
        double threshold = Double.parseDouble(String.valueOf(properties.get("Threshold")));
        return switch (properties.getString("ComparisonOperator", "")) {
            case "GreaterThanThreshold" -> value > threshold;
            case "GreaterThanOrEqualToThreshold" -> value >= threshold;
            case "LessThanThreshold" -> value < threshold;
            case "LessThanOrEqualToThreshold" -> value <= threshold;
            default -> throw new IllegalStateException(id + " compares in a way that is not simulated");
        };
    }

    private double statistic(List<Double> values) {
        return switch (properties.getString("Statistic", "")) {
            case "Sum" -> values.stream().mapToDouble(Double::doubleValue).sum();
            case "Maximum" ->
                values.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
            case "Minimum" ->
                values.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
            case "SampleCount" -> values.size();
            default -> throw new IllegalStateException(id + " has a statistic that is not simulated");
        };
    }
}
