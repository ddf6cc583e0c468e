package dev.belay.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.reconcile.ChangedRecords.Changed;
import dev.belay.reconcile.ChangedRecords.Page;
import dev.belay.reconcile.ChangedRecords.Presence;
import dev.belay.record.RecordNumber;
import dev.belay.record.RecordRef;
import dev.belay.record.RecordSnapshot;
import dev.belay.record.SysId;
import dev.belay.time.MovedClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link ChangedRecords} keeps. */
public interface ChangedRecordsContract {
    Set<Integer> ALL = Set.of(1, 2, 3, 4, 5);

    ChangedRecords records();

    MovedClock clock();

    /** Opens an incident of this priority, 1 or 5, on the other side. */
    RecordRef open(String shortDescription, int priority);

    /** Somebody there gives it another title. */
    void rename(RecordRef ref, String shortDescription);

    void delete(RecordRef ref);

    /** We may not read it from now on. */
    void hide(RecordRef ref);

    private static List<RecordRef> refs(List<Changed> changed) {
        return changed.stream().map(each -> each.record().ref()).toList();
    }

    private static List<RecordRef> sorted(List<RecordRef> refs) {
        return refs.stream()
                .sorted((one, other) ->
                        one.sysId().value().compareTo(other.sysId().value()))
                .toList();
    }

    @Test
    default void what_changed_is_read_in_the_order_of_its_changes_with_when_it_changed() {
        Instant start = clock().instant();
        RecordRef first = open("First", 1);
        clock().advance(Duration.ofSeconds(1));
        RecordRef second = open("Second", 1);
        clock().advance(Duration.ofSeconds(1));
        rename(first, "First, changed");
        Page page = records().changed("incident", ALL, Position.from(start));
        assertThat(refs(page.records())).containsExactly(second, first);
        assertThat(page.records().getLast().at()).isEqualTo(clock().instant());
        assertThat(page.records().getLast().record().shortDescription()).isEqualTo("First, changed");
        assertThat(page.last()).isTrue();
        assertThat(page.hidden()).isZero();
    }

    @Test
    default void nothing_is_read_twice_and_nothing_of_the_same_second_is_passed_over() {
        Instant start = clock().instant();
        List<RecordRef> all = new ArrayList<>(IntStream.range(0, 2 * ChangedRecords.PAGE + 5)
                .mapToObj(i -> open("At once " + i, 5))
                .toList());
        clock().advance(Duration.ofSeconds(1));
        RecordRef later = open("Later", 5);
        List<RecordRef> read = new ArrayList<>();
        Position next = Position.from(start);
        Page page;
        int pages = 0;
        do {
            page = records().changed("incident", ALL, next);
            read.addAll(refs(page.records()));
            next = page.reached();
            pages++;
        } while (!page.last());
        List<RecordRef> expected = new ArrayList<>(sorted(all));
        expected.add(later);
        assertThat(read).isEqualTo(expected);
        assertThat(pages).isEqualTo(3);
    }

    @Test
    default void a_position_within_a_second_begins_behind_its_record() {
        List<RecordRef> two = sorted(List.of(open("One", 1), open("Other", 1)));
        Instant at = clock().instant();
        Page page = records()
                .changed("incident", ALL, Position.behind(at, two.getFirst().sysId()));
        assertThat(refs(page.records())).containsExactly(two.getLast());
        Page none = records()
                .changed("incident", ALL, Position.behind(at, two.getLast().sysId()));
        assertThat(none.records()).isEmpty();
        assertThat(none.last()).isTrue();
        assertThat(none.reached()).isEqualTo(Position.behind(at, two.getLast().sysId()));
    }

    @Test
    default void records_of_other_priorities_are_left_out() {
        Instant start = clock().instant();
        RecordRef urgent = open("Urgent", 1);
        RecordRef other = open("Other", 5);
        assertThat(refs(records()
                        .changed("incident", Set.of(1, 2), Position.from(start))
                        .records()))
                .containsExactly(urgent);
        assertThat(refs(records()
                        .changed("incident", Set.of(5), Position.from(start))
                        .records()))
                .containsExactly(other);
        assertThat(refs(records()
                        .changed("incident", Set.of(3, 4), Position.from(start))
                        .records()))
                .isEmpty();
    }

