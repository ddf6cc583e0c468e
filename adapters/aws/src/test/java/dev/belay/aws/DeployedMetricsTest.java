package dev.belay.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.aws.deployed.DeployedMetrics;
import dev.belay.failure.Unavailable;
import dev.belay.health.Counters;
import dev.belay.health.Metric;
import dev.belay.time.MovedClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What was counted is summed up for the stack, function and kind that is asked for, and for the time. */
final class DeployedMetricsTest {
    private static final Duration WINDOW = Duration.ofMinutes(15);

    private final MovedClock clock = MovedClock.at(Instant.now());
    private final DeployedMetrics metrics = Cloud.worker(clock).deployedMetrics("counted");

    private Counters counting(String stack, String function) {
        return new EmfCounters(Cloud.AWS.metrics().log(), stack, function, clock);
    }

    private long count(Optional<String> kind) {
        return metrics.count(Metric.SIGNATURE_MISMATCH, "ingress", kind, WINDOW);
    }

    @Test
    void what_was_counted_lately_is_summed_up_and_what_others_counted_is_not() {
        Cloud.AWS.metrics().forget();
        counting("counted", "ingress").count(Metric.SIGNATURE_MISMATCH, "slack");
        counting("counted", "ingress").count(Metric.SIGNATURE_MISMATCH, "slack");
        counting("counted", "ingress").count(Metric.SIGNATURE_MISMATCH, "teams");
        counting("another", "ingress").count(Metric.SIGNATURE_MISMATCH, "slack");
        counting("counted", "card-action").count(Metric.SIGNATURE_MISMATCH, "slack");
        assertThat(count(Optional.of("slack"))).isEqualTo(2);
        assertThat(count(Optional.of("servicenow"))).isZero();
        assertThat(count(Optional.empty())).isEqualTo(3);
        clock.advance(Duration.ofMinutes(14));
        assertThat(count(Optional.of("slack"))).isEqualTo(2);
        clock.advance(Duration.ofMinutes(2));
        assertThat(count(Optional.of("slack"))).isZero();
    }

    @Test
    void where_nobody_answers_it_is_not_known() {
        Cloud.AWS.interrupt("monitoring");
        try {
            assertThatThrownBy(() -> count(Optional.empty()))
                    .isInstanceOf(Unavailable.class)
                    .hasMessageStartingWith("cloudwatch: GetMetricStatistics: ");
        } finally {
            Cloud.AWS.restore("monitoring");
        }
    }
}
