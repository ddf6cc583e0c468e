package dev.belay.action;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.action.Refusal.Reason;
import dev.belay.card.CardAction;
import dev.belay.record.Happening;
import dev.belay.record.Happening.Kind;
import dev.belay.record.Life;
import dev.belay.record.MajorIncident;
import dev.belay.record.RecordChange.Fields;
import dev.belay.record.RecordSnapshot;
import dev.belay.record.RecordState;
import dev.belay.record.Sample;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is decided about a major incident candidate, and what is not. */
final class CandidatesTest {
    @Test
    void accepting_writes_nothing_but_that_and_who_did_it() {
        assertThat(new Accept().judge(request(CardAction.ACCEPT), incident(MajorIncident.PROPOSED)))
                .isEqualTo(new Judgement.Write(
                        Fields.NONE.field("major_incident_state", "accepted"),
                        "Accepted as a major incident by Jane Doe <jane@acme.example> from Slack."));
    }

    @Test
    void rejecting_says_why() {
        assertThat(new Reject().judge(request(CardAction.REJECT), incident(MajorIncident.PROPOSED)))
                .isEqualTo(
                        new Judgement.Write(
                                Fields.NONE.field("major_incident_state", "rejected"),
                                "Rejected as a major incident by Jane Doe <jane@acme.example> from Slack.\nbecause it must be"));
        Happening rejected = new Reject()
                .happening(request(CardAction.REJECT).press(), "Jane Doe", incident(MajorIncident.REJECTED))
                .orElseThrow();
        assertThat(rejected.kind()).isEqualTo(Kind.MAJOR_REJECTED);
        assertThat(rejected.words()).isEqualTo("because it must be");
    }

    @Test
    void a_shown_fact_that_changed_does_not_matter() {
        RecordSnapshot raised = incident(MajorIncident.PROPOSED).prioritized(4).counted(9);
        assertThat(new Accept().judge(request(CardAction.ACCEPT), raised)).isInstanceOf(Judgement.Write.class);
        assertThat(new Reject().judge(request(CardAction.REJECT), raised)).isInstanceOf(Judgement.Write.class);
    }

    @ParameterizedTest
    @EnumSource(MajorIncident.class)
    void whoever_decides_as_it_was_decided_needs_no_write(MajorIncident state) {
        assertThat(new Accept().judge(request(CardAction.ACCEPT), incident(state)) instanceof Judgement.Already)
                .isEqualTo(state == MajorIncident.ACCEPTED);
        assertThat(new Reject().judge(request(CardAction.REJECT), incident(state)) instanceof Judgement.Already)
                .isEqualTo(state == MajorIncident.REJECTED);
    }

    @Test
    void what_was_decided_otherwise_is_said() {
        assertThat(refused(new Reject(), CardAction.REJECT, MajorIncident.ACCEPTED))
                .startsWith("INC0010023 is a major incident already, so nothing was done.");
        assertThat(refused(new Accept(), CardAction.ACCEPT, MajorIncident.REJECTED))
                .startsWith("INC0010023 was rejected as a major incident, so nothing was done.");
        assertThat(refused(new Accept(), CardAction.ACCEPT, MajorIncident.NONE))
                .startsWith("INC0010023 is not proposed as a major incident, so nothing was done.");
    }

    private static String refused(Action action, CardAction id, MajorIncident state) {
        Refusal refusal = ((Judgement.Not) action.judge(request(id), incident(state))).refusal();
        assertThat(refusal.reason()).isEqualTo(Reason.STATE_FORBIDS);
        return refusal.sentence();
    }

    private static RecordSnapshot incident(MajorIncident major) {
        return Sample.incident().with(Life.of(RecordState.NEW, true).with(major));
    }

    private static Request request(CardAction id) {
        return SampleRequest.of(SampleRequest.button(id, OptionalLong.of(1), Optional.empty()));
    }
}
