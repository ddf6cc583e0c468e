package dev.belay.action;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.action.Refusal.Reason;
import dev.belay.action.Request.Named;
import dev.belay.card.CardAction;
import dev.belay.chat.Member;
import dev.belay.event.PersonalNotice.Recipient;
import dev.belay.event.Press;
import dev.belay.person.Identity;
import dev.belay.record.Assignee;
import dev.belay.record.RecordChange.Fields;
import dev.belay.record.RecordSnapshot;
import dev.belay.record.RecordState;
import dev.belay.record.Sample;
import dev.belay.record.SysId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Who may be given a record, and what is said of it. */
final class HandOverTest {
    private static final RecordSnapshot BOBS = Sample.incident(RecordState.IN_PROGRESS, SampleRequest.TO_BOB);

    @Test
    void both_people_and_who_did_it_stand_in_the_note() {
        assertThat(judge(request(), BOBS))
                .isEqualTo(
                        new Judgement.Write(
                                Fields.NONE.assignee(SampleRequest.ANN.sysId()),
                                "Handed over from Bob Ross to Ann Lee <ann@acme.example> by Jane Doe <jane@acme.example> from Slack."));
    }

    @Test
    void a_new_record_goes_in_progress() {
        assertThat(judge(request(), Sample.incident(RecordState.NEW, SampleRequest.TO_BOB)))
                .isInstanceOfSatisfying(
                        Judgement.Write.class,
                        write -> assertThat(write.fields().state()).contains(RecordState.IN_PROGRESS));
    }

    @Test
    void whoever_has_it_already_needs_no_write() {
        Assignee ann = new Assignee(SampleRequest.ANN.sysId().value(), "Ann Lee");
        assertThat(judge(request(), Sample.incident(RecordState.IN_PROGRESS, ann)))
                .isEqualTo(new Judgement.Already());
    }

    @Test
    void a_guest_is_given_nothing() {
        Member guest = new Member(
                SampleRequest.ANN_IN_CHAT, Member.Standing.GUEST, "Ann Lee", Optional.of("ann@acme.example"));
        Refusal refusal = refused(named(new Named(guest, new Identity.Known(SampleRequest.ANN))));
        assertThat(refusal.reason()).isEqualTo(Reason.ADDRESSEE_UNKNOWN);
        assertThat(refusal.sentence()).contains("Ann Lee is a guest here");
        assertThat(refusal.offer().orElseThrow().action()).isEqualTo(CardAction.HAND_OVER);
    }

    @Test
    void who_is_not_one_user_of_servicenow_is_given_nothing() {
        Member ann =
                new Member(SampleRequest.ANN_IN_CHAT, Member.Standing.FULL, "Ann Lee", Optional.of("ann@acme.example"));
        for (Identity identity : List.of(new Identity.Unmapped(), new Identity.Ambiguous(), new Identity.Unaskable())) {
            assertThat(refused(named(new Named(ann, identity))).reason()).isEqualTo(Reason.ADDRESSEE_UNKNOWN);
        }
    }

    @Test
    void a_changed_assignee_is_said_and_the_form_offered_again() {
        Assignee carol = new Assignee("a8f98bb0eb32010045e1a5115206fe3a", "Carol King");
        Refusal refusal = ((Judgement.Not) judge(request(), Sample.incident(RecordState.IN_PROGRESS, carol))).refusal();
        assertThat(refusal.reason()).isEqualTo(Reason.ASSIGNEE_CHANGED);
        assertThat(refusal.sentence()).contains("Carol King");
        assertThat(refusal.offer().orElseThrow().replaces()).contains(carol.userId());
    }

    @Test
    void a_shown_fact_that_changed_does_not_matter() {
        RecordSnapshot raised = Sample.incident(2, RecordState.IN_PROGRESS, Optional.of(SampleRequest.TO_BOB), 9);
        assertThat(judge(request(), raised)).isInstanceOf(Judgement.Write.class);
    }

    @Test
    void who_has_it_now_and_who_had_it_are_told() {
        Press press = request().press();
        RecordSnapshot anns = Sample.incident(
                RecordState.IN_PROGRESS, new Assignee(SampleRequest.ANN.sysId().value(), "Ann Lee"));
        assertThat(new HandOver().notices(press, anns))
                .extracting(Notice::to)
                .containsExactly(
                        new Recipient.InChat(SampleRequest.ANN_IN_CHAT),
                        new Recipient.OfRecord(new SysId(SampleRequest.TO_BOB.userId())));
        assertThat(new HandOver().notices(press, anns))
                .extracting(Notice::sentence)
                .allMatch(sentence -> sentence.startsWith("{who} handed INC"));
    }

    private static Refusal refused(Map<String, List<Named>> named) {
        return ((Judgement.Not) judge(request().naming(named), BOBS)).refusal();
    }

    private static Map<String, List<Named>> named(Named one) {
        return Map.of(HandOver.TO, List.of(one));
    }

    private static Request request() {
        return SampleRequest.of(
                SampleRequest.button(CardAction.HAND_OVER, OptionalLong.of(1), Optional.of(SampleRequest.TO_BOB)));
    }

    private static Judgement judge(Request request, RecordSnapshot record) {
        return new HandOver().judge(request, record);
    }
}
