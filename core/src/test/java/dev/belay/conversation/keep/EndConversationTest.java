package dev.belay.conversation.keep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.conversation.Opening;
import dev.belay.conversation.Way;
import dev.belay.failure.Calls;
import dev.belay.link.ConversationLink.Standing;
import dev.belay.link.Ending;
import dev.belay.link.LinkStatus;
import dev.belay.record.RecordState;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What a conversation does once its record is over. */
final class EndConversationTest {
    private static final Duration A_DAY = Duration.ofDays(1);

    private final Way way = new Way(1);

    @Test
    void it_is_summed_up_once_and_the_card_keeps_the_postmortem_alone() {
        way.pass(Duration.ofMinutes(37)).in(RecordState.RESOLVED).settle();
        way.settle();
        way.in(RecordState.CLOSED).settle();
        assertThat(way.said().stream().filter(said -> said.contains("is over")))
                .singleElement()
                .asString()
                .contains(
                        "INC0010001 is over: Resolved.",
                        "opened 2026-11-22 08:00 UTC",
                        "after 42 min: resolved",
                        "(42 min in all)");
        assertThat(way.room.chat.cards(way.channel()).getFirst().buttons()).containsExactly("postmortem");
    }

    @Test
    void people_are_reminded_of_the_postmortem_once() {
        way.in(RecordState.RESOLVED).settle();
        assertThat(due()).isEqualTo(way.room.clock.instant().plus(A_DAY.multipliedBy(3)));
        way.pass(A_DAY.multipliedBy(3)).settle();
        way.pass(A_DAY).settle();
        assertThat(way.said().stream().filter(said -> said.contains("no postmortem yet")))
                .hasSize(1);
    }

    @Test
    void what_is_due_of_a_record_that_cannot_be_read_is_asked_for_once_a_day() {
        way.in(RecordState.RESOLVED).settle();
        way.room.records.delete(way.ref);
        way.pass(A_DAY.multipliedBy(4));
        assertThat(way.once(Calls.undisturbed(), true)).contains(new Opening.RecordMissing());
        assertThat(due()).isEqualTo(way.room.clock.instant().plus(A_DAY));
    }

    @Test
    void nobody_is_reminded_of_what_is_there_or_will_not_come() {
        way.postmortem().in(RecordState.RESOLVED).settle();
        way.pass(A_DAY.multipliedBy(4)).settle();
        Way canceled = new Way(1).in(RecordState.CANCELED).settle();
        canceled.pass(A_DAY.multipliedBy(4)).settle();
        assertThat(way.said()).noneMatch(said -> said.contains("no postmortem yet"));
        assertThat(canceled.said()).noneMatch(said -> said.contains("no postmortem yet"));
    }

    @Test
    void a_closed_record_with_its_postmortem_is_archived_after_a_week() {
        way.postmortem().in(RecordState.CLOSED).settle();
        assertThat(due()).isEqualTo(way.room.clock.instant().plus(A_DAY.multipliedBy(7)));
        way.pass(A_DAY.multipliedBy(7)).settle();
        assertThat(way.link().status()).isEqualTo(LinkStatus.ARCHIVED);
        assertThat(way.room.chat.isArchived(way.channel())).isTrue();
        assertThat(way.said().getLast())
                .startsWith("Belay asks for this channel to be archived now: INC0010001 is over.");
        way.settle();
        assertThat(way.room.counted).isEmpty();
    }

    @Test
    void the_postmortem_comes_first_but_not_for_ever() {
        way.in(RecordState.CLOSED).settle();
        way.pass(A_DAY.multipliedBy(29)).settle();
        assertThat(way.link()).isInstanceOf(Standing.class);
        way.pass(A_DAY).settle();
        assertThat(way.link().status()).isEqualTo(LinkStatus.ARCHIVED);
        assertThat(way.said().getLast()).contains("no postmortem came");
    }

    @Test
    void what_is_resolved_and_not_closed_waits() {
        way.postmortem().in(RecordState.RESOLVED).settle();
        way.pass(A_DAY.multipliedBy(20)).settle();
        assertThat(way.link()).isInstanceOf(Standing.class);
    }

    @Test
    void a_thread_is_summed_up_and_never_archived() {
        Way thread = new Way(3);
        thread.in(RecordState.CLOSED).settle();
        thread.pass(A_DAY.multipliedBy(400)).settle();
        assertThat(thread.link()).isInstanceOf(Standing.class);
        assertThat(thread.said().stream().filter(said -> said.contains("is over")))
                .hasSize(1);
        assertThat(thread.link().conversation().kept().due()).isEmpty();
    }

    @Test
    void where_archiving_is_refused_the_channel_stays_open_and_those_who_run_this_are_told_once() {
        way.room.chat.forbidArchiving();
        Way other = way;
        other.postmortem().in(RecordState.CLOSED).settle();
        other.pass(A_DAY.multipliedBy(7)).settle();
        other.pass(A_DAY).settle();
        assertThat(way.link()).isInstanceOf(Standing.class);
        assertThat(way.room.chat.sentences(way.room.chat.shared()))
                .singleElement()
                .asString()
                .contains("stay open", "restricted");
        assertThat(way.said().stream().filter(said -> said.contains("to be archived now")))
                .hasSize(1);
        assertThat(due()).isEqualTo(way.room.clock.instant().plus(A_DAY));
    }

    @Test
    void a_record_that_is_reopened_before_goes_on_and_may_end_again() {
        way.in(RecordState.RESOLVED).settle();
        way.in(RecordState.IN_PROGRESS).settle();
        assertThat(way.link().conversation().kept().isOver()).isFalse();
        assertThat(way.link().conversation().kept().due()).isEmpty();
        way.in(RecordState.RESOLVED).settle();
        assertThat(way.link().conversation().kept().ending().map(Ending::number))
                .contains(2);
        assertThat(way.said().stream().filter(said -> said.contains("is over"))).hasSize(2);
    }

    @Test
    void ended_at_any_call_there_is_one_summary() {
        Way.endsTheSameWhereverItIsEnded(() -> new Way(1).in(RecordState.RESOLVED));
        Way.endsTheSameWhereverItIsEnded(() -> new Way(3).in(RecordState.RESOLVED));
    }

    @Test
    void ended_at_any_call_it_is_archived_once() {
        Way.endsTheSameWhereverItIsEnded(
                () -> new Way(1).postmortem().in(RecordState.CLOSED).settle().pass(A_DAY.multipliedBy(8)));
    }

    @Test
    void ended_at_any_call_people_are_reminded_once() {
        Way.endsTheSameWhereverItIsEnded(
                () -> new Way(1).in(RecordState.RESOLVED).settle().pass(A_DAY.multipliedBy(4)));
    }

    @Test
    void nothing_is_asked_of_the_platform_while_nothing_is_due() {
        way.in(RecordState.RESOLVED).settle();
        Calls calls = Calls.undisturbed();
        way.once(calls, false);
        assertThat(calls.names()).noneMatch(name -> name.startsWith("Channels.") || name.startsWith("Lines."));
        assertThat(calls.names()).noneMatch(name -> name.startsWith("Upkeep."));
    }

    private Instant due() {
        return way.link().conversation().kept().due().orElseThrow();
    }
}
