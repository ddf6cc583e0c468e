package dev.belay.press;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.action.Refusal.Reason;
import dev.belay.action.SampleRequest;
import dev.belay.card.CardAction;
import dev.belay.card.CardButton;
import dev.belay.chat.Platform;
import dev.belay.event.HandledEvents;
import dev.belay.event.PressedButton;
import dev.belay.event.RecordHint;
import dev.belay.event.SamplePress;
import dev.belay.failure.Calls;
import dev.belay.failure.Calls.Killed;
import dev.belay.failure.CredentialsRefused;
import dev.belay.failure.OutcomeUnknown;
import dev.belay.failure.Rejected;
import dev.belay.failure.Unavailable;
import dev.belay.press.Desk.Worker;
import dev.belay.record.RecordState;
import dev.belay.record.Records;
import dev.belay.record.Sample;
import dev.belay.step.Settling;
import dev.belay.time.Crowd;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

/** One press, from its delivery to its end, and what becomes of it where the outside fails. */
final class PerformActionTest {
    private final Desk desk = Desk.open();
    private final SamplePress press = desk.press(CardAction.ACKNOWLEDGE);

    @Test
    void a_press_writes_the_record_shows_it_and_is_done() {
        assertThat(desk.perform(press)).isEqualTo(new PressOutcome.Applied(desk.chronicled()));
        assertThat(desk.record().state()).isEqualTo(RecordState.IN_PROGRESS);
        assertThat(desk.record().assignedTo(SampleRequest.JANE.sysId())).isTrue();
        assertThat(desk.notes()).hasSize(1);
        assertThat(desk.seen().cards().getFirst().words()).contains("In Progress", "Jane Doe");
        assertThat(desk.counted).containsExactly("Press APPLIED");
    }

    @Test
    void a_press_that_comes_again_does_nothing_more() {
        desk.perform(press);
        Desk.Seen once = desk.seen();
        assertThat(desk.perform(press)).isEqualTo(new PressOutcome.Repeated());
        assertThat(desk.seen()).isEqualTo(once);
    }

    @Test
    void a_second_press_on_what_is_so_already_writes_nothing() {
        desk.perform(press);
        assertThat(desk.perform(press.id("press-2"))).isEqualTo(new PressOutcome.AlreadyDone(desk.chronicled()));
        assertThat(desk.notes()).hasSize(1);
        assertThat(desk.hints).hasSize(2);
    }

    @Test
    void whoever_acknowledges_too_late_may_take_it_over() {
        desk.records.put(Sample.incident(1, RecordState.IN_PROGRESS, Optional.of(SampleRequest.TO_BOB), 4));
        PressOutcome outcome = desk.perform(press);
        assertThat(desk.seen().told()).hasSize(1);
        assertThat(desk.seen().cards().getFirst().words()).contains("Bob Ross");
        assertThat(outcome).isInstanceOf(PressOutcome.Refused.class);
        CardButton offer = ((PressOutcome.Refused) outcome).refusal().offer().orElseThrow();
        PressedButton button = SampleRequest.button(offer);
        assertThat(desk.perform(press.id("press-2").button(button))).isInstanceOf(PressOutcome.Applied.class);
        assertThat(desk.record().assignedTo(SampleRequest.JANE.sysId())).isTrue();
    }

    @Test
    void a_press_that_another_worker_is_at_is_left_to_it() {
        List<PressOutcome> second = new ArrayList<>();
        Calls slow = Calls.interrupted("Records.change", () -> second.add(desk.perform(press)));
        assertThat(desk.perform(press, slow)).isInstanceOf(PressOutcome.Applied.class);
        assertThat(second).containsExactly(new PressOutcome.TooEarly(HandledEvents.LEASE));
        assertThat(desk.notes()).hasSize(1);
    }

    @Test
    void one_press_by_four_workers_at_once_writes_one_note() throws InterruptedException, ExecutionException {
        assertThat(Crowd.of(4, () -> desk.perform(press)))
                .filteredOn(PressOutcome.Applied.class::isInstance)
                .hasSize(1);
        assertThat(desk.notes()).hasSize(1);
        assertThat(desk.record().assignedTo(SampleRequest.JANE.sysId())).isTrue();
        assertThat(desk.seen().told()).isEmpty();
    }

