package dev.belay.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.failure.OutcomeUnknown;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A thing is made once in an outside system. */
final class StepTest {
    private final List<String> done = new ArrayList<>();

    @Test
    void a_first_run_makes_it_and_stores_it_without_looking() {
        assertThat(step(Optional.of("found")).run(false)).isEqualTo("made");
        assertThat(done).containsExactly("make", "store made");
    }

    @Test
    void a_later_run_looks_first_and_stores_what_it_finds() {
        assertThat(step(Optional.of("found")).run(true)).isEqualTo("found");
        assertThat(done).containsExactly("look", "store found");
    }

    @Test
    void a_later_run_makes_what_it_does_not_find() {
        assertThat(step(Optional.empty()).run(true)).isEqualTo("made");
        assertThat(done).containsExactly("look", "make", "store made");
    }

    @Test
    void what_was_not_made_is_not_stored() {
        Step<String> step = new Step<>(
                Optional::empty,
                () -> {
                    throw new OutcomeUnknown("chat", "create");
                },
                made -> done.add("store " + made));
        assertThatThrownBy(() -> step.run(false)).isInstanceOf(OutcomeUnknown.class);
        assertThat(done).isEmpty();
    }

    private Step<String> step(Optional<String> there) {
        return new Step<>(
                () -> {
                    done.add("look");
                    return there;
                },
                () -> {
                    done.add("make");
                    return "made";
                },
                made -> done.add("store " + made));
    }
}
