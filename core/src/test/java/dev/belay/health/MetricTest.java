package dev.belay.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is counted has one name each, as CloudWatch's metrics are named. */
final class MetricTest {
    @Test
    void no_two_have_one_id() {
        assertThat(Metric.values()).extracting(Metric::id).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource
    void an_id_is_the_constant_s_words_in_pascal_case(Metric metric) {
        String words = Arrays.stream(metric.name().split("_", -1))
                .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining());
        assertThat(metric.id()).isEqualTo(words);
    }

    @ParameterizedTest
    @EnumSource
    void it_is_found_by_its_id(Metric metric) {
        assertThat(Metric.of(metric.id())).contains(metric);
        assertThat(Metric.of(metric.name())).isEmpty();
    }
}
