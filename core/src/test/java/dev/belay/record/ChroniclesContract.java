package dev.belay.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.record.Happening.Kind;
import dev.belay.time.Crowd;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What every {@link Chronicles} keeps. */
public interface ChroniclesContract {
    Chronicles chronicles();

    /** A record that no test before had. */
    RecordRef record();

    @Test
    default void nothing_happened_at_first() {
        assertThat(chronicles().of(record())).isEqualTo(Chronicle.EMPTY);
    }

    @Test
    default void what_happened_is_told_oldest_first_whenever_it_was_added() {
        RecordRef record = record();
        Happening later = happening("b", 60);
        Happening earlier = happening("a", 0);
        assertThat(chronicles().add(record, later).happenings()).containsExactly(later);
        assertThat(chronicles().add(record, earlier).happenings()).containsExactly(earlier, later);
        assertThat(chronicles().of(record).happenings()).containsExactly(earlier, later);
        assertThat(chronicles().of(record).last(Kind.ACKNOWLEDGED)).contains(later);
        assertThat(chronicles().of(record).last(Kind.TAKEN_OVER)).isEmpty();
    }

    @Test
    default void the_same_added_again_is_once_and_as_it_was() {
        RecordRef record = record();
        Happening first = happening("a", 0);
        chronicles().add(record, first);
        Happening other = new Happening("a", Kind.TAKEN_OVER, Sample.OPENED, "Somebody else", "");
        assertThat(chronicles().add(record, other).happenings()).containsExactly(first);
    }

    @Test
    default void each_record_has_its_own() {
        RecordRef one = record();
        RecordRef other = record();
        chronicles().add(one, happening("a", 0));
        assertThat(chronicles().of(other)).isEqualTo(Chronicle.EMPTY);
    }

    @Test
    default void what_many_add_at_once_is_all_there() throws Exception {
        RecordRef record = record();
        AtomicInteger number = new AtomicInteger();
        List<Chronicle> grown =
                Crowd.of(10, () -> chronicles().add(record, happening("h" + number.incrementAndGet(), 0)));
        assertThat(chronicles().of(record).size()).isEqualTo(10);
        assertThat(grown).allMatch(chronicle -> chronicle.size() >= 1);
    }

    private static Happening happening(String id, long seconds) {
        return new Happening(id, Kind.ACKNOWLEDGED, Sample.OPENED.plusSeconds(seconds), "Jane \"J.\" Doe | x", "é");
    }
}
