package dev.belay.servicenow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.chat.Platform;
import dev.belay.failure.OutcomeUnknown;
import dev.belay.failure.Rejected;
import dev.belay.failure.Unavailable;
import dev.belay.record.NoteReference;
import dev.belay.record.PartlyTaken;
import dev.belay.record.RecordChange;
import dev.belay.record.RecordRef;
import dev.belay.record.RecordState;
import dev.belay.record.WorkNote;
import dev.belay.simulator.servicenow.outage.Failure;
import dev.belay.simulator.servicenow.rest.Call;
import dev.belay.simulator.servicenow.table.Overlong;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The adapter keeps the contract on the simulated ServiceNow, and stays right when that goes wrong. */
final class SimulatedRecordsTest extends RecordsOnInstance {
    @Test
    void reading_and_changing_cost_one_request_each_and_one_token_for_all() {
        RecordRef ref = open("Checkout down", 1);
        instance.serviceNow.forgetCalls();
        records().find(ref);
        records().change(ref, acknowledged(note()));
        assertThat(instance.serviceNow.calls())
                .extracting(Call::name)
                .containsExactly("POST oauth_token", "GET incident", "PATCH incident");
    }

    @Test
    void an_id_that_is_longer_than_its_column_is_never_taken_for_written() {
        RecordRef ref = open("Checkout down", 1);
        WorkNote note = note();
        RecordChange change =
                new RecordChange(RecordChange.Fields.NONE.conversation(Platform.SLACK.id(), "C".repeat(81)), note);
        instance.serviceNow.tables().overlong(Overlong.REFUSED);
        assertThatThrownBy(() -> records().change(ref, change)).isInstanceOf(Rejected.class);
        assertThat(records().hasNote(ref, note.reference())).isFalse();
        instance.serviceNow.tables().overlong(Overlong.CUT);
        assertThatThrownBy(() -> records().change(ref, change)).isInstanceOf(PartlyTaken.class);
        assertThat(records().hasNote(ref, note.reference())).isTrue();
    }

    @Test
    void every_write_has_a_body() {
        instance.serviceNow.api().needsBody(true);
        RecordRef ref = open("Checkout down", 1);
        assertThat(records().change(ref, acknowledged(note())).state()).isEqualTo(RecordState.IN_PROGRESS);
    }

    @Test
    void a_full_session_queue_never_meets_us() {
        RecordRef ref = open("Checkout down", 1);
        instance.serviceNow.outage().sessionQueueFull(true);
        assertThat(records().find(ref)).isPresent();
        assertThat(records().find(ref)).isPresent();
    }

