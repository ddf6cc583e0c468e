package dev.belay.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.event.RecordHint;
import dev.belay.failure.Calls;
import dev.belay.health.Metric;
import dev.belay.link.LinkStatus;
import dev.belay.record.RecordRef;
import dev.belay.record.RecordSnapshot;
import dev.belay.record.Sample;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The records of all open links are read once a day: what no change tells of is found. */
final class SweepTest {
    private static final Duration A_DAY = Duration.ofDays(1);

    private final Desk desk = Desk.settled();

    private List<RecordSnapshot> conversing(int many) {
        return IntStream.range(0, many).mapToObj(_ -> desk.conversing(3)).toList();
    }

    private static long count(Calls calls, String name) {
        return calls.names().stream().filter(name::equals).count();
    }

    @Test
    void it_begins_once_the_time_is_there_and_not_before() {
        conversing(3);
        desk.clock.advance(A_DAY.minusSeconds(1));
        Calls early = Calls.undisturbed();
        desk.run(early);
        assertThat(early.names()).doesNotContain("ChangedRecords.some");
        desk.clock.advance(Duration.ofSeconds(1));
        Calls due = Calls.undisturbed();
        desk.run(due);
        assertThat(count(due, "ChangedRecords.some")).isEqualTo(1);
        assertThat(desk.watermarks.sweep().orElseThrow().began()).isEqualTo(Sample.OPENED.plus(A_DAY));
    }

    @Test
    void deleted_records_are_told_and_hidden_ones_are_counted_and_never_taken_for_deleted() {
        List<RecordSnapshot> all = conversing(10);
        desk.records.delete(all.get(3).ref());
        desk.records.hide(all.get(5).ref());
        desk.clock.advance(A_DAY);
        desk.run();
        assertThat(desk.hints).singleElement().satisfies(hint -> {
            assertThat(hint.type()).isEqualTo(RecordHint.Type.DELETED);
            assertThat(hint.record()).isEqualTo(all.get(3).ref());
        });
        assertThat(desk.told).containsEntry(Metric.RECORD_UNREADABLE, 1L).containsEntry(Metric.RECONCILED, 1L);
    }

    @Test
    void a_link_that_is_known_to_be_over_is_not_asked_about_again() {
        RecordSnapshot deleted = desk.conversing(3);
        desk.records.delete(deleted.ref());
        desk.links.transition(desk.link(deleted), LinkStatus.READY, LinkStatus.RECORD_DELETED);
        desk.clock.advance(A_DAY);
        desk.run();
        assertThat(desk.hints).isEmpty();
    }

    @Test
    void what_changed_long_ago_and_was_never_shown_is_found() {
        List<RecordSnapshot> all = conversing(3);
        desk.renamed(all.get(1));
        desk.watermarks.store("incident", Position.from(Sample.OPENED.plus(Duration.ofHours(1))));
        desk.clock.advance(A_DAY);
        desk.run();
        assertThat(desk.hinted()).containsExactly(all.get(1).ref());
    }

    @Test
    void where_all_are_hidden_it_is_a_matter_of_rights_and_it_goes_on_once_they_are_given() {
        List<RecordSnapshot> all = conversing(Sweep.TELLING);
        all.forEach(record -> desk.records.hide(record.ref()));
        desk.clock.advance(A_DAY);
        Calls calls = Calls.undisturbed();
        desk.run(calls);
        assertThat(desk.hints).isEmpty();
        assertThat(calls.names()).doesNotContain("ChangedRecords.presence");
        assertThat(desk.told).containsEntry(Metric.RECORD_UNREADABLE, (long) Sweep.TELLING);
        assertThat(desk.watermarks.sweep().orElseThrow().began()).isEqualTo(Sample.OPENED);
        desk.clock.advance(Desk.BETWEEN_RUNS);
        Calls again = Calls.undisturbed();
        desk.run(again);
        assertThat(count(again, "ChangedRecords.some")).as("it tries again").isEqualTo(1);
    }

    @Test
    void few_are_asked_for_one_by_one_in_a_run_and_no_page_is_left_out() {
        List<RecordSnapshot> all = conversing(2 * ChangedRecords.PAGE);
        List<RecordRef> deleted = all.stream()
                .map(RecordSnapshot::ref)
                .sorted((one, other) -> one.toString().compareTo(other.toString()))
                .toList();
        List<RecordRef> first = deleted.subList(0, 12);
        List<RecordRef> second = deleted.subList(ChangedRecords.PAGE, ChangedRecords.PAGE + 12);
        first.forEach(desk.records::delete);
        second.forEach(desk.records::delete);
        desk.clock.advance(A_DAY);
        desk.run();
        assertThat(desk.hinted()).containsExactlyInAnyOrderElementsOf(first);
        desk.clock.advance(Desk.BETWEEN_RUNS);
        desk.run();
        assertThat(desk.hinted()).hasSize(24).containsAll(second);
        assertThat(desk.watermarks.sweep().orElseThrow().done()).isTrue();
    }

    @Test
    void a_page_of_which_too_many_are_missing_is_passed_after_twenty_and_others_get_their_turn_another_day() {
        List<RecordSnapshot> all = conversing(30);
        all.subList(0, 29).forEach(record -> desk.records.delete(record.ref()));
        desk.clock.advance(A_DAY);
        desk.run();
        assertThat(desk.hints).hasSize(Sweep.MOST_ASKED);
        assertThat(desk.watermarks.sweep().orElseThrow().done()).isTrue();
        desk.clock.advance(A_DAY);
        desk.run();
        assertThat(desk.hinted().stream().distinct()).hasSize(29);
    }
}