    @Test
    void whoever_overwrote_what_another_wrote_at_the_same_moment_is_told() {
        Calls meanwhile = Calls.interrupted(
                "Records.change",
                () -> desk.records.put(
                        Sample.incident(1, RecordState.IN_PROGRESS, Optional.of(SampleRequest.TO_BOB), 4)));
        assertThat(refused(desk.perform(press, meanwhile))).isEqualTo(Reason.CHANGED_MEANWHILE);
        assertThat(desk.seen().told())
                .singleElement()
                .asString()
                .contains("was done", "changed INC0010023 at the same moment");
        assertThat(desk.seen().cards().getFirst().words()).contains("Jane Doe");
        assertThat(desk.hints).extracting(RecordHint::platform).containsExactly(Platform.SLACK, Platform.TEAMS);
        assertThat(desk.perform(press)).isEqualTo(new PressOutcome.Repeated());
    }

    @Test
    void what_was_written_without_a_conversation_to_show_it_in_is_done_without_a_word() {
        desk.records.loseNext(true);
        assertThatThrownBy(() -> desk.perform(press)).isInstanceOf(OutcomeUnknown.class);
        desk.links.forget(Desk.KEY);
        Calls calls = Calls.undisturbed();
        assertThat(desk.perform(press, calls)).isEqualTo(new PressOutcome.Applied(desk.record()));
        assertThat(calls.names()).doesNotContain("Cards.update", "Messages.tell", "Records.change");
        assertThat(desk.perform(press)).isEqualTo(new PressOutcome.Repeated());
        assertThat(desk.notes()).hasSize(1);
    }

    @Test
    void a_press_that_is_early_is_the_first_again_when_it_comes_back() {
        Desk early = Desk.unfinished(Sample.incident());
        SamplePress its = early.press(CardAction.ACKNOWLEDGE);
        assertThat(early.perform(its)).isEqualTo(new PressOutcome.TooEarly(Duration.ofSeconds(5)));
        early.finishLink();
        Calls calls = Calls.undisturbed();
        assertThat(early.perform(its, calls)).isInstanceOf(PressOutcome.Applied.class);
        assertThat(calls.names()).doesNotContain("Records.hasNote");
    }

    @Test
    void while_nothing_was_sent_a_retry_need_not_ask_what_became_of_it() {
        Calls down = Calls.failing("Records.find", () -> new Unavailable("servicenow", "down", Optional.empty()));
        assertThatThrownBy(() -> desk.perform(press, down)).isInstanceOf(Unavailable.class);
        Calls calls = Calls.undisturbed();
        assertThat(desk.perform(press, calls)).isInstanceOf(PressOutcome.Applied.class);
        assertThat(calls.names()).doesNotContain("Records.hasNote");
    }

    @Test
    void a_write_whose_answer_was_lost_is_not_written_again() {
        desk.records.loseNext(true);
        assertThatThrownBy(() -> desk.perform(press)).isInstanceOf(OutcomeUnknown.class);
        assertThat(desk.perform(press)).isInstanceOf(PressOutcome.Applied.class);
        assertThat(desk.notes()).hasSize(1);
    }

    @Test
    void a_write_that_never_arrived_is_written_by_the_retry() {
        desk.records.loseNext(false);
        assertThatThrownBy(() -> desk.perform(press)).isInstanceOf(OutcomeUnknown.class);
        assertThat(desk.perform(press)).isInstanceOf(PressOutcome.Applied.class);
        assertThat(desk.notes()).hasSize(1);
    }

    @Test
    void of_two_presses_at_once_the_second_waits_until_the_first_is_written() {
        List<PressOutcome> second = new ArrayList<>();
        Calls calls = Calls.interrupted("Records.change", () -> second.add(desk.perform(press.id("press-2"))));
        assertThat(desk.perform(press, calls)).isInstanceOf(PressOutcome.Applied.class);
        assertThat(second).containsExactly(new PressOutcome.TooEarly(Duration.ofSeconds(2)));
        assertThat(desk.perform(press.id("press-2"))).isInstanceOf(PressOutcome.AlreadyDone.class);
        assertThat(desk.notes()).hasSize(1);
    }

