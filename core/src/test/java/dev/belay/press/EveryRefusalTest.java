package dev.belay.press;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.action.Refusal;
import dev.belay.press.EveryRefusal.Told;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What people are told when a press is not done. */
final class EveryRefusalTest {
    private final List<Told> all = EveryRefusal.all();

    @Test
    void each_reason_is_told_and_by_its_own_name() {
        assertThat(all).extracting(Told::reason).containsAll(List.of(Refusal.Reason.values()));
        assertThat(all).allSatisfy(told -> assertThat(told.name())
                .startsWith(told.reason().name()));
        assertThat(all).extracting(Told::name).doesNotHaveDuplicates();
    }

    @Test
    void no_two_reasons_say_the_same() {
        assertThat(all.stream()
                        .collect(Collectors.groupingBy(
                                told -> told.answer().sentence(), Collectors.mapping(Told::reason, Collectors.toSet())))
                        .values())
                .allSatisfy(reasons -> assertThat(reasons).hasSize(1));
    }

    @Test
    void a_sentence_is_a_sentence_that_names_no_inside_of_ours() {
        assertThat(all).allSatisfy(told -> assertThat(told.answer().sentence())
                .as(told.name())
                .matches("(?s)\\p{Lu}.*[.]")
                .doesNotContain("null", "Optional", "Exception", "sys_id"));
    }

    @Test
    void only_what_can_be_pressed_again_carries_a_button() {
        assertThat(all.stream()
                        .filter(told -> told.answer().offer().isPresent())
                        .map(Told::reason)
                        .distinct())
                .containsExactlyInAnyOrder(
                        Refusal.Reason.STALE_CARD,
                        Refusal.Reason.ASSIGNED_TO_ANOTHER,
                        Refusal.Reason.ASSIGNEE_CHANGED,
                        Refusal.Reason.NOT_ASKED,
                        Refusal.Reason.INPUT_REFUSED,
                        Refusal.Reason.ADDRESSEE_UNKNOWN,
                        Refusal.Reason.PAGE_REFUSED);
    }
}
