package dev.belay.aws.table.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.aws.Cloud;
import dev.belay.chat.ConversationId;
import dev.belay.chat.Platform;
import dev.belay.message.MessageNotes;
import dev.belay.message.MessageNotes.Entry;
import dev.belay.message.MessageNotes.FixedNote;
import dev.belay.message.MessageNotesContract;
import dev.belay.message.Tombstone;
import dev.belay.record.NoteReference;
import dev.belay.record.Sample;
import dev.belay.time.MovedClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is remembered of messages on the simulated engine keeps the contract, with one request each, and holds no words. */
final class DynamoDbMessageNotesTest implements MessageNotesContract {
    private final MovedClock clock = MovedClock.at(Sample.OPENED);
    private final MessageNotes notes = Cloud.worker(clock).messageNotes(Cloud.STACK.eventTable());

    @Override
    public MessageNotes notes() {
        return notes;
    }

    @Override
    public MovedClock clock() {
        return clock;
    }

    @Override
    public String channel() {
        return "C" + Cloud.unique();
    }

    @Test
    void each_is_one_request_and_may_be_sent_twice() {
        ConversationId at = new ConversationId(Platform.SLACK, "T01ACME", channel(), Optional.empty());
        FixedNote note = new FixedNote(
                NoteReference.random(new Random(7)), List.of(new Entry("1.1", "0a"), new Entry("2.2", "")));
        assertThat(Cloud.requestsOf(() -> notes.fix(at, note, Set.of()))).isEqualTo(Map.of("dynamodb PutItem", 1));
        assertThat(Cloud.requestsOf(() -> notes.fix(at, note, Set.of("1.1", "2.2"))))
                .isEqualTo(Map.of("dynamodb TransactWriteItems", 1));
        Cloud.losingTheFirstAnswer(
                () -> assertThat(notes.fix(at, note, Set.of("1.1"))).isTrue());
        assertThat(Cloud.requestsOf(() -> notes.pending(at))).isEqualTo(Map.of("dynamodb GetItem", 1));
        Cloud.losingTheFirstAnswer(() -> notes.written(at, note));
        assertThat(notes.find(at, "2.2")).contains(new Entry("2.2", ""));
        assertThat(Cloud.requestsOf(() -> notes.written(at, note))).isEqualTo(Map.of("dynamodb TransactWriteItems", 1));
        Tombstone tombstone = new Tombstone("1.1", "0001", false);
        assertThat(Cloud.requestsOf(() -> notes.bury(at, tombstone))).isEqualTo(Map.of("dynamodb PutItem", 1));
        Cloud.losingTheFirstAnswer(() -> notes.bury(at, new Tombstone("1.1", "0002", true)));
        assertThat(Cloud.requestsOf(() -> notes.tombstone(at, "1.1"))).isEqualTo(Map.of("dynamodb GetItem", 1));
    }

    /** A row that has expired stands there for days more. */
    @Test
    void a_tombstone_that_has_expired_keeps_no_note_from_being_fixed() {
        ConversationId at = new ConversationId(Platform.SLACK, "T01ACME", channel(), Optional.empty());
        notes.bury(at, new Tombstone("1.1", "", false));
        clock.advance(Duration.ofDays(91));
        FixedNote note = new FixedNote(NoteReference.random(new Random(7)), List.of(new Entry("1.1", "0a")));
        assertThat(notes.fix(at, note, Set.of("1.1"))).isTrue();
        notes.bury(at, new Tombstone("1.1", "0001", false));
        assertThat(notes.tombstone(at, "1.1")).contains(new Tombstone("1.1", "0001", false));
    }
}