    @Test
    void a_chat_that_does_not_answer_keeps_nobody_from_the_record() {
        List<PressOutcome> second = new ArrayList<>();
        Calls calls = Calls.interrupted("Cards.update", () -> second.add(desk.perform(press.id("press-2"))));
        desk.perform(press, calls);
        assertThat(second).singleElement().isInstanceOf(PressOutcome.AlreadyDone.class);
    }

    @Test
    void while_a_writes_outcome_is_unknown_nobody_else_reads_the_record() {
        desk.records.loseNext(true);
        assertThatThrownBy(() -> desk.perform(press)).isInstanceOf(OutcomeUnknown.class);
        desk.clock.advance(Settling.TIME);
        assertThat(desk.perform(press.id("press-2"))).isInstanceOf(PressOutcome.TooEarly.class);
        assertThat(desk.perform(press)).isInstanceOf(PressOutcome.Applied.class);
        assertThat(desk.perform(press.id("press-2"))).isInstanceOf(PressOutcome.AlreadyDone.class);
        assertThat(desk.notes()).hasSize(1);
    }

    @Test
    void a_press_whose_worker_was_killed_keeps_the_record_for_the_time_of_a_lease() {
        Calls killed = new Calls(call -> {
            if (call.name().equals("Records.change") && !call.done()) {
                throw new Killed();
            }
        });
        assertThatThrownBy(() -> desk.perform(press, killed)).isInstanceOf(Killed.class);
        assertThat(desk.perform(press.id("press-2"))).isInstanceOf(PressOutcome.TooEarly.class);
        desk.clock.advance(HandledEvents.LEASE);
        assertThat(desk.perform(press.id("press-2"))).isInstanceOf(PressOutcome.Applied.class);
        assertThat(desk.perform(press)).isInstanceOf(PressOutcome.AlreadyDone.class);
        assertThat(desk.notes()).hasSize(1);
    }

    @Test
    void what_was_written_is_done_whatever_the_record_says_by_now() {
        desk.records.loseNext(true);
        assertThatThrownBy(() -> desk.perform(press)).isInstanceOf(OutcomeUnknown.class);
        desk.records.put(Sample.incident(1, RecordState.RESOLVED, Optional.of(SampleRequest.TO_BOB), 9));
        assertThat(desk.perform(press)).isInstanceOf(PressOutcome.Applied.class);
        assertThat(desk.seen().told()).isEmpty();
        assertThat(desk.seen().cards().getFirst().words()).contains("Resolved");
    }

    @Test
    void what_servicenow_took_in_part_is_told_and_shown() {
        desk.records.overruleNext("state");
        assertThat(refused(desk.perform(press))).isEqualTo(Reason.PARTLY_TAKEN);
        assertThat(desk.seen().told()).singleElement().asString().contains("not all of the change");
        assertThat(desk.hints).extracting(RecordHint::platform).containsExactly(Platform.SLACK, Platform.TEAMS);
        assertThat(desk.perform(press)).isEqualTo(new PressOutcome.Repeated());
    }

    @Test
    void what_was_taken_in_part_under_a_lost_answer_is_told_by_the_retry() {
        desk.records.overruleNext("state");
        Calls lost = new Calls(call -> {
            if (call.name().equals("Messages.tell")) {
                throw new Killed();
            }
        });
        assertThat(desk.survives(press, lost)).isFalse();
        assertThat(refused(desk.perform(press))).isEqualTo(Reason.PARTLY_TAKEN);
        assertThat(desk.notes()).hasSize(1);
    }

    @Test
    void what_servicenow_does_not_take_is_told() {
        desk.records.refuseNext(new Rejected(Records.SYSTEM, "a business rule aborted it"));
        assertThat(refused(desk.perform(press))).isEqualTo(Reason.RECORD_REFUSED);
        assertThat(desk.seen().told()).hasSize(1);
        assertThat(desk.notes()).isEmpty();
    }

    @Test
    void refused_credentials_are_no_answer_to_a_person() {
        desk.records.refuseNext(new CredentialsRefused(Records.SYSTEM, "401"));
        assertThatThrownBy(() -> desk.perform(press)).isInstanceOf(CredentialsRefused.class);
        assertThat(desk.seen().told()).isEmpty();
        assertThat(desk.perform(press)).isInstanceOf(PressOutcome.Applied.class);
    }

