package dev.belay.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.dialog.Field.Option;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is said to be wrong with what was entered, and where. */
final class DialogTest {
    private static final Dialog EITHER = new Dialog(
            "Who",
            "Send",
            List.of(
                    new Field.People("people", "Who?", false, 2),
                    new Field.Choice("targets", "On call?", false, List.of(new Option("PT4KHLK", "Payments"))),
                    new Field.Words("message", "Message", false, 10)),
            List.of("people", "targets"));

    @Test
    void one_of_several_fields_must_be_filled_in_and_it_is_said_beside_the_first() {
        assertThat(problems(Map.of("message", List.of("Come."))))
                .containsExactly(Map.entry("people", "Choose here or below: one at least."));
    }

    @Test
    void either_of_them_is_enough() {
        assertThat(problems(Map.of("people", List.of("U01ANN")))).isEmpty();
        assertThat(problems(Map.of("targets", List.of("PT4KHLK")))).isEmpty();
    }

    @Test
    void what_is_wrong_with_one_of_them_is_said_beside_it() {
        assertThat(problems(Map.of("people", List.of("U01", "U02", "U03"), "message", List.of("Come at once."))))
                .containsOnly(
                        Map.entry("people", "Choose 2 people at most."),
                        Map.entry("message", "At most 10 characters."));
        assertThat(problems(Map.of("targets", List.of("PUNKNOWN"))))
                .containsExactly(Map.entry("targets", "This is not offered any more."));
    }

    private static Map<String, String> problems(Map<String, List<String>> entered) {
        return EITHER.problems(new Input(entered));
    }
}
