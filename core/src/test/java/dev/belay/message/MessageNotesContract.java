package dev.belay.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.chat.ConversationId;
import dev.belay.chat.Platform;
import dev.belay.message.MessageNotes.Entry;
import dev.belay.message.MessageNotes.FixedNote;
import dev.belay.record.NoteReference;
import dev.belay.time.MovedClock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every {@link MessageNotes} keeps. */
public interface MessageNotesContract {
    Random RANDOM = new Random(31);

    MessageNotes notes();

    /** The clock that the store reads. */
    MovedClock clock();

    /** The id of a channel that no test before had. */
    String channel();

    @Test
    default void nothing_is_known_of_a_conversation_before() {
        ConversationId at = at(channel());
        assertThat(notes().pending(at)).isEmpty();
        assertThat(notes().find(at, "1763798400.000100")).isEmpty();
    }

    @Test
    default void a_note_that_was_fixed_is_pending_and_nothing_of_it_is_noted() {
        ConversationId at = at(channel());
        FixedNote note = note("1.1", "2.2");
        assertThat(notes().fix(at, note, Set.of())).isTrue();
        assertThat(notes().pending(at)).contains(note);
        assertThat(notes().find(at, "1.1")).isEmpty();
    }

    @Test
    default void what_is_fixed_later_takes_the_place_of_what_was_fixed_before() {
        ConversationId at = at(channel());
        assertThat(notes().fix(at, note("1.1", "2.2"), Set.of("1.1"))).isTrue();
        FixedNote other = note("1.1");
        assertThat(notes().fix(at, other, Set.of("1.1"))).isTrue();
        assertThat(notes().pending(at)).contains(other);
    }

    @Test
    default void what_was_written_is_noted_and_pending_no_more_however_often_it_is_said() {
        ConversationId at = at(channel());
        FixedNote note = new FixedNote(
                NoteReference.random(RANDOM),
                List.of(new Entry("1.1", "0a1b2c"), new Entry("1.1/v#2 %", "", "1763798400.000100/x")));
        assertThat(notes().fix(at, note, Set.of())).isTrue();
        for (int i = 0; i < 2; i++) {
            notes().written(at, note);
            assertThat(notes().pending(at)).isEmpty();
            assertThat(notes().find(at, "1.1")).contains(new Entry("1.1", "0a1b2c"));
            assertThat(notes().find(at, "1.1/v#2 %")).contains(new Entry("1.1/v#2 %", "", "1763798400.000100/x"));
            assertThat(notes().find(at, "1.1/v")).isEmpty();
        }
    }

    @Test
    default void an_entry_that_is_written_again_says_the_newer_words() {
        ConversationId at = at(channel());
        notes().written(at, new FixedNote(NoteReference.random(RANDOM), List.of(new Entry("1.1", "one"))));
        notes().written(at, new FixedNote(NoteReference.random(RANDOM), List.of(new Entry("1.1", "two"))));
        assertThat(notes().find(at, "1.1")).contains(new Entry("1.1", "two"));
    }

    @Test
    default void threads_of_a_channel_have_notes_of_their_own_and_share_what_is_noted() {
        String channel = channel();
        ConversationId one = new ConversationId(Platform.SLACK, "T01ACME", channel, Optional.of("1.0"));
        ConversationId other = new ConversationId(Platform.SLACK, "T01ACME", channel, Optional.of("2.0"));
        FixedNote note = note("1.1");
        assertThat(notes().fix(one, note, Set.of())).isTrue();
        assertThat(notes().pending(other)).isEmpty();
        assertThat(notes().pending(at(channel))).isEmpty();
        notes().written(one, note);
        assertThat(notes().find(other, "1.1")).isPresent();
        assertThat(notes().find(at(channel()), "1.1")).isEmpty();
    }

    @Test
    default void what_was_noted_is_known_for_90_days() {
        ConversationId at = at(channel());
        notes().written(at, note("1.1"));
        clock().advance(Duration.ofDays(90).minusSeconds(2));
        assertThat(notes().find(at, "1.1")).isPresent();
        clock().advance(Duration.ofSeconds(3));
        assertThat(notes().find(at, "1.1")).isEmpty();
    }

    @Test
    default void the_latest_tombstone_of_a_message_counts_in_whatever_order_they_came() {
        ConversationId at = at(channel());
        Tombstone deleted = new Tombstone("1.1", "0001", false);
        Tombstone lifted = new Tombstone("1.1", "0002", true);
        Tombstone forGood = new Tombstone("1.1", "", false);
        assertThat(notes().tombstone(at, "1.1")).isEmpty();
        notes().bury(at, deleted);
        notes().bury(at, deleted);
        assertThat(notes().tombstone(at, "1.1")).contains(deleted);
        notes().bury(at, lifted);
        notes().bury(at, deleted);
        assertThat(notes().tombstone(at, "1.1")).contains(lifted);
        notes().bury(at, forGood);
        notes().bury(at, new Tombstone("1.1", "0003", true));
        notes().bury(at, new Tombstone("1.1", "0004", false));
        assertThat(notes().tombstone(at, "1.1")).contains(forGood);
        assertThat(notes().tombstone(at, "1.2")).isEmpty();
        assertThat(notes().find(at, "1.1")).isEmpty();
    }

    @Test
    default void a_note_is_not_fixed_over_a_tombstone() {
        ConversationId at = at(channel());
        ConversationId thread = new ConversationId(Platform.SLACK, "T01ACME", at.channel(), Optional.of("1.0"));
        notes().bury(thread, new Tombstone("1.1", "0001", false));
        FixedNote note = note("1.1", "2.2");
        assertThat(notes().fix(at, note, Set.of("1.1", "2.2"))).isFalse();
        assertThat(notes().pending(at)).isEmpty();
        assertThat(notes().fix(at, note, Set.of("2.2"))).isTrue();
        notes().bury(at, new Tombstone("1.1", "0002", true));
        FixedNote other = note("1.1");
        assertThat(notes().fix(at, other, Set.of("1.1"))).isTrue();
        assertThat(notes().pending(at)).contains(other);
    }

    @Test
    default void a_tombstone_is_known_for_90_days() {
        ConversationId at = at(channel());
        notes().bury(at, new Tombstone("1.1", "", false));
        clock().advance(Duration.ofDays(90).minusSeconds(2));
        assertThat(notes().tombstone(at, "1.1")).isPresent();
        clock().advance(Duration.ofSeconds(3));
        assertThat(notes().tombstone(at, "1.1")).isEmpty();
    }

    private static ConversationId at(String channel) {
        return new ConversationId(Platform.SLACK, "T01ACME", channel, Optional.empty());
    }

    private static FixedNote note(String... keys) {
        return new FixedNote(
                NoteReference.random(RANDOM),
                List.of(keys).stream()
                        .map(key -> new Entry(key, "0a1b2c3d4e5f"))
                        .toList());
    }
}
