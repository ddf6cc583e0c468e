package dev.belay.press;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.action.Acknowledge;
import dev.belay.action.Refusal;
import dev.belay.action.Refusal.Reason;
import dev.belay.action.Request;
import dev.belay.action.SampleRequest;
import dev.belay.card.CardAction;
import dev.belay.chat.Member;
import dev.belay.dialog.Input;
import dev.belay.event.HandledEvents;
import dev.belay.event.SamplePress;
import dev.belay.failure.Calls;
import dev.belay.failure.Unavailable;
import dev.belay.lease.Leases;
import dev.belay.press.DecidePress.Decision;
import dev.belay.press.Desk.Worker;
import dev.belay.record.Assignee;
import dev.belay.record.RecordSnapshot;
import dev.belay.record.RecordState;
import dev.belay.record.Records;
import dev.belay.record.Sample;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is to be done about a press, before anything is done. */
final class DecidePressTest {
    private final Desk desk = Desk.open();

    @Test
    void what_the_action_says_is_written_for_whom_the_gates_let_through() {
        SamplePress press = desk.press(CardAction.ACKNOWLEDGE);
        assertThat(decide(press)).isInstanceOfSatisfying(Decision.Write.class, write -> {
            assertThat(write.request())
                    .isEqualTo(new Request(press.press(), SampleRequest.JANE, desk.link(), desk.settings, Map.of()));
            assertThat(write.change()).isEqualTo(new Acknowledge().judge(write.request(), Sample.incident()));
        });
    }

    @Test
    void deciding_changes_nothing() {
        Desk.Seen before = desk.seen();
        decide(desk.press(CardAction.ACKNOWLEDGE));
        assertThat(desk.seen()).isEqualTo(before);
    }

    @Test
    void what_is_so_already_is_shown() {
        RecordSnapshot theirs = changed(RecordState.IN_PROGRESS, SampleRequest.TO_JANE);
        assertThat(decide(desk.press(CardAction.ACKNOWLEDGE))).isEqualTo(new Decision.Show(desk.link(), theirs));
    }

    @Test
    void what_a_gate_refuses_is_refused() {
        assertThat(decide(desk.press(CardAction.ACKNOWLEDGE).app("A02OTHER")))
                .isInstanceOfSatisfying(
                        Decision.Refuse.class,
                        no -> assertThat(no.refusal().reason()).isEqualTo(Reason.OTHER_APP));
    }

    @Test
    void a_press_before_its_conversation_is_finished_waits() {
        Desk early = Desk.unfinished(Sample.incident());
        assertThat(decide(early, early.press(CardAction.ACKNOWLEDGE), Calls.undisturbed()))
                .isEqualTo(new Decision.Wait(Duration.ofSeconds(5)));
    }

    @Test
    void a_refusal_on_a_true_card_is_told_only() {
        Desk another = Desk.with(Sample.incident(RecordState.IN_PROGRESS, SampleRequest.TO_BOB));
        assertThat(decide(another, another.press(CardAction.ACKNOWLEDGE), Calls.undisturbed()))
                .isInstanceOfSatisfying(
                        Decision.Refuse.class,
                        no -> assertThat(no.refusal().reason()).isEqualTo(Reason.ASSIGNED_TO_ANOTHER));
    }

    @Test
    void a_refusal_on_a_card_that_does_not_show_the_record_draws_it_again() {
        RecordSnapshot bobs = changed(RecordState.IN_PROGRESS, SampleRequest.TO_BOB);
        assertThat(decide(desk.press(CardAction.ACKNOWLEDGE)))
                .isInstanceOfSatisfying(Decision.Correct.class, correct -> {
                    assertThat(correct.refusal().reason()).isEqualTo(Reason.ASSIGNED_TO_ANOTHER);
                    assertThat(correct.record()).isEqualTo(bobs);
                });
    }

    @Test
    void an_old_card_is_drawn_again_even_where_a_newer_one_was_confirmed() {
        SamplePress old =
                desk.press(SampleRequest.button(CardAction.ACKNOWLEDGE, OptionalLong.of(2), Optional.empty()));
        assertThat(decide(old)).isEqualTo(new Decision.Stale(CardAction.ACKNOWLEDGE, desk.link(), desk.record()));
    }

    @Test
    void a_record_that_servicenow_does_not_show_is_missing() {
        desk.records.delete(Sample.REF);
        assertThat(decide(desk.press(CardAction.ACKNOWLEDGE)))
                .isEqualTo(new Decision.Refuse(Refusal.of(
                        Reason.RECORD_MISSING, "ServiceNow does not show that record any more; it may be deleted.")));
    }

