package dev.belay.action;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.action.Refusal.Reason;
import dev.belay.action.StateRule.Verdict;
import dev.belay.card.CardAction;
import dev.belay.chat.Channel;
import dev.belay.chat.Platform;
import dev.belay.chat.PostedCard;
import dev.belay.event.Press;
import dev.belay.link.ConversationLink;
import dev.belay.link.LinkClaim;
import dev.belay.link.LinkState;
import dev.belay.link.Placement;
import dev.belay.person.PlatformUser;
import dev.belay.record.Assignee;
import dev.belay.record.NoteReference;
import dev.belay.record.RecordSnapshot;
import dev.belay.record.RecordState;
import dev.belay.record.Sample;
import dev.belay.record.SysId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the record's state lets happen. */
final class StateRuleTest {
    private static final PlatformUser JANE =
            new PlatformUser(new SysId("62826bf03710200044e0bfc8bcbe5df1"), "Jane Doe", "jane@acme.example");
    private static final Assignee TO_JANE = new Assignee(JANE.sysId().value(), "Jane Doe");
    private static final Assignee TO_BOB = new Assignee("5137153cc611227c000bbd1bd8cd2005", "Bob Ross");
    private static final long NEWEST = 3;

    @Test
    void a_new_record_goes_in_progress_and_the_note_names_the_person() {
        Verdict verdict = acknowledge(Sample.incident());
        assertThat(verdict)
                .isEqualTo(new Verdict.Do(
                        Optional.of(RecordState.IN_PROGRESS),
                        "Acknowledged by Jane Doe <jane@acme.example> from Slack."));
    }

    @Test
    void a_new_record_that_was_assigned_to_the_person_is_acknowledged() {
        assertThat(acknowledge(Sample.incident(RecordState.NEW, TO_JANE))).isInstanceOf(Verdict.Do.class);
    }

    @Test
    void in_progress_and_theirs_is_done_already_however_old_the_card() {
        RecordSnapshot record = Sample.incident(RecordState.IN_PROGRESS, TO_JANE);
        assertThat(judge(CardAction.ACKNOWLEDGE, OptionalLong.of(1), Optional.empty(), record))
                .isEqualTo(new Verdict.Already());
    }

    @Test
    void in_progress_and_nobody_s_is_assigned_without_a_change_of_state() {
        assertThat(acknowledge(Sample.incident(RecordState.IN_PROGRESS)))
                .isInstanceOfSatisfying(
                        Verdict.Do.class, todo -> assertThat(todo.state()).isEmpty());
    }

    @Test
    void a_press_on_an_older_card_is_not_obeyed() {
        assertThat(reason(judge(CardAction.ACKNOWLEDGE, OptionalLong.of(2), Optional.empty(), Sample.incident())))
                .isEqualTo(Reason.STALE_CARD);
    }

    @Test
    void a_press_without_a_generation_is_from_an_old_card() {
        assertThat(reason(judge(CardAction.ACKNOWLEDGE, OptionalLong.empty(), Optional.empty(), Sample.incident())))
                .isEqualTo(Reason.STALE_CARD);
    }

    @Test
    void assigned_to_another_says_to_whom_and_offers_to_take_over_even_from_an_old_card() {
        RecordSnapshot record = Sample.incident(RecordState.IN_PROGRESS, TO_BOB);
        Verdict verdict = judge(CardAction.ACKNOWLEDGE, OptionalLong.of(1), Optional.empty(), record);
        assertThat(reason(verdict)).isEqualTo(Reason.ASSIGNED_TO_ANOTHER);
        Refusal refusal = ((Verdict.Not) verdict).refusal();
        assertThat(refusal.sentence()).contains("Bob Ross");
        assertThat(refusal.offer().orElseThrow().replaces()).contains(TO_BOB.userId());
    }

