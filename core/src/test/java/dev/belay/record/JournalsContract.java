package dev.belay.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What every {@link Journals} keeps. */
public interface JournalsContract {
    Journals journals();

    /** The same records, to be written. */
    Records records();

    /** Opens an incident of this priority, 1 or 5, on the other side. */
    RecordRef open(String shortDescription, int priority);

    /** What the other side takes at this moment. */
    Instant now();

    /** Somebody of this name, who is there from then on, writes into a record's journal. */
    void write(RecordRef ref, boolean comment, String userName, String author, String text);

    private List<JournalEntry> all(RecordRef ref, boolean comments) {
        return journals().since(ref, now().minus(Duration.ofHours(1)), comments);
    }

    @Test
    default void nobody_wrote_on_a_new_record() {
        assertThat(all(open("Checkout down", 1), true)).isEmpty();
    }

    @Test
    default void what_was_noted_is_read_with_who_wrote_it_oldest_first() {
        RecordRef ref = open("Checkout down", 1);
        RecordRef other = open("Printer", 5);
        write(ref, false, "jane.doe", "Jane Doe", "Restarting\nnode 4 ^ now");
        write(other, false, "jane.doe", "Jane Doe", "Elsewhere");
        write(ref, false, "bob.lee", "Bob Lee", "Done");
        List<JournalEntry> entries = all(ref, false);
        assertThat(entries.stream().map(JournalEntry::text)).containsExactly("Restarting\nnode 4 ^ now", "Done");
        assertThat(entries.stream().map(JournalEntry::author)).containsExactly("Jane Doe", "Bob Lee");
        assertThat(entries.stream().map(JournalEntry::userName)).containsExactly("jane.doe", "bob.lee");
        assertThat(entries.stream().map(JournalEntry::id).distinct()).hasSize(2);
        assertThat(entries).noneMatch(JournalEntry::comment);
        assertThat(entries)
                .allMatch(entry -> Duration.between(entry.at(), now()).abs().compareTo(Duration.ofMinutes(1)) < 0);
    }

    @Test
    default void comments_come_only_where_they_are_wanted() {
        RecordRef ref = open("Checkout down", 1);
        write(ref, true, "jane.doe", "Jane Doe", "Dear customer");
        assertThat(all(ref, false)).isEmpty();
        assertThat(all(ref, true)).singleElement().satisfies(entry -> {
            assertThat(entry.comment()).isTrue();
            assertThat(entry.text()).isEqualTo("Dear customer");
        });
    }

    @Test
    default void what_is_older_is_left_out_and_what_is_of_that_second_is_not() {
        RecordRef ref = open("Checkout down", 1);
        write(ref, false, "jane.doe", "Jane Doe", "One");
        Instant at = all(ref, false).getFirst().at();
        assertThat(journals().since(ref, at, false)).hasSize(1);
        assertThat(journals().since(ref, at.plusSeconds(1), false)).isEmpty();
    }

    @Test
    default void our_own_notes_stand_there_with_their_reference() {
        RecordRef ref = open("Checkout down", 1);
        NoteReference reference = NoteReference.random(new Random(3));
        records().change(ref, new RecordChange(RecordChange.Fields.NONE, new WorkNote("Written in Slack", reference)));
        JournalEntry entry = all(ref, false).getFirst();
        assertThat(NoteReference.endOf(entry.text())).contains(reference);
        assertThat(entry.userName()).isEqualTo("belay.integration");
    }
}
