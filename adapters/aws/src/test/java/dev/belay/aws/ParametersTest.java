package dev.belay.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.failure.Rejected;
import dev.belay.record.Sample;
import dev.belay.time.MovedClock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A parameter is at most a minute old. */
final class ParametersTest {
    private final MovedClock clock = MovedClock.at(Sample.OPENED);
    private final Parameters parameters = Cloud.worker(clock).parameters((_, _) -> {});
    private final String name = "/belay/settings-" + Cloud.unique();

    @Test
    void a_parameter_is_read_once_a_minute() {
        Cloud.AWS.putParameter(name, "one");
        assertThat(Cloud.requestsOf(() -> {
                    assertThat(parameters.text(name)).isEqualTo("one");
                    assertThat(parameters.text(name)).isEqualTo("one");
                }))
                .isEqualTo(Map.of("ssm GetParameter", 1));
        Cloud.AWS.putParameter(name, "two");
        assertThat(parameters.text(name)).isEqualTo("one");
        clock.advance(Duration.ofMinutes(1));
        assertThat(parameters.text(name)).isEqualTo("two");
    }

    @Test
    void a_parameter_that_is_not_there_is_a_rejection() {
        assertThatThrownBy(() -> parameters.text(name))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("ParameterNotFound");
    }
}
