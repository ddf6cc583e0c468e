package dev.belay.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.failure.Calls;
import dev.belay.record.RecordSnapshot;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a run costs, by the number of its calls. */
final class ReconciliationCostTest {
    private static List<String> ofServiceNow(Calls calls) {
        return calls.names().stream().filter(name -> name.startsWith("Changed")).toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 100, 10_000})
    void where_nothing_changed_a_run_is_one_request_a_table_and_one_for_attachments_however_many_links_there_are(
            int links) {
        Desk desk = Desk.settled();
        IntStream.range(0, links).forEach(_ -> desk.conversing(3));
        desk.clock.advance(Duration.ofHours(12));
        desk.watermarks.store("incident", Position.from(desk.clock.instant().minus(Walk.QUIET)));
        Calls calls = Calls.undisturbed();
        desk.run(calls);
        assertThat(ofServiceNow(calls)).containsExactly("ChangedRecords.changed", "ChangedAttachments.changed");
        assertThat(calls.names())
                .as("nor does anything else grow")
                .containsExactly(
                        "Leases.acquire",
                        "Watermarks.of",
                        "Watermarks.of",
                        "ChangedRecords.changed",
                        "Watermarks.store",
                        "ChangedAttachments.changed",
                        "Watermarks.store",
                        "LinkIndex.due",
                        "Watermarks.sweep",
                        "Leases.release");
        assertThat(desk.hints).isEmpty();
    }

    @Test
    void what_changed_all_at_once_is_read_once_and_not_each_time_anew() {
        Desk desk = Desk.settled();
        desk.clock.advance(Duration.ofHours(3));
        IntStream.range(0, 10_000).forEach(_ -> desk.conversing(3));
        desk.clock.advance(Desk.BETWEEN_RUNS);
        List<Integer> pages = new ArrayList<>();
        for (int run = 0; run < 4; run++) {
            Calls calls = Calls.undisturbed();
            desk.run(calls);
            pages.add(ofServiceNow(calls).size());
            desk.clock.advance(Desk.BETWEEN_RUNS);
        }
        assertThat(pages)
                .as(
                        "again while it may not all be seen yet; for conversations of the last day what was attached before is looked for, too")
                .containsExactly(201, 201, 201, 2);
    }

    @Test
    void a_run_that_was_killed_in_a_backlog_of_one_second_does_not_begin_it_anew() {
        Desk desk = Desk.settled();
        List<RecordSnapshot> all =
                IntStream.range(0, 350).mapToObj(_ -> desk.opened(3)).toList();
        desk.clock.advance(Duration.ofHours(1));
        killAtTheThirdPage(desk);
        assertThat(desk.hints).hasSize(200);
        desk.clock.advance(Desk.BETWEEN_RUNS);
        desk.run();
        assertThat(desk.hinted()).hasSize(all.size()).doesNotHaveDuplicates();
    }

    private static void killAtTheThirdPage(Desk desk) {
        List<String> pages = new ArrayList<>();
        Calls calls = new Calls(call -> {
            if (call.name().equals("ChangedRecords.changed") && !call.done()) {
                pages.add(call.name());
                if (pages.size() == 3) {
                    throw new Calls.Killed();
                }
            }
        });
        assertThatThrownBy(() -> desk.run(calls)).isInstanceOf(Calls.Killed.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 1_000})
    void a_sweep_is_one_request_for_each_hundred_links(int links) {
        Desk desk = Desk.settled();
        IntStream.range(0, links).forEach(_ -> desk.conversing(3));
        desk.clock.advance(Duration.ofDays(1));
        desk.watermarks.store("incident", Position.from(desk.clock.instant().minus(Walk.QUIET)));
        Calls calls = Calls.undisturbed();
        desk.run(calls);
        assertThat(ofServiceNow(calls)).hasSize(2 + links / ChangedRecords.PAGE);
        assertThat(desk.hints).isEmpty();
        assertThat(desk.watermarks.sweep().orElseThrow().done()).isTrue();
    }
}
