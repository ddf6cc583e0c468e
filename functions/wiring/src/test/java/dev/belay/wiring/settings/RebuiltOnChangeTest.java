package dev.belay.wiring.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RebuiltOnChangeTest {
    private final List<Integer> builds = new ArrayList<>();
    private final RebuiltOnChange<List<Integer>, Object> value = new RebuiltOnChange<>(settings -> {
        builds.addAll(settings);
        return new Object();
    });

    @Test
    void equal_settings_give_the_value_that_is_built_already() {
        Object first = value.from(List.of(1));

        assertThat(value.from(new ArrayList<>(List.of(1)))).isSameAs(first);
        assertThat(builds).containsExactly(1);
    }

    @Test
    void changed_settings_give_a_new_value() {
        Object first = value.from(List.of(1));

        assertThat(value.from(List.of(2))).isNotSameAs(first);
        assertThat(builds).containsExactly(1, 2);
    }
}
