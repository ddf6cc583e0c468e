package dev.belay.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import dev.belay.health.Metric;
import dev.belay.record.Sample;
import dev.belay.time.MovedClock;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Each count is one line that CloudWatch reads. */
final class EmfCountersTest {
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private final EmfCounters counters = new EmfCounters(
            new PrintStream(log, true, StandardCharsets.UTF_8), "prod", "card-action", MovedClock.at(Sample.OPENED));

    @Test
    void a_count_is_one_line_of_the_embedded_metric_format() throws JsonParserException {
        counters.count(Metric.PRESS, "APPLIED");
        counters.count(Metric.PRESS, "ROLE_MISSING");
        String[] lines = log.toString(StandardCharsets.UTF_8).split("\\R", -1);
        assertThat(lines).hasSize(3);
        JsonObject expected = JsonParser.object().from("""
                        {"_aws": {"Timestamp": %d, "CloudWatchMetrics": [{
                            "Namespace": "Belay",
                            "Dimensions": [["Stack", "Function", "Kind"], ["Stack", "Function"]],
                            "Metrics": [{"Name": "Press", "Unit": "Count"}]}]},
                         "Stack": "prod", "Function": "card-action", "Kind": "APPLIED", "Press": 1}
                        """.formatted(Sample.OPENED.toEpochMilli()));
        assertThat(JsonParser.object().from(lines[0])).isEqualTo(expected);
        assertThat(JsonParser.object().from(lines[1]).getString("Kind")).isEqualTo("ROLE_MISSING");
    }

    @Test
    void a_measure_is_in_milliseconds() throws JsonParserException {
        counters.measure(Metric.TIME_TO_CONVERSATION, "slack", Duration.ofSeconds(3));
        JsonObject line = JsonParser.object().from(log.toString(StandardCharsets.UTF_8));
        assertThat(line.getLong("TimeToConversation")).isEqualTo(3_000);
        assertThat(line.getObject("_aws")
                        .getArray("CloudWatchMetrics")
                        .getObject(0)
                        .getArray("Metrics")
                        .getObject(0)
                        .getString("Unit"))
                .isEqualTo("Milliseconds");
    }

    @Test
    void a_gauge_of_one_is_kept_apart_from_the_total_of_all() throws JsonParserException {
        counters.gauge(Metric.CREDENTIAL_DAYS_LEFT, "teams/tenant-1", 12);
        counters.total(Metric.CREDENTIAL_DAYS_LEFT, 7);
        String[] lines = log.toString(StandardCharsets.UTF_8).split("\\R", -1);
        assertThat(JsonParser.object().from(lines[0]))
                .isEqualTo(JsonParser.object().from("""
                        {"_aws": {"Timestamp": %d, "CloudWatchMetrics": [{
                            "Namespace": "Belay",
                            "Dimensions": [["Stack", "Function", "Kind"]],
                            "Metrics": [{"Name": "CredentialDaysLeft", "Unit": "None"}]}]},
                         "Stack": "prod", "Function": "card-action", "Kind": "teams/tenant-1", "CredentialDaysLeft": 12}
                        """.formatted(Sample.OPENED.toEpochMilli())));
        assertThat(JsonParser.object().from(lines[1]))
                .isEqualTo(JsonParser.object().from("""
                        {"_aws": {"Timestamp": %d, "CloudWatchMetrics": [{
                            "Namespace": "Belay",
                            "Dimensions": [["Stack", "Function"]],
                            "Metrics": [{"Name": "CredentialDaysLeft", "Unit": "None"}]}]},
                         "Stack": "prod", "Function": "card-action", "CredentialDaysLeft": 7}
                        """.formatted(Sample.OPENED.toEpochMilli())));
    }
}
