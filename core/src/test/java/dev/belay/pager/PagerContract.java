package dev.belay.pager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.failure.CredentialsRefused;
import dev.belay.failure.Unavailable;
import dev.belay.pager.Pager.Outcome;
import dev.belay.settings.PagerSettings.Target;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every {@link Pager} keeps. */
public interface PagerContract {
    /** More calls than any order takes. */
    int CALLS = 6;

    Pager pager();

    /** Two that the other side knows, with somebody behind each. */
    List<Target> targets();

    /** How often the people behind a target were paged; none for one that only looks. */
    int paged(Target target);

    /** What those who were paged can read. */
    String shown();

    /** Whether it pages, or only looks who could be. */
    default boolean pages() {
        return true;
    }

    /** Loses a call: the one after so many others from now. */
    void lose(int after, boolean done);

    /** The other side does not answer from now on, and does nothing. */
    void breakDown();

    /** The other side says from now on that we ask too often. */
    void limit();

    /** The other side takes our key no more. */
    void refuseKey();

    @Test
    default void everybody_who_is_chosen_is_paged_once_and_it_is_told_in_a_few_words() {
        Outcome.Paged paged = (Outcome.Paged) pager().page(order("1"), false);
        assertThat(paged.answer()).isNotBlank().hasSizeLessThan(160).doesNotContain("\n");
        assertPaged(1);
    }

    @Test
    default void those_who_are_paged_read_what_it_is_about_and_what_was_written() {
        pager().page(order("1"), false);
        if (pages()) {
            assertThat(shown())
                    .contains(SampleOrder.MESSAGE)
                    .contains(SampleOrder.NUMBER)
                    .contains("Jane Doe");
        }
    }

    @Test
    default void an_order_that_is_given_again_pages_nobody_again_and_is_answered_alike() {
        Outcome first = pager().page(order("1"), false);
        assertThat(pager().page(order("1"), true)).isEqualTo(first);
        assertThat(pager().page(order("1"), true)).isEqualTo(first);
        assertPaged(1);
    }

    @Test
    default void an_order_that_an_earlier_run_never_gave_is_given() {
        assertThat(pager().page(order("1"), true)).isInstanceOf(Outcome.Paged.class);
        assertPaged(1);
    }

    @Test
    default void another_order_pages_them_anew() {
        Outcome.Paged first = (Outcome.Paged) pager().page(order("1"), false);
        pager().page(SampleOrder.of("2", targets(), first.incident()), false);
        assertPaged(2);
    }

    @Test
    default void another_order_that_does_not_know_of_the_first_pages_them_anew() {
        pager().page(order("1"), false);
        pager().page(order("2"), false);
        pager().page(order("2"), true);
        assertPaged(2);
    }

    @Test
    default void whichever_request_is_lost_they_are_paged_once() {
        insistThroughLosses(false);
    }

    @Test
    default void whichever_answer_is_lost_they_are_paged_once() {
        insistThroughLosses(true);
    }

    private void insistThroughLosses(boolean done) {
        for (int after = 0; after < CALLS; after++) {
            lose(after, done);
            String id = "lost-" + after;
            assertThat(insist(id, false)).as(id).isInstanceOf(Outcome.Paged.class);
            assertThat(insist(id, true)).as(id).isInstanceOf(Outcome.Paged.class);
            assertPaged(after + 1);
        }
    }

    private Outcome insist(String id, boolean again) {
        for (int run = 0; run < CALLS; run++) {
            try {
                return pager().page(order(id), again || run > 0);
            } catch (Unavailable e) {
                assertThat(e).hasMessageNotContaining(SampleOrder.MESSAGE);
            }
        }
        throw new AssertionError(id + " never ended");
    }

    @Test
    default void what_is_broken_down_is_waited_for() {
        breakDown();
        assertThatThrownBy(() -> pager().page(order("1"), false)).isInstanceOf(Unavailable.class);
        assertPaged(0);
    }

    @Test
    default void a_limit_is_said_to_be_one_and_proves_that_nobody_was_paged() {
        limit();
        assertThatThrownBy(() -> pager().page(order("1"), false)).isInstanceOfSatisfying(Unavailable.class, e -> {
            assertThat(e.isLimited()).isTrue();
            assertThat(e.mayBeDone()).isFalse();
        });
        assertPaged(0);
    }

    @Test
    default void a_key_that_is_refused_is_whoever_runs_this_to_mend() {
        refuseKey();
        assertThatThrownBy(() -> pager().page(order("1"), false)).isInstanceOf(CredentialsRefused.class);
        assertPaged(0);
    }

    private PageOrder order(String id) {
        return SampleOrder.of(id, targets(), Optional.empty());
    }

    private void assertPaged(int times) {
        targets().forEach(target -> assertThat(paged(target)).as(target.label()).isEqualTo(pages() ? times : 0));
    }
}
