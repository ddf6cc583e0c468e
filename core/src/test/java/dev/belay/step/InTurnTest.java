package dev.belay.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.failure.CredentialsRefused;
import dev.belay.failure.ExternalFailure;
import dev.belay.failure.OutcomeUnknown;
import dev.belay.failure.Rejected;
import dev.belay.failure.Unavailable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class InTurnTest {
    private static final List<ExternalFailure> BY_CARE = List.of(
            new OutcomeUnknown("slack", "as told"),
            new Unavailable("slack", "as told", Optional.empty()),
            new CredentialsRefused("slack", "as told"),
            new Rejected("slack", "as told"));

    @Test
    void no_step_holds_up_another_however_it_ends() {
        for (ExternalFailure failure : BY_CARE) {
            List<String> done = new ArrayList<>();
            InTurn steps = new InTurn();
            steps.run(() -> {
                throw failure;
            });
            steps.run(() -> done.add("second"));
            assertThat(done).containsExactly("second");
            assertThatThrownBy(steps::end).isSameAs(failure);
        }
    }

    @Test
    void what_asks_for_the_most_care_decides_in_whatever_order() {
        for (int from = 0; from < BY_CARE.size(); from++) {
            List<ExternalFailure> thrown = new ArrayList<>(BY_CARE.subList(from, BY_CARE.size()));
            ExternalFailure decides = thrown.getFirst();
            Collections.reverse(thrown);
            InTurn steps = new InTurn();
            thrown.forEach(failure -> steps.run(() -> {
                throw failure;
            }));
            assertThatThrownBy(steps::end).isSameAs(decides);
        }
    }

    @Test
    void what_was_all_done_ends_quietly() {
        InTurn steps = new InTurn();
        steps.run(() -> {});
        steps.end();
    }
}