    @Test
    void a_press_that_is_too_old_is_dropped_before_anything_is_asked() {
        SamplePress press = desk.press(CardAction.ACKNOWLEDGE);
        desk.clock.advance(desk.settings.pressLife());
        assertThat(decide(press)).isInstanceOf(Decision.Write.class);
        desk.clock.advance(Duration.ofNanos(1));
        Calls calls = Calls.undisturbed();
        assertThat(decide(desk, press, calls))
                .isEqualTo(new Decision.Refuse(Refusal.of(
                        Reason.EXPIRED,
                        "What you pressed could not be performed within 10 minutes, so it was dropped."
                                + " Look at the card and press again if it still fits.")));
        assertThat(calls.names()).isEmpty();
    }

    @Test
    void only_a_write_keeps_the_lease_on_the_record() {
        SamplePress first = desk.press(CardAction.ACKNOWLEDGE);
        assertThat(decide(first)).isInstanceOf(Decision.Write.class);
        assertThat(decide(first.id("press-2"))).isEqualTo(new Decision.Wait(Duration.ofSeconds(2)));
        desk.clock.advance(HandledEvents.LEASE);
        changed(RecordState.IN_PROGRESS, SampleRequest.TO_BOB);
        assertThat(decide(first.id("press-2"))).isInstanceOf(Decision.Correct.class);
        assertThat(decide(first.id("press-3"))).isInstanceOf(Decision.Correct.class);
    }

    @Test
    void whoever_may_not_press_takes_no_lease_on_the_record() {
        Calls calls = Calls.undisturbed();
        SamplePress guests = desk.press(CardAction.ACKNOWLEDGE).user(desk.chat.person(Member.Standing.GUEST));
        assertThat(decide(desk, guests, calls)).isInstanceOf(Decision.Refuse.class);
        assertThat(calls.names()).doesNotContain("Leases.acquire");
        decide(desk, desk.press(CardAction.ACKNOWLEDGE), calls);
        assertThat(calls.names()).contains("Leases.acquire");
    }

    @Test
    void a_record_that_cannot_be_read_is_free_for_the_next() {
        Calls down = Calls.failing("Records.find", () -> new Unavailable("servicenow", "down", Optional.empty()));
        SamplePress first = desk.press(CardAction.ACKNOWLEDGE);
        assertThatThrownBy(() -> decide(desk, first, down)).isInstanceOf(Unavailable.class);
        assertThat(decide(first.id("press-2"))).isInstanceOf(Decision.Write.class);
    }

    @Test
    void whom_a_press_names_is_looked_up_before_the_lease_is_taken() {
        Calls calls = Calls.undisturbed();
        assertThat(decide(desk, desk.page(), calls)).isInstanceOf(Decision.First.class);
        List<String> names = calls.names();
        assertThat(names).contains("Directory.activeWithEmail", "Leases.acquire");
        assertThat(names.lastIndexOf("Directory.activeWithEmail")).isLessThan(names.indexOf("Leases.acquire"));
    }

    @Test
    void of_what_cannot_be_used_nobody_is_looked_up() {
        Calls calls = Calls.undisturbed();
        List<String> many = IntStream.range(0, 40).mapToObj(i -> "U01NR" + i).toList();
        SamplePress press = desk.page().entering(new Input(Map.of("people", many)));
        assertThat(decide(desk, press, calls)).isInstanceOfSatisfying(Decision.Refuse.class, no -> assertThat(
                        no.refusal().reason())
                .isEqualTo(Reason.INPUT_REFUSED));
        assertThat(calls.names()).filteredOn("People.member"::equals).hasSize(1);
    }

    private Decision decide(SamplePress press) {
        return decide(desk, press, Calls.undisturbed());
    }

    private static Decision decide(Desk desk, SamplePress press, Calls calls) {
        Worker worker = desk.worker(calls);
        return new DecidePress(
                        worker.gates(),
                        worker.people(),
                        new BegunPage(desk.events, desk.chronicles),
                        calls.watched(Records.class, desk.records),
                        new RecordLease(calls.watched(Leases.class, desk.leases)),
                        desk.clock)
                .decide(press.press(), worker.chat(), desk.settings, false);
    }

    /** Somebody changes the record in ServiceNow, and no card shows it yet. */
    private RecordSnapshot changed(RecordState state, Assignee assignee) {
        desk.records.put(Sample.incident(1, state, Optional.of(assignee), 4));
        return desk.record();
    }
}
