package dev.belay.action;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.action.Refusal.Reason;
import dev.belay.card.CardAction;
import dev.belay.card.CardButton;
import dev.belay.card.CardLayout;
import dev.belay.event.SamplePress;
import dev.belay.record.Life;
import dev.belay.record.MajorIncident;
import dev.belay.record.RecordChange.Fields;
import dev.belay.record.RecordSnapshot;
import dev.belay.record.RecordState;
import dev.belay.record.Sample;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the record's state says to whoever acknowledges. */
final class AcknowledgeTest {
    private static final OptionalLong NEWEST = OptionalLong.of(SampleRequest.NEWEST);
    private static final OptionalLong OLDER = OptionalLong.of(SampleRequest.NEWEST - 1);

    @Test
    void a_new_record_goes_in_progress_and_the_note_names_the_person() {
        assertThat(judge(NEWEST, Sample.incident()))
                .isEqualTo(new Judgement.Write(
                        Fields.NONE.assignee(SampleRequest.JANE.sysId()).state(RecordState.IN_PROGRESS),
                        "Acknowledged by Jane Doe <jane@acme.example> from Slack."));
    }

    @Test
    void a_new_record_that_was_assigned_to_the_person_is_acknowledged() {
        assertThat(judge(NEWEST, Sample.incident(RecordState.NEW, SampleRequest.TO_JANE)))
                .isInstanceOf(Judgement.Write.class);
    }

    @Test
    void in_progress_and_theirs_is_done_already_however_old_the_card() {
        RecordSnapshot record = Sample.incident(RecordState.IN_PROGRESS, SampleRequest.TO_JANE);
        assertThat(judge(OLDER, record)).isEqualTo(new Judgement.Already());
        assertThat(judge(OptionalLong.empty(), record)).isEqualTo(new Judgement.Already());
    }

    @Test
    void in_progress_and_unassigned_is_assigned_without_a_change_of_state() {
        assertThat(judge(NEWEST, Sample.incident(RecordState.IN_PROGRESS)))
                .isInstanceOfSatisfying(Judgement.Write.class, change -> assertThat(change.fields())
                        .isEqualTo(Fields.NONE.assignee(SampleRequest.JANE.sysId())));
    }

    /** A change request, for one: what moves it is its model. */
    @Test
    void a_new_record_whose_state_is_not_set_from_here_gets_its_assignee_alone() {
        RecordSnapshot record = unstartable(Sample.incident());
        assertThat(new Acknowledge().isOffered(record)).isTrue();
        assertThat(judge(NEWEST, record))
                .isEqualTo(new Judgement.Write(
                        Fields.NONE.assignee(SampleRequest.JANE.sysId()),
                        "Acknowledged by Jane Doe <jane@acme.example> from Slack."));
        RecordSnapshot theirs = unstartable(Sample.incident(RecordState.NEW, SampleRequest.TO_JANE));
        assertThat(new Acknowledge().isOffered(theirs)).isFalse();
        assertThat(judge(OLDER, theirs)).isEqualTo(new Judgement.Already());
        assertThat(new Acknowledge()
                        .tookEffect(
                                SamplePress.of(SampleRequest.button(CardAction.ACKNOWLEDGE, NEWEST, Optional.empty()))
                                        .press(),
                                theirs))
                .isTrue();
    }

    private static RecordSnapshot unstartable(RecordSnapshot record) {
        return record.with(new Life(record.state(), record.stateLabel(), record.active(), false, MajorIncident.NONE));
    }

    @Test
    void a_press_on_an_older_card_is_not_obeyed() {
        assertThat(judge(OLDER, Sample.incident())).isEqualTo(new Judgement.Stale());
    }

    @Test
    void a_press_without_a_generation_is_from_an_old_card() {
        assertThat(judge(OptionalLong.empty(), Sample.incident())).isEqualTo(new Judgement.Stale());
    }

    /** A note, an attachment or a field that no card shows raises the record's count too. */
    @Test
    void what_the_card_does_not_show_makes_no_press_stale() {
        RecordSnapshot shown = Sample.incident(1, RecordState.NEW, Optional.empty(), 3);
        RecordSnapshot noted = Sample.incident(1, RecordState.NEW, Optional.empty(), 9);
        assertThat(judge(shown, noted)).isInstanceOf(Judgement.Write.class);
    }

    @Test
    void what_the_card_shows_makes_a_press_stale_however_new_its_generation() {
        RecordSnapshot now = Sample.incident(1, RecordState.NEW, Optional.empty(), 3);
        assertThat(judge(Sample.described("Something else"), now)).isEqualTo(new Judgement.Stale());
        assertThat(judge(Sample.incident(2), now)).isEqualTo(new Judgement.Stale());
        assertThat(judge(Sample.incident(RecordState.IN_PROGRESS), now)).isEqualTo(new Judgement.Stale());
    }

    private static Judgement judge(RecordSnapshot shown, RecordSnapshot now) {
        return new Acknowledge()
                .judge(
                        SampleRequest.of(SampleRequest.button(
                                CardButton.of(CardAction.ACKNOWLEDGE, shown, CardLayout.USUAL, List.of()))),
                        now);
    }

    @Test
    void assigned_to_another_says_to_whom_and_offers_to_take_over_even_from_an_old_card() {
        RecordSnapshot record = Sample.incident(RecordState.IN_PROGRESS, SampleRequest.TO_BOB);
        Refusal refusal = refusal(judge(OLDER, record));
        assertThat(refusal.reason()).isEqualTo(Reason.ASSIGNED_TO_ANOTHER);
        assertThat(refusal.sentence()).contains("Bob Ross");
        assertThat(refusal.offer().orElseThrow().action()).isEqualTo(CardAction.TAKE_OVER);
        assertThat(refusal.offer().orElseThrow().replaces()).contains(SampleRequest.TO_BOB.userId());
    }

    @ParameterizedTest
    @EnumSource(names = {"RESOLVED", "CLOSED", "CANCELED"})
    void what_is_over_is_not_acknowledged(RecordState state) {
        assertThat(refusal(judge(NEWEST, Sample.incident(state))).reason()).isEqualTo(Reason.STATE_FORBIDS);
    }

    @ParameterizedTest
    @EnumSource(names = {"ON_HOLD", "OTHER"})
    void on_hold_and_a_state_of_their_own_are_not_acknowledged(RecordState state) {
        assertThat(refusal(judge(NEWEST, Sample.incident(state))).reason()).isEqualTo(Reason.STATE_FORBIDS);
    }

    private static Refusal refusal(Judgement judgement) {
        assertThat(judgement).isInstanceOf(Judgement.Not.class);
        return ((Judgement.Not) judgement).refusal();
    }

    private static Judgement judge(OptionalLong generation, RecordSnapshot record) {
        return new Acknowledge()
                .judge(
                        SampleRequest.of(SampleRequest.button(CardAction.ACKNOWLEDGE, generation, Optional.empty())),
                        record);
    }
}
