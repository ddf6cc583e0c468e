package dev.belay.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.chat.ChatUser;
import dev.belay.chat.Platform;
import dev.belay.record.Happening.Kind;
import dev.belay.record.Happening.Participant;
import dev.belay.time.Crowd;
import java.util.List;
import java.util.Optional;
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

    @Test
    default void all_of_it_is_kept() {
        RecordRef record = record();
        ChatUser bob = new ChatUser(Platform.TEAMS, "tenant-1", "29:bob");
        Happening paged = new Happening(
                "a",
                Kind.PAGED,
                Sample.OPENED,
                "Jane Doe",
                "Database on-call: \"triggered\"",
                "Two\nlines, and {{more}}",
                List.of(
                        new Participant("Bob Ross", Optional.of(bob), Optional.of(Sample.REF.sysId())),
                        new Participant("A guest", Optional.empty(), Optional.empty())));
        assertThat(chronicles().add(record, paged).happenings()).containsExactly(paged);
        assertThat(chronicles().of(record).happenings()).containsExactly(paged);
    }

    private static Happening happening(String id, long seconds) {
        return new Happening(id, Kind.ACKNOWLEDGED, Sample.OPENED.plusSeconds(seconds), "Jane \"J.\" Doe | x", "é");
    }
}
