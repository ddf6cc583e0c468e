package dev.belay.simulator.aws.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Alarms of the template are judged by what was counted, under just their dimensions and in just their time. */
final class AlarmTest {
    private static final Instant NOON = Instant.parse("2026-11-30T12:00:00Z");

    private static final Instant LATER = NOON.plusSeconds(60);

    private final Metrics metrics = new Metrics();
    private final PrintStream log = metrics.log();

    private void count(Instant at, String stack, double value) {
        log.println("{\"level\":\"INFO\"}");
        log.println(
                "{\"_aws\":{\"Timestamp\":" + at.toEpochMilli() + ",\"CloudWatchMetrics\":[{\"Namespace\":\"Belay\","
                        + "\"Dimensions\":[[\"Stack\",\"Kind\"],[\"Stack\"]],\"Metrics\":[{\"Name\":\"Found\"}]}]},"
                        + "\"Stack\":\"" + stack + "\",\"Kind\":\"one\",\"Found\":" + value + "}");
        log.println("no JSON");
    }

    private static JsonObject dimension(String name, Object value) {
        return JsonObject.builder().value("Name", name).value("Value", value).done();
    }

    private static Alarm alarm(JsonObject... dimensions) {
        return new Alarm(
                "Found",
                JsonObject.builder()
                        .value("Namespace", "Belay")
                        .value("MetricName", "Found")
                        .value("Dimensions", JsonArray.from((Object[]) dimensions))
                        .value("Statistic", "Sum")
                        .value("Period", 60)
                        .value("EvaluationPeriods", 1)
                        .value("Threshold", 1)
                        .value("ComparisonOperator", "GreaterThanThreshold")
                        .value("TreatMissingData", "notBreaching")
                        .done(),
                "belay");
    }

    private static JsonObject stack() {
        return dimension(
                "Stack", JsonObject.builder().value("Ref", "AWS::StackName").done());
    }

    @Test
    void it_rings_by_the_sum_of_its_period_and_not_later() {
        count(NOON, "belay", 1);
        assertThat(alarm(stack()).rings(metrics, LATER)).isFalse();
        count(NOON.plusSeconds(30), "belay", 1);
        assertThat(alarm(stack()).rings(metrics, NOON.plusSeconds(59))).isFalse();
        assertThat(alarm(stack()).rings(metrics, LATER)).isTrue();
        assertThat(alarm(stack()).rings(metrics, LATER.plusSeconds(60))).isFalse();
        assertThat(metrics.ring(alarm(stack()), NOON, Duration.ofMinutes(5))).isTrue();
        assertThat(metrics.ring(alarm(stack()), LATER.plusSeconds(60), Duration.ofMinutes(5)))
                .isFalse();
    }

    @Test
    void another_stack_and_other_dimensions_ring_nothing() {
        count(NOON, "belay-dev", 5);
        assertThat(alarm(stack()).rings(metrics, LATER)).isFalse();
        count(NOON, "belay", 5);
        assertThat(alarm(stack()).rings(metrics, LATER)).isTrue();
        assertThat(alarm(stack(), dimension("Kind", "one")).rings(metrics, LATER))
                .isTrue();
        assertThat(alarm(stack(), dimension("Kind", "two")).rings(metrics, LATER))
                .isFalse();
        assertThat(alarm(stack(), dimension("Function", "ingress")).rings(metrics, LATER))
                .isFalse();
        assertThat(alarm(dimension("Kind", "one")).rings(metrics, LATER)).isFalse();
    }

    @Test
    void where_data_is_missing_it_rings_as_it_says_when_so_many_periods_lack_it() {
        Alarm silent = alarm(stack());
        silent.properties().put("TreatMissingData", "breaching");
        silent.properties().put("ComparisonOperator", "LessThanThreshold");
        silent.properties().put("EvaluationPeriods", 3);
        assertThat(silent.rings(metrics, LATER)).isTrue();
        count(NOON.minusSeconds(90), "belay", 1);
        assertThat(silent.rings(metrics, LATER)).isFalse();
        silent.properties().put("DatapointsToAlarm", 2);
        assertThat(silent.rings(metrics, LATER)).isTrue();
    }
}
