package dev.belay.press;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.action.Refusal;
import dev.belay.action.Refusal.Reason;
import dev.belay.action.SampleRequest;
import dev.belay.card.CardAction;
import dev.belay.card.CardButton;
import dev.belay.card.CardLayout;
import dev.belay.chat.Platform;
import dev.belay.event.HandledEvents.Claim;
import dev.belay.event.Press;
import dev.belay.event.RecordHint;
import dev.belay.event.SamplePress;
import dev.belay.failure.Calls;
import dev.belay.failure.CredentialsRefused;
import dev.belay.failure.Rejected;
import dev.belay.failure.Unavailable;
import dev.belay.link.SampleLinks;
import dev.belay.press.Desk.Worker;
import dev.belay.record.NoteReference;
import dev.belay.record.RecordSnapshot;
import dev.belay.record.RecordState;
import dev.belay.record.Sample;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** How a press ends: what everybody sees, what its person is told, and that it is handled for good. */
final class FinishPressTest {
    private static final Refusal NO = Refusal.of(Reason.ROLE_MISSING, "You need a role.");

    private final Desk desk = Desk.open();
    private final Press press = desk.press(CardAction.ACKNOWLEDGE).press();
    private final RecordSnapshot after =
            Sample.incident(1, RecordState.IN_PROGRESS, Optional.of(SampleRequest.TO_JANE), 4);

    FinishPressTest() {
        desk.events.claim(press.pressId(), NoteReference.random(new Random(1)));
        desk.records.put(after);
    }

    @Test
    void a_refusal_is_told_to_its_person_and_ends_the_press() {
        assertThat(refused(Calls.undisturbed())).isEqualTo(new PressOutcome.Refused(NO));
        assertThat(desk.chat.privately(Desk.JANE)).containsExactly("You need a role.");
        assertThat(isHandled()).isTrue();
    }

    @Test
    void the_same_refusal_is_told_once_a_minute_however_often_somebody_presses() {
        refused(Calls.undisturbed());
        for (int i = 0; i < 59; i++) {
            desk.clock.advance(Duration.ofSeconds(1));
            assertThat(refused("again-" + i, NO)).isEqualTo(new PressOutcome.Refused(NO));
        }
        assertThat(desk.chat.privately(Desk.JANE)).containsExactly("You need a role.");
        desk.clock.advance(Duration.ofSeconds(1));
        refused("a-minute-later", NO);
        assertThat(desk.chat.privately(Desk.JANE)).containsExactly("You need a role.", "You need a role.");
    }

    @Test
    void another_refusal_is_told_at_once() {
        refused(Calls.undisturbed());
        refused("another", Refusal.of(Reason.EXPIRED, "It was dropped."));
        assertThat(desk.chat.privately(Desk.JANE)).containsExactly("You need a role.", "It was dropped.");
    }

    @Test
    void what_is_told_of_a_record_is_told_anew_when_the_card_is_another() {
        Refusal closed = Refusal.of(Reason.STATE_FORBIDS, "It is closed.");
        refused("first", closed);
        refused("same", closed);
        SamplePress newer =
                desk.press(SampleRequest.button(CardAction.ACKNOWLEDGE, OptionalLong.of(9), Optional.empty()));
        Worker worker = desk.worker(Calls.undisturbed());
        worker.finish().refused(newer.id("newer").press(), worker.chat(), closed);
        assertThat(desk.chat.privately(Desk.JANE)).containsExactly("It is closed.", "It is closed.");
    }

    @Test
    void a_refusal_that_cannot_be_told_is_counted_and_ends_the_press() {
        refused(Calls.failing("Messages.tell", () -> new Rejected("chat", "not in the channel")));
        refused(Calls.failing("Messages.tell", () -> new CredentialsRefused("chat", "token revoked")));
        assertThat(desk.counted).containsExactly("AnswerFailed ROLE_MISSING", "AnswerFailed ROLE_MISSING");
        assertThat(isHandled()).isTrue();
    }

    @Test
    void a_refusal_that_cannot_be_told_now_waits_by_itself_and_holds_up_no_press() {
        Calls calls = Calls.failing("Messages.tell", () -> new Unavailable("chat", "down", Optional.empty()));
        assertThat(refused(calls)).isEqualTo(new PressOutcome.Refused(NO));
        assertThat(calls.names()).containsSubsequence("AnswerQueue.send", "HandledEvents.finish");
        assertThat(desk.answers).singleElement().satisfies(answer -> {
            assertThat(answer.pressId()).isEqualTo(press.pressId());
            assertThat(answer.answer().sentence()).isEqualTo(NO.sentence());
        });
        assertThat(isHandled()).isTrue();
    }

