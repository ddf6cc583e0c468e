package dev.belay.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ToolConditionTest {
    @Test
    void a_test_whose_tool_is_missing_is_skipped_and_says_what_is_missing() {
        assertThat(ToolCondition.missing(Tool.PYTHON, "").isDisabled()).isTrue();
        assertThat(ToolCondition.missing(Tool.PYTHON, "").getReason())
                .contains("this machine lacks Python 3.11 or newer with venv");
    }

    @Test
    void a_tool_that_others_are_required_beside_may_be_missing() {
        assertThat(ToolCondition.missing(Tool.DOCKER, "python,node").isDisabled())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"python", "node,python", " node , python "})
    void a_required_tool_that_is_missing_fails_the_test(String required) {
        assertThatThrownBy(() -> ToolCondition.missing(Tool.PYTHON, required))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("BELAY_REQUIRE names python");
    }

    @ParameterizedTest
    @EnumSource
    void every_tool_has_a_word_that_can_be_required(Tool tool) {
        assertThat(tool.word()).matches("[a-z]+");
    }
}
