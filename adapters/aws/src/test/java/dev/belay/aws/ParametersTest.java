package dev.belay.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Parameters on our simulator keep the contract, and are read once a minute. */
final class ParametersTest implements ParametersContract {
    private final TestParameter parameter = new TestParameter(Cloud.ENGINE);

    @Override
    public TestParameter parameter() {
        return parameter;
    }

    @Test
    void a_parameter_is_read_once_a_minute() {
        parameter.put("one");
        assertThat(Cloud.requestsOf(() -> {
                    assertThat(parameter.text()).isEqualTo("one");
                    parameter.clock().advance(Duration.ofMinutes(1).minusSeconds(1));
                    assertThat(parameter.text()).isEqualTo("one");
                }))
                .isEqualTo(Map.of("ssm GetParameter", 1));
    }
}