    @ParameterizedTest
    @EnumSource(
            value = RecordState.class,
            names = {"RESOLVED", "CLOSED", "CANCELED"})
    void what_is_over_lets_nothing_happen(RecordState state) {
        for (CardAction action : CardAction.values()) {
            assertThat(reason(judge(action, OptionalLong.of(NEWEST), Optional.empty(), Sample.incident(state))))
                    .isEqualTo(Reason.STATE_FORBIDS);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = RecordState.class,
            names = {"ON_HOLD", "OTHER"})
    void on_hold_and_a_state_of_their_own_are_not_acknowledged(RecordState state) {
        assertThat(reason(acknowledge(Sample.incident(state)))).isEqualTo(Reason.STATE_FORBIDS);
    }

    @Test
    void a_take_over_names_whom_it_replaces() {
        assertThat(takeOver(TO_BOB, Sample.incident(RecordState.IN_PROGRESS, TO_BOB)))
                .isEqualTo(new Verdict.Do(
                        Optional.empty(), "Taken over from Bob Ross by Jane Doe <jane@acme.example> from Slack."));
    }

    @Test
    void a_take_over_of_a_new_record_sets_it_in_progress() {
        assertThat(takeOver(TO_BOB, Sample.incident(RecordState.NEW, TO_BOB)))
                .isInstanceOfSatisfying(
                        Verdict.Do.class, todo -> assertThat(todo.state()).contains(RecordState.IN_PROGRESS));
    }

    @Test
    void a_take_over_is_refused_when_the_assignee_changed_meanwhile() {
        Assignee carol = new Assignee("a8f98bb0eb32010045e1a5115206fe3a", "Carol King");
        Verdict verdict = takeOver(TO_BOB, Sample.incident(RecordState.IN_PROGRESS, carol));
        assertThat(reason(verdict)).isEqualTo(Reason.ASSIGNEE_CHANGED);
        Refusal refusal = ((Verdict.Not) verdict).refusal();
        assertThat(refusal.sentence()).contains("Carol King");
        assertThat(refusal.offer().orElseThrow().replaces()).contains(carol.userId());
    }

    @Test
    void a_take_over_from_nobody_is_refused() {
        assertThat(reason(takeOver(TO_BOB, Sample.incident(RecordState.NEW)))).isEqualTo(Reason.ASSIGNEE_CHANGED);
    }

    private static Verdict acknowledge(RecordSnapshot record) {
        return judge(CardAction.ACKNOWLEDGE, OptionalLong.of(NEWEST), Optional.empty(), record);
    }

    private static Verdict takeOver(Assignee from, RecordSnapshot record) {
        return judge(CardAction.TAKE_OVER, OptionalLong.of(1), Optional.of(from.userId()), record);
    }

    private static Reason reason(Verdict verdict) {
        assertThat(verdict).isInstanceOf(Verdict.Not.class);
        return ((Verdict.Not) verdict).refusal().reason();
    }

    private static Verdict judge(
            CardAction action, OptionalLong generation, Optional<String> replaces, RecordSnapshot record) {
        Press press = new Press(
                "press-1",
                Platform.SLACK,
                "T01ACME",
                "A01BELAY",
                "U01JANE",
                Optional.empty(),
                "C01",
                false,
                Optional.empty(),
                "1795336131.000001",
                Sample.REF,
                action.word(),
                generation,
                replaces,
                Optional.empty(),
                Sample.OPENED);
        return StateRule.judge(action, press, JANE, link(), record);
    }

    private static ConversationLink link() {
        Placement place = new Placement(
                "T01ACME", List.of(), Placement.Kind.DEDICATED, "inc0010023-checkout-down", false, "priority 1");
        LinkClaim claim = new LinkClaim("marker", new NoteReference("bly-abcdefghijkm"), Sample.OPENED, Sample.OPENED);
        return ConversationLink.claimed(Sample.REF, Platform.SLACK, place, claim)
                .with(new Channel(Platform.SLACK, "T01ACME", Optional.empty(), "C01", "inc0010023-checkout-down"))
                .with(new PostedCard("1795336131.000001", NEWEST))
                .with(LinkState.READY);
    }
}