    @Test
    void whoever_is_told_after_a_minute_is_told_where_it_stays() {
        desk.clock.advance(Duration.ofMinutes(2));
        Calls calls = Calls.undisturbed();
        refused(calls);
        assertThat(calls.names()).contains("Messages.tellDirectly");
    }

    @Test
    void where_no_chat_of_their_own_can_be_had_they_are_told_in_the_conversation() {
        desk.clock.advance(Duration.ofMinutes(2));
        Calls calls = Calls.failing("Messages.tellDirectly", () -> new Rejected("chat", "missing_scope"));
        refused(calls);
        assertThat(calls.names()).containsSubsequence("Messages.tellDirectly", "Messages.tell");
        assertThat(desk.chat.privately(Desk.JANE)).containsExactly("You need a role.");
    }

    @Test
    void a_card_that_can_never_be_drawn_is_answered_with_how_things_are_and_the_button() {
        desk.chat.deleteMessage(desk.channel, desk.card.message());
        Worker worker = desk.worker(Calls.undisturbed());
        PressOutcome outcome =
                worker.finish().stale(press, worker.chat(), desk.settings, CardAction.ACKNOWLEDGE, desk.link(), after);
        assertThat(outcome).isInstanceOfSatisfying(PressOutcome.Refused.class, refused -> {
            assertThat(refused.refusal().sentence()).contains("cannot be changed any more", "In Progress", "Jane Doe");
            assertThat(refused.refusal().offer())
                    .contains(CardButton.of(CardAction.ACKNOWLEDGE, after, CardLayout.USUAL, List.of()));
        });
        assertThat(desk.counted).contains("CardNotDrawn slack");
    }

    @Test
    void what_nobody_knows_is_told_as_unknown_and_the_cards_are_drawn_again() {
        Worker worker = desk.worker(Calls.undisturbed());
        worker.finish().unknown(press, worker.chat(), desk.settings);
        assertThat(desk.chat.privately(Desk.JANE)).singleElement().asString().contains("not known whether");
        assertThat(desk.hints)
                .extracting(RecordHint::platform)
                .containsExactlyInAnyOrder(Platform.SLACK, Platform.TEAMS);
    }

    @Test
    void what_was_written_is_shown_and_every_platform_hears_of_it() {
        assertThat(applied(Calls.undisturbed())).isEqualTo(new PressOutcome.Applied(after));
        assertThat(shown()).contains("In Progress", "Jane Doe");
        assertThat(desk.link().conversation().shows(4)).isTrue();
        assertThat(desk.hints).containsExactly(hint(Platform.SLACK), hint(Platform.TEAMS));
        assertThat(isHandled()).isTrue();
        assertThat(desk.chat.privately(Desk.JANE)).isEmpty();
    }

    private RecordHint hint(Platform platform) {
        return new RecordHint(
                press.pressId(),
                platform,
                RecordHint.Type.UPDATED,
                Sample.REF,
                desk.clock.instant(),
                desk.clock.instant());
    }

    @Test
    void the_hints_are_sent_before_the_press_is_handled() {
        Calls calls = Calls.undisturbed();
        applied(calls);
        assertThat(calls.names())
                .containsExactly(
                        "Hints.send",
                        "Hints.send",
                        "Records.link",
                        "ConversationLinks.announceCard",
                        "Records.link",
                        "Cards.update",
                        "HandledEvents.finishWithCard");
    }

    @Test
    void a_card_that_cannot_be_drawn_blocks_no_press_and_leaves_a_hint_to_retry() {
        assertThat(applied(Calls.failing("Cards.update", () -> new Rejected("chat", "invalid_blocks"))))
                .isInstanceOf(PressOutcome.Applied.class);
        assertThat(desk.hints)
                .extracting(RecordHint::platform)
                .containsExactly(Platform.SLACK, Platform.TEAMS, Platform.SLACK);
        assertThat(desk.counted).containsExactly("CardNotDrawn chat");
        assertThat(desk.link().conversation().shows(4)).isFalse();
        assertThat(isHandled()).isTrue();
    }