    @Test
    default void hidden_ones_are_counted_and_passed_over() {
        Instant start = clock().instant();
        List<RecordRef> hidden = IntStream.range(0, ChangedRecords.PAGE + 1)
                .mapToObj(i -> open("Hidden " + i, 5))
                .toList();
        hidden.forEach(this::hide);
        clock().advance(Duration.ofSeconds(1));
        RecordRef shown = open("Shown", 5);
        List<RecordRef> read = new ArrayList<>();
        int passed = 0;
        Position next = Position.from(start);
        Page page;
        do {
            page = records().changed("incident", ALL, next);
            read.addAll(refs(page.records()));
            passed += page.hidden();
            next = page.reached();
        } while (!page.last());
        assertThat(read).containsExactly(shown);
        assertThat(passed).isEqualTo(ChangedRecords.PAGE + 1);
    }

    @Test
    default void some_are_read_by_their_keys_and_the_hidden_are_told_from_the_deleted() {
        RecordRef shown = open("Shown", 1);
        RecordRef hidden = open("Hidden", 1);
        RecordRef deleted = open("Deleted", 1);
        hide(hidden);
        delete(deleted);
        Set<SysId> ids = Set.of(shown.sysId(), hidden.sysId(), deleted.sysId());
        ChangedRecords.Some some = records().some("incident", ids);
        assertThat(refs(some.records())).containsExactly(shown);
        assertThat(some.hidden()).isEqualTo(1);
        assertThat(records().presence(shown)).isEqualTo(Presence.THERE);
        assertThat(records().presence(hidden)).isEqualTo(Presence.HIDDEN);
        assertThat(records().presence(deleted)).isEqualTo(Presence.DELETED);
        assertThat(records().some("incident", Set.of()).records()).isEmpty();
    }

    @Test
    default void open_records_are_read_in_the_order_of_their_keys_each_once() {
        List<RecordRef> urgent = IntStream.range(0, ChangedRecords.PAGE + 5)
                .mapToObj(i -> open("Urgent " + i, 1))
                .toList();
        RecordRef hidden = open("Hidden", 1);
        hide(hidden);
        open("Other", 5);
        List<RecordRef> read = new ArrayList<>();
        Optional<SysId> next = Optional.empty();
        ChangedRecords.Open page;
        do {
            page = records().open("incident", Set.of(1, 2), next);
            read.addAll(page.records().stream().map(RecordSnapshot::ref).toList());
            next = page.reached();
        } while (!page.last());
        assertThat(read)
                .isSortedAccordingTo(Comparator.comparing(ref -> ref.sysId().value()));
        assertThat(read).doesNotHaveDuplicates().containsAll(urgent).doesNotContain(hidden);
    }

    @Test
    default void records_are_found_by_their_numbers_and_no_others() {
        RecordRef one = open("One", 1);
        RecordRef other = open("Other", 5);
        open("Third", 5);
        Map<RecordRef, String> numbers =
                records().some("incident", Set.of(one.sysId(), other.sysId())).records().stream()
                        .map(Changed::record)
                        .collect(Collectors.toMap(RecordSnapshot::ref, RecordSnapshot::number));
        Set<RecordNumber> asked =
                numbers.values().stream().map(RecordNumber::new).collect(Collectors.toSet());
        assertThat(asked).hasSize(2);
        asked.add(new RecordNumber("INC9999999"));
        assertThat(records().numbered("incident", asked))
                .extracting(RecordSnapshot::ref)
                .containsExactlyInAnyOrder(one, other);
        assertThat(records().numbered("incident", Set.of())).isEmpty();
        assertThat(records().numbered("incident", Set.of(new RecordNumber("INC9999999"))))
                .isEmpty();
    }
}
