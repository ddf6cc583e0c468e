package dev.belay.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.failure.Rejected;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What {@link Parameters} keep on every engine that answers for the Parameter Store. */
public interface ParametersContract {
    TestParameter parameter();

    @Test
    default void a_parameter_that_is_changed_arrives_after_a_minute() {
        parameter().put("one");
        assertThat(parameter().text()).isEqualTo("one");
        parameter().put("two");
        assertThat(parameter().text()).isEqualTo("one");
        parameter().clock().advance(Duration.ofMinutes(1));
        assertThat(parameter().text()).isEqualTo("two");
    }

    /** The advanced tier holds 8 KB. */
    @Test
    default void a_long_parameter_is_read_whole() {
        String text = "ä".repeat(4096);
        parameter().put(text);
        assertThat(parameter().text()).isEqualTo(text);
    }

    @Test
    default void a_parameter_that_is_not_there_is_a_rejection() {
        assertThatThrownBy(() -> parameter().text())
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("ParameterNotFound");
    }

    @Test
    default void what_whoever_deploys_stores_takes_the_place_of_what_stood_there() {
        assertThat(parameter().store().find(parameter().name())).isEmpty();
        parameter().store().put(parameter().name(), "one");
        assertThat(parameter().text()).isEqualTo("one");
        String text = "ä".repeat(4096);
        parameter().store().put(parameter().name(), text);
        assertThat(parameter().store().find(parameter().name())).contains(text);
    }
}
