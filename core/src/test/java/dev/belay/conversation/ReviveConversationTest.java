package dev.belay.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.chat.Channel;
import dev.belay.failure.Calls;
import dev.belay.link.Former;
import dev.belay.link.LinkStatus;
import dev.belay.record.RecordState;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What becomes of a conversation that does not stand although its record is open. */
final class ReviveConversationTest {
    private final Way way = archived();
    private final Channel old = way.channel();

    private static Way archived() {
        return new Way(1)
                .postmortem()
                .in(RecordState.CLOSED)
                .settle()
                .pass(Duration.ofDays(8))
                .settle();
    }

    @Test
    void where_a_channel_cannot_be_unarchived_a_reopened_record_gets_another_that_names_the_old_one() {
        way.in(RecordState.IN_PROGRESS).settle();
        assertThat(way.link().status()).isEqualTo(LinkStatus.READY);
        assertThat(way.channel().name()).isEqualTo(old.name() + "-2");
        assertThat(way.link().claim().former().map(Former::why)).contains(Former.Why.REOPENED);
        assertThat(way.said())
                .contains("The record was reopened. What was said before is in #" + old.name() + ": "
                        + way.room.chat.link(old, Optional.empty()));
        assertThat(way.room.records.notes(way.ref).getLast().text())
                .contains(
                        way.room.chat.link(way.channel(), Optional.empty()),
                        "(before: " + way.room.chat.link(old, Optional.empty()) + ")");
        assertThat(way.room.counted).isEmpty();
    }

    @Test
    void it_ends_again_and_is_reopened_again() {
        way.in(RecordState.IN_PROGRESS).settle();
        way.in(RecordState.CLOSED).settle().pass(Duration.ofDays(8)).settle();
        assertThat(way.room.chat.isArchived(way.channel())).isTrue();
        way.in(RecordState.IN_PROGRESS).settle();
        assertThat(way.channel().name()).isEqualTo(old.name() + "-3");
    }

    @Test
    void where_it_can_be_unarchived_it_goes_on_itself() {
        way.room.chat.letUnarchive();
        way.in(RecordState.IN_PROGRESS).settle();
        assertThat(way.channel()).isEqualTo(old);
        assertThat(way.link().status()).isEqualTo(LinkStatus.READY);
        assertThat(way.room.shown(old)).contains("In Progress");
        assertThat(way.room.chat.isArchived(old)).isFalse();
    }

    @Test
    void where_that_is_refused_it_gets_another_and_those_who_run_this_are_told() {
        way.room.chat.letUnarchive();
        way.room.chat.forbidArchiving();
        way.in(RecordState.IN_PROGRESS).settle();
        assertThat(way.channel().name()).isEqualTo(old.name() + "-2");
        assertThat(way.room.chat.sentences(way.room.chat.shared()))
                .singleElement()
                .asString()
                .contains("cannot be unarchived");
    }

    @Test
    void a_record_that_stays_over_is_left_in_the_archive() {
        Calls calls = Calls.undisturbed();
        way.put(record -> record.described("Checkout was down"));
        assertThat(way.once(calls, false)).contains(new Opening.NotWanted("it is archived"));
        assertThat(calls.names()).noneMatch(name -> name.startsWith("Channels."));
    }

    @Test
    void a_deleted_channel_of_an_open_record_is_announced_and_made_again_once() {
        Way open = new Way(1);
        String first = open.channel().name();
        delete(open);
        assertThat(open.channel().name()).isEqualTo(first + "-2");
        assertThat(open.link().claim().former().map(Former::why)).contains(Former.Why.LOST);
        assertThat(open.room.chat.sentences(open.room.chat.shared()))
                .containsExactly(
                        "The channel of INC0010001 in Slack was deleted while the record is open. It is made again.");
        delete(open);
        assertThat(open.link().status()).isEqualTo(LinkStatus.CHANNEL_DELETED);
        assertThat(open.room.chat.sentences(open.room.chat.shared())).hasSize(2);
        open.settle();
        assertThat(open.room.chat.sentences(open.room.chat.shared())).hasSize(2);
    }

    private static void delete(Way open) {
        open.room.chat.deleteByHand(open.channel());
        assertThat(open.room.links.transition(open.link(), LinkStatus.READY, LinkStatus.CHANNEL_DELETED))
                .isTrue();
        open.settle();
    }

    @Test
    void ended_at_any_call_a_reopened_record_has_one_more_channel() {
        Way.endsTheSameWhereverItIsEnded(() -> archived().in(RecordState.IN_PROGRESS));
    }

    @Test
    void ended_at_any_call_an_unarchived_channel_goes_on() {
        Way.endsTheSameWhereverItIsEnded(() -> {
            Way over = archived();
            over.room.chat.letUnarchive();
            return over.in(RecordState.IN_PROGRESS);
        });
    }

    @Test
    void a_record_that_is_reopened_while_its_channel_is_archived_goes_on() {
        Way open = new Way(1).postmortem().in(RecordState.CLOSED).settle().pass(Duration.ofDays(8));
        open.once(
                Calls.interrupted("ConversationLinks.transition", () -> {
                    throw new Calls.Killed();
                }),
                false);
        open.in(RecordState.IN_PROGRESS).settle();
        assertThat(open.link().status()).isEqualTo(LinkStatus.READY);
        assertThat(open.channel().name()).endsWith("-2");
    }
}