    @Test
    void another_system_s_no_during_the_write_is_not_servicenow_s() {
        desk.records.refuseNext(new Rejected("secrets", "no such secret"));
        assertThatThrownBy(() -> desk.perform(press)).isInstanceOf(Rejected.class);
        assertThat(desk.seen().told()).isEmpty();
    }

    @Test
    void a_written_press_whose_record_is_gone_says_so() {
        desk.records.loseNext(true);
        assertThatThrownBy(() -> desk.perform(press)).isInstanceOf(OutcomeUnknown.class);
        desk.records.delete(Sample.REF);
        assertThat(refused(desk.perform(press))).isEqualTo(Reason.RECORD_MISSING);
    }

    @Test
    void a_retry_that_cannot_learn_what_became_of_it_tells_so_when_its_time_is_over() {
        desk.records.loseNext(true);
        assertThatThrownBy(() -> desk.perform(press)).isInstanceOf(OutcomeUnknown.class);
        Calls down = Calls.failing("Records.hasNote", () -> new Unavailable("servicenow", "down", Optional.empty()));
        assertThatThrownBy(() -> desk.perform(press, down)).isInstanceOf(Unavailable.class);
        desk.clock.advance(desk.settings.pressLife().plusSeconds(1));
        assertThat(refused(desk.perform(press, down))).isEqualTo(Reason.UNKNOWN_OUTCOME);
        assertThat(desk.perform(press)).isEqualTo(new PressOutcome.Repeated());
    }

    @Test
    void a_retry_past_its_time_still_finishes_what_was_written() {
        desk.records.loseNext(true);
        assertThatThrownBy(() -> desk.perform(press)).isInstanceOf(OutcomeUnknown.class);
        desk.clock.advance(desk.settings.pressLife().plusSeconds(1));
        assertThat(desk.perform(press)).isInstanceOf(PressOutcome.Applied.class);
    }

    @Test
    void a_press_that_is_given_up_is_told() {
        giveUp(Calls.undisturbed());
        assertThat(desk.seen().told()).singleElement().asString().contains("whoever runs Belay has been alerted");
        assertThat(desk.counted).containsExactly("Press GIVEN_UP");
        assertThat(desk.perform(press)).isEqualTo(new PressOutcome.Repeated());
    }

    @Test
    void a_press_that_reached_the_record_is_given_up_without_a_word() {
        desk.records.loseNext(true);
        assertThatThrownBy(() -> desk.perform(press)).isInstanceOf(OutcomeUnknown.class);
        giveUp(Calls.undisturbed());
        assertThat(desk.seen().told()).isEmpty();
    }

    @Test
    void a_press_that_was_handled_is_given_up_without_a_word() {
        desk.perform(press);
        giveUp(Calls.undisturbed());
        assertThat(desk.seen().told()).isEmpty();
    }

    @Test
    void giving_up_without_knowing_what_became_of_it_says_so() {
        desk.records.loseNext(false);
        assertThatThrownBy(() -> desk.perform(press)).isInstanceOf(OutcomeUnknown.class);
        giveUp(Calls.failing("Records.hasNote", () -> new Unavailable("servicenow", "down", Optional.empty())));
        assertThat(desk.counted).containsExactly("Press UNKNOWN_OUTCOME");
    }

    @Test
    void each_outcome_is_counted_by_its_kind() {
        desk.perform(press);
        desk.perform(press);
        desk.perform(press.id("press-2"));
        desk.perform(press.id("press-3").app("A02OTHER"));
        assertThat(desk.counted)
                .containsExactly("Press APPLIED", "Press REPEATED", "Press ALREADY_DONE", "Press OTHER_APP");
    }

    private void giveUp(Calls calls) {
        Worker worker = desk.worker(calls);
        worker.perform().giveUp(press.press(), worker.chat());
    }

    private static Reason refused(PressOutcome outcome) {
        assertThat(outcome).isInstanceOf(PressOutcome.Refused.class);
        return ((PressOutcome.Refused) outcome).refusal().reason();
    }
}