    @Test
    void refused_credentials_block_no_press_either() {
        applied(Calls.failing("Cards.update", () -> new CredentialsRefused("chat", "token revoked")));
        assertThat(desk.hints).extracting(RecordHint::platform).contains(Platform.SLACK);
        assertThat(isHandled()).isTrue();
    }

    @Test
    void a_card_that_cannot_be_drawn_now_is_drawn_by_the_retry() {
        Calls calls = Calls.failing("Cards.update", () -> new Unavailable("chat", "down", Optional.empty()));
        assertThatThrownBy(() -> applied(calls)).isInstanceOf(Unavailable.class);
        assertThat(isHandled()).isFalse();
    }

    @Test
    void a_card_that_another_announced_meanwhile_is_that_writer_s_to_send() {
        desk.links.announceCard(desk.link(), 5, SampleLinks.DRAWN);
        applied(Calls.undisturbed());
        assertThat(shown()).contains("nobody yet");
        assertThat(isHandled()).isTrue();
    }

    @Test
    void a_card_that_moved_on_while_it_was_sent_is_drawn_once_more() {
        RecordSnapshot later = Sample.incident(1, RecordState.RESOLVED, Optional.of(SampleRequest.TO_JANE), 5);
        applied(Calls.interrupted("HandledEvents.finishWithCard", () -> {
            desk.records.put(later);
            desk.links.announceCard(desk.link(), 5, SampleLinks.DRAWN);
        }));
        assertThat(shown()).contains("Resolved");
        assertThat(desk.link().conversation().shows(5)).isTrue();
        assertThat(isHandled()).isTrue();
    }

    @Test
    void a_correction_draws_the_card_and_tells_why() {
        assertThat(corrected(Calls.undisturbed())).isEqualTo(new PressOutcome.Refused(NO));
        assertThat(shown()).contains("In Progress", "Jane Doe");
        assertThat(desk.chat.privately(Desk.JANE)).containsExactly("You need a role.");
        assertThat(desk.hints).isEmpty();
        assertThat(isHandled()).isTrue();
    }

    @Test
    void a_correction_that_cannot_be_drawn_is_told_all_the_same() {
        corrected(Calls.failing("Cards.update", () -> new Rejected("chat", "invalid_blocks")));
        assertThat(desk.chat.privately(Desk.JANE)).containsExactly("You need a role.");
        assertThat(desk.hints).extracting(RecordHint::platform).containsExactly(Platform.SLACK);
        assertThat(isHandled()).isTrue();
    }

    @Test
    void whoever_wrote_in_part_is_told_before_the_press_is_handled() {
        Calls calls = Calls.undisturbed();
        Worker worker = desk.worker(calls);
        PressOutcome outcome = worker.finish().appliedBut(press, worker.chat(), desk.settings, NO, desk.link(), after);
        assertThat(outcome).isEqualTo(new PressOutcome.Refused(NO));
        assertThat(calls.names()).containsSubsequence("Messages.tell", "HandledEvents.finishWithCard");
        assertThat(shown()).contains("In Progress");
        assertThat(desk.hints).extracting(RecordHint::platform).containsExactly(Platform.SLACK, Platform.TEAMS);
    }

    private PressOutcome refused(Calls calls) {
        Worker worker = desk.worker(calls);
        return worker.finish().refused(press, worker.chat(), NO);
    }

    private PressOutcome refused(String id, Refusal refusal) {
        Worker worker = desk.worker(Calls.undisturbed());
        Press another = desk.press(CardAction.ACKNOWLEDGE).id(id).press();
        return worker.finish().refused(another, worker.chat(), refusal);
    }

    private PressOutcome applied(Calls calls) {
        Worker worker = desk.worker(calls);
        return worker.finish().applied(press, worker.chat(), desk.settings, desk.link(), after);
    }

    private PressOutcome corrected(Calls calls) {
        Worker worker = desk.worker(calls);
        return worker.finish().corrected(press, worker.chat(), desk.settings, NO, desk.link(), after);
    }

    private String shown() {
        return desk.chat.cards(desk.channel).getFirst().words();
    }

    private boolean isHandled() {
        return desk.events.claim(press.pressId(), NoteReference.random(new Random(2))) instanceof Claim.Done;
    }
}
