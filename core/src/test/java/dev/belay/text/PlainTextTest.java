package dev.belay.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Words from outside, on one line. */
final class PlainTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\u00A0",
                "\t\r\n",
                "\u2003\u2028\u2029",
                "\u200B",
                "\u200B \u200B\u00A0",
                "\u202E\u202C",
                "\uFEFF"
            })
    void where_nothing_can_be_seen_the_line_is_empty(String words) {
        assertThat(PlainText.line(words)).isEmpty();
    }

    @Test
    void every_kind_of_space_and_break_is_one_space() {
        assertThat(PlainText.line("\u00A0one\r\n\ttwo\u2028three\u3000four\u0085 five\u0000six "))
                .isEqualTo("one two three four five six");
    }

    @Test
    void what_turns_the_direction_of_writing_is_left_out_and_what_joins_letters_stays() {
        assertThat(PlainText.line("\u202Egnp.exe\u202C \u2066x\u2069")).isEqualTo("gnp.exe x");
        assertThat(PlainText.line("👩\u200D🚒 می\u200Cخواهم")).isEqualTo("👩\u200D🚒 می\u200Cخواهم");
    }

    @ParameterizedTest
    @CsvSource({"10, abcdefghij", "9, abcdefgh…", "2, a…", "1, …"})
    void what_does_not_fit_is_cut_and_says_so(int most, String line) {
        assertThat(PlainText.line("abcdefghij", most)).isEqualTo(line);
    }

    @Test
    void no_character_is_cut_in_two() {
        assertThat(PlainText.line("🔥🔥🔥", 4)).isEqualTo("🔥…");
    }

    @ParameterizedTest
    @EnumSource(HostileText.class)
    void a_line_of_a_line_is_the_same(HostileText words) {
        String line = PlainText.line(words.text());
        assertThat(PlainText.line(line)).isEqualTo(line);
        assertThat(PlainText.line(words.text(), 40)).hasSizeLessThanOrEqualTo(40);
    }
}
