package dev.belay.conversation.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.conversation.Room;
import dev.belay.failure.Calls;
import dev.belay.failure.Calls.Killed;
import dev.belay.link.ConversationLink.Made;
import dev.belay.link.ConversationLinks;
import dev.belay.link.SampleLinks;
import dev.belay.record.RecordRef;
import dev.belay.record.RecordSnapshot;
import dev.belay.record.RecordState;
import dev.belay.record.Records;
import org.junit.jupiter.api.Test;

/** Several workers write one card, and what is there last is the newest. */
final class RefreshCardTest {
    private final Room room = new Room();
    private final RecordRef ref = room.opened(1);

    RefreshCardTest() {
        room.open(ref);
        room.change(ref, RecordState.IN_PROGRESS);
    }

    @Test
    void the_card_shows_the_record_and_counts_as_shown() {
        refresh(Calls.undisturbed());
        assertThat(shown()).contains("In Progress");
        assertThat(room.conversation(ref).shows(room.record(ref).modCount())).isTrue();
    }

    @Test
    void it_is_announced_before_it_is_sent_and_confirmed_after() {
        Calls calls = Calls.undisturbed();
        refresh(calls);
        assertThat(calls.names())
                .containsExactly(
                        "Records.link",
                        "ConversationLinks.announceCard",
                        "Records.link",
                        "Cards.update",
                        "ConversationLinks.confirmCard");
    }

    @Test
    void a_writer_who_sends_late_over_a_newer_card_draws_that_one_again() {
        Calls late = Calls.interrupted("Cards.update", () -> {
            room.change(ref, RecordState.ON_HOLD);
            refresh(Calls.undisturbed());
            assertThat(shown()).contains("On Hold");
        });
        refresh(late);
        assertThat(late.names()).filteredOn("Cards.update"::equals).hasSize(2);
        assertThat(shown()).contains("On Hold");
        assertThat(room.conversation(ref).shows(room.record(ref).modCount())).isTrue();
    }

    @Test
    void a_writer_who_finds_a_newer_card_announced_leaves_it_to_its_writer() {
        RecordSnapshot older = room.record(ref);
        room.change(ref, RecordState.ON_HOLD);
        room.links.announceCard(room.made(ref), room.record(ref).modCount(), SampleLinks.DRAWN);
        Calls calls = Calls.undisturbed();
        refresh(calls, older);
        assertThat(calls.names()).doesNotContain("Cards.update");
        assertThat(room.conversation(ref).shows(older.modCount())).isFalse();
    }

    @Test
    void a_writer_killed_before_it_confirmed_leaves_a_card_that_does_not_count_as_shown() {
        Calls killed = new Calls(call -> {
            if (call.name().equals("ConversationLinks.confirmCard")) {
                throw new Killed();
            }
        });
        assertThatThrownBy(() -> refresh(killed)).isInstanceOf(Killed.class);
        assertThat(room.conversation(ref).shows(room.record(ref).modCount())).isFalse();
        refresh(Calls.undisturbed());
        assertThat(room.conversation(ref).shows(room.record(ref).modCount())).isTrue();
    }

    @Test
    void however_two_writers_interleave_the_newest_is_there_in_the_end() {
        Calls all = Calls.undisturbed();
        refresh(all);
        for (int at = 1; at <= all.names().size(); at++) {
            for (boolean done : new boolean[] {false, true}) {
                assertInterleaved(at, done);
            }
        }
    }

    /** Another writer draws a newer card while this one is at that call. */
    private static void assertInterleaved(int at, boolean done) {
        RefreshCardTest test = new RefreshCardTest();
        test.refresh(new Calls(call -> {
            if (call.number() == at && call.done() == done) {
                test.room.change(test.ref, RecordState.ON_HOLD);
                test.refresh(Calls.undisturbed());
            }
        }));
        assertThat(test.shown()).as("call %d, done %s", at, done).contains("On Hold");
        assertThat(test.room
                        .conversation(test.ref)
                        .shows(test.room.record(test.ref).modCount()))
                .isTrue();
    }

    private void refresh(Calls calls) {
        refresh(calls, room.record(ref));
    }

    private void refresh(Calls calls, RecordSnapshot record) {
        new RefreshCard(
                        calls.watched(ConversationLinks.class, room.links),
                        calls.watched(Records.class, room.records),
                        room.clock)
                .refresh(room.platform(calls), (Made) room.link(ref), record, room.settings);
    }

    private String shown() {
        return room.shown(room.conversation(ref).channel());
    }
}
