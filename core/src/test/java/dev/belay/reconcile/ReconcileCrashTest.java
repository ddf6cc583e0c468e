package dev.belay.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.event.RecordHint;
import dev.belay.failure.Calls;
import dev.belay.failure.Calls.Ending;
import dev.belay.failure.ExternalFailure;
import dev.belay.record.RecordRef;
import dev.belay.record.RecordSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A run that ends at any of its calls, in any way, leaves nothing behind that the next one does not find. */
final class ReconcileCrashTest {
    private static final int MOST_CALLS = 5_000;

    private final List<RecordRef> lacking = new ArrayList<>();

    private Desk desk() {
        lacking.clear();
        Desk desk = new Desk();
        IntStream.range(0, 60).forEach(_ -> desk.conversing(3));
        IntStream.range(0, 3).forEach(_ -> lacking.add(desk.opened(3).ref()));
        RecordSnapshot deleted = desk.conversing(2);
        desk.records.delete(deleted.ref());
        lacking.add(deleted.ref());
        IntStream.range(0, 50).forEach(_ -> desk.conversing(3));
        desk.clock.advance(Desk.BETWEEN_RUNS);
        return desk;
    }

    /** Each call at the ends of a run, and every seventh between them. */
    @ParameterizedTest
    @EnumSource
    void what_it_did_not_come_to_the_next_run_does(Ending ending) {
        int calls = 0;
        for (int number = 1; number < MOST_CALLS; number += calls > 20 ? 7 : 1) {
            Desk desk = desk();
            boolean ended = endsAt(desk, Calls.ending(number, ending));
            if (!ended) {
                break;
            }
            calls++;
            desk.clock.advance(Desk.BETWEEN_RUNS);
            desk.run();
            assertThat(desk.hinted()).as("call %s", number).containsAll(lacking);
            assertThat(desk.hints.stream().filter(hint -> hint.type() == RecordHint.Type.DELETED))
                    .as("call %s", number)
                    .isNotEmpty()
                    .allMatch(hint -> hint.record().equals(lacking.getLast()));
            assertThat(desk.hinted()).as("call %s", number).allMatch(lacking::contains);
            assertThat(desk.watermarks.sweep()).get().matches(Watermarks.SweepMark::done);
            assertThat(desk.watermarks.of("incident")).get().matches(mark -> mark.after()
                    .isEmpty());
        }
        assertThat(calls).isGreaterThan(40);
    }

    /** Whether the run came to that call. */
    private static boolean endsAt(Desk desk, Calls calls) {
        try {
            desk.run(calls);
        } catch (Calls.Killed | ExternalFailure e) {
            return true;
        }
        return desk.told.isEmpty();
    }
}