    @Test
    void a_revoked_token_is_replaced() {
        RecordRef ref = open("Checkout down", 1);
        records().find(ref);
        instance.serviceNow.revokeToken();
        assertThat(records().change(ref, acknowledged(note())).state()).isEqualTo(RecordState.IN_PROGRESS);
        assertThat(instance.counted).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void after_an_unknown_outcome_the_journal_tells(boolean done) {
        RecordRef ref = open("Checkout down", 1);
        WorkNote note = note();
        records().find(ref);
        instance.serviceNow.outage().next(1, "PATCH incident", new Failure.Dropped(done));
        assertThatThrownBy(() -> records().change(ref, acknowledged(note))).isInstanceOf(OutcomeUnknown.class);
        assertThat(records().hasNote(ref, note.reference())).isEqualTo(done);
        assertThat(journalled(note)).isEqualTo(done ? 1 : 0);
    }

    @Test
    void answers_that_are_none_leave_the_outcome_of_a_write_unknown() {
        RecordRef ref = open("Checkout down", 1);
        for (Failure failure :
                List.of(Failure.accepted(), Failure.failureInSuccess(), Failure.hibernating(), Failure.status(503))) {
            instance.serviceNow.outage().next(1, "PATCH incident", failure);
            assertThatThrownBy(() -> records().change(ref, acknowledged(note())))
                    .isInstanceOf(OutcomeUnknown.class);
        }
    }

    @Test
    void answers_that_are_none_make_a_read_unavailable() {
        RecordRef ref = open("Checkout down", 1);
        for (Failure failure : List.of(
                Failure.accepted(),
                Failure.failureInSuccess(),
                Failure.hibernating(),
                Failure.status(503),
                Failure.tooMany())) {
            instance.serviceNow.outage().next(1, "GET incident", failure);
            assertThatThrownBy(() -> records().find(ref)).isInstanceOf(Unavailable.class);
        }
    }

    @Test
    void
            a_field_for_the_conversation_that_the_instance_does_not_show_is_told_when_it_is_written_and_holds_nothing_back() {
        RecordRef ref = open("Checkout down", 1);
        instance.serviceNow.control().hideField(SimulatedInstance.USER, "incident", "x_belay_chat_slack");
        assertThat(records().find(ref)).isPresent();
        assertThatThrownBy(() -> records()
                        .change(ref, new RecordChange(RecordChange.Fields.NONE.conversation("slack", "C1"), note())))
                .isInstanceOf(PartlyTaken.class)
                .hasMessageContaining("incident.x_belay_chat_slack");
    }

    @Test
    void a_conversation_is_written_with_its_address_where_the_settings_name_a_field_for_it() {
        RecordRef ref = open("Checkout down", 1);
        var conversation = new RecordChange.Conversation(
                "slack", "C1", Optional.of("https://acme.slack.com/archives/C1/p1?thread_ts=1.2&cid=C1"));
        ServiceNowRecords linking = instance.linking("x_belay_chat_slack_link");

        linking.change(ref, new RecordChange(RecordChange.Fields.NONE.conversation(conversation), note()));
        records().change(ref, new RecordChange(RecordChange.Fields.NONE.conversation("slack", "C1"), note()));

        assertThat(instance.value(ref, "x_belay_chat_slack")).isEqualTo("C1");
        assertThat(instance.value(ref, "x_belay_chat_slack_link"))
                .isEqualTo("https://acme.slack.com/archives/C1/p1?thread_ts=1.2&cid=C1");
    }

    @Test
    void an_address_that_the_instance_does_not_take_is_told() {
        RecordRef ref = open("Checkout down", 1);
        var conversation = new RecordChange.Conversation("slack", "C1", Optional.of("https://acme.slack.com/C1"));

        assertThatThrownBy(() -> instance.linking("u_no_such_field")
                        .change(ref, new RecordChange(RecordChange.Fields.NONE.conversation(conversation), note())))
                .isInstanceOf(PartlyTaken.class)
                .hasMessageContaining("incident.u_no_such_field");
    }

    @Test
    void an_unreadable_journal_proves_nothing() {
        RecordRef ref = open("Checkout down", 1);
        WorkNote note = note();
        records().change(ref, acknowledged(note));
        instance.serviceNow.outage().journalUnreadable(true);
        assertThatThrownBy(() -> records().hasNote(ref, note.reference())).isInstanceOf(Rejected.class);
    }

    @Test
    void a_person_who_copies_a_reference_does_not_fool_us() {
        RecordRef ref = open("Checkout down", 1);
        WorkNote note = note();
        instance.serviceNow
                .tables()
                .update("incident", ref.sysId().value(), Map.of("work_notes", note.body()), "admin");
        assertThat(records().hasNote(ref, note.reference())).isFalse();
    }

    private long journalled(WorkNote note) {
        return instance.serviceNow.tables().rows("sys_journal_field").stream()
                .filter(row -> row.value("value").endsWith("[" + note.reference() + "]"))
                .count();
    }

    private RecordChange acknowledged(WorkNote note) {
        return new RecordChange(
                RecordChange.Fields.NONE.state(RecordState.IN_PROGRESS).assignee(person("Jane Doe")), note);
    }

    private static WorkNote note() {
        return new WorkNote("Acknowledged", NoteReference.random(RANDOM));
    }
}
