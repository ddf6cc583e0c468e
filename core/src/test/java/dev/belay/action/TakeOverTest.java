package dev.belay.action;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.action.Refusal.Reason;
import dev.belay.card.CardAction;
import dev.belay.record.Assignee;
import dev.belay.record.RecordChange.Fields;
import dev.belay.record.RecordSnapshot;
import dev.belay.record.RecordState;
import dev.belay.record.Sample;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the record's state says to whoever takes it over from Bob. */
final class TakeOverTest {
    @Test
    void a_take_over_names_whom_it_replaces() {
        assertThat(judge(Sample.incident(RecordState.IN_PROGRESS, SampleRequest.TO_BOB)))
                .isEqualTo(new Judgement.Write(
                        Fields.NONE.assignee(SampleRequest.JANE.sysId()),
                        "Taken over from Bob Ross by Jane Doe <jane@acme.example> from Slack."));
    }

    @Test
    void a_take_over_of_a_new_record_sets_it_in_progress() {
        assertThat(judge(Sample.incident(RecordState.NEW, SampleRequest.TO_BOB)))
                .isInstanceOfSatisfying(Judgement.Write.class, change -> assertThat(change.fields())
                        .isEqualTo(
                                Fields.NONE.assignee(SampleRequest.JANE.sysId()).state(RecordState.IN_PROGRESS)));
    }

    @Test
    void in_progress_and_theirs_is_done_already() {
        assertThat(judge(Sample.incident(RecordState.IN_PROGRESS, SampleRequest.TO_JANE)))
                .isEqualTo(new Judgement.Already());
    }

    @Test
    void a_take_over_is_refused_when_the_assignee_changed_meanwhile() {
        Assignee carol = new Assignee("a8f98bb0eb32010045e1a5115206fe3a", "Carol King");
        Refusal refusal = refusal(judge(Sample.incident(RecordState.IN_PROGRESS, carol)));
        assertThat(refusal.reason()).isEqualTo(Reason.ASSIGNEE_CHANGED);
        assertThat(refusal.sentence()).contains("Carol King");
        assertThat(refusal.offer().orElseThrow().replaces()).contains(carol.userId());
    }

    @Test
    void a_take_over_from_nobody_is_refused() {
        Refusal refusal = refusal(judge(Sample.incident(RecordState.NEW)));
        assertThat(refusal.reason()).isEqualTo(Reason.ASSIGNEE_CHANGED);
        assertThat(refusal.offer()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"RESOLVED", "CLOSED", "CANCELED"})
    void what_is_over_is_not_taken_over(RecordState state) {
        assertThat(refusal(judge(Sample.incident(state))).reason()).isEqualTo(Reason.STATE_FORBIDS);
        assertThat(refusal(judge(Sample.incident(state, SampleRequest.TO_BOB))).reason())
                .isEqualTo(Reason.STATE_FORBIDS);
    }

    private static Refusal refusal(Judgement judgement) {
        assertThat(judgement).isInstanceOf(Judgement.Not.class);
        return ((Judgement.Not) judgement).refusal();
    }

    /** From the private answer that an older card led to. */
    private static Judgement judge(RecordSnapshot record) {
        return new TakeOver()
                .judge(
                        SampleRequest.of(SampleRequest.button(
                                CardAction.TAKE_OVER, OptionalLong.of(1), Optional.of(SampleRequest.TO_BOB))),
                        record);
    }
}
