package dev.belay.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.failure.Rejected;
import dev.belay.record.RecordChange.Fields;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** What every {@link Records} keeps. The conversation's field is configured. */
public interface RecordsContract {
    RandomGenerator RANDOM = RandomGenerator.getDefault();
    RecordRef NOWHERE = RecordRef.of("incident", "0123456789abcdef0123456789abcdef");

    Records records();

    /** Opens an incident of this priority, 1 or 5, on the other side, assigned to nobody. */
    RecordRef open(String shortDescription, int priority);

    /** A user there to whom records can be assigned, with this name. */
    SysId person(String name);

    /** What the other side takes at this moment. */
    Instant now();

    @Test
    default void a_record_that_is_not_there_is_none() {
        assertThat(records().find(NOWHERE)).isEmpty();
    }

    @Test
    default void a_record_is_read_as_it_was_opened() {
        RecordRef ref = open("Checkout down", 1);
        RecordSnapshot record = read(ref);
        assertThat(record.ref()).isEqualTo(ref);
        assertThat(record.number()).isNotBlank();
        assertThat(record.shortDescription()).isEqualTo("Checkout down");
        assertThat(record.priority()).isEqualTo(1);
        assertThat(record.state()).isEqualTo(RecordState.NEW);
        assertThat(record.active()).isTrue();
        assertThat(record.assignee()).isEmpty();
        assertThat(record.group()).isEmpty();
        assertThat(record.conversations()).isEmpty();
        assertThat(Duration.between(record.openedAt(), now()).abs()).isLessThan(Duration.ofMinutes(1));
    }

    @Test
    default void records_have_numbers_and_priorities_of_their_own() {
        RecordSnapshot first = read(open("One", 1));
        RecordSnapshot second = read(open("Two", 5));
        assertThat(second.number()).isNotEqualTo(first.number());
        assertThat(second.priority()).isEqualTo(5);
    }

    @Test
    default void a_record_is_found_by_its_exact_number_in_its_own_table() {
        RecordSnapshot record = read(open("One", 1));
        open("Two", 5);
        RecordNumber number = new RecordNumber(record.number());
        assertThat(records().findByNumber("incident", number)).contains(record);
        assertThat(records().findByNumber("incident", new RecordNumber(number + "0")))
                .isEmpty();
        String shorter = record.number().substring(0, record.number().length() - 1);
        assertThat(records().findByNumber("incident", new RecordNumber(shorter)))
                .isEmpty();
    }

    @Test
    default void what_has_no_key_is_no_record() {
        assertThat(records().find(RecordRef.ofNone("incident"))).isEmpty();
        assertThat(records().hasNote(RecordRef.ofNone("incident"), NoteReference.random(RANDOM)))
                .isFalse();
    }

    @Test
    default void whoever_takes_a_record_on_is_its_assignee_by_name() {
        RecordRef ref = open("Checkout down", 1);
        SysId jane = person("Jane Doe");
        RecordSnapshot changed =
                records().change(ref, assigned(jane, Optional.of(RecordState.IN_PROGRESS), note("Acknowledged")));
        assertThat(changed.state()).isEqualTo(RecordState.IN_PROGRESS);
        assertThat(changed.assignedTo(jane)).isTrue();
        assertThat(changed.assignee()).contains(new Assignee(jane.value(), "Jane Doe"));
    }

    @Test
    default void a_record_is_taken_over_without_a_change_of_state() {
        RecordRef ref = open("Checkout down", 1);
        SysId bob = person("Bob Ross");
        records().change(ref, assigned(person("Jane Doe"), Optional.empty(), note("Taken")));
        RecordSnapshot changed = records().change(ref, assigned(bob, Optional.empty(), note("Taken over")));
        assertThat(changed.assignedTo(bob)).isTrue();
        assertThat(changed.state()).isEqualTo(RecordState.NEW);
    }

    @Test
    default void the_conversation_is_written_and_nothing_else() {
        RecordRef ref = open("Checkout down", 1);
        RecordSnapshot before = read(ref);
        RecordSnapshot after = records().change(ref, conversation("C0INC10023", note("It is here")));
        assertThat(after.conversations()).containsEntry("slack", "C0INC10023");
        assertThat(after.state()).isEqualTo(before.state());
        assertThat(after.assignee()).isEqualTo(before.assignee());
        assertThat(after.priority()).isEqualTo(before.priority());
        assertThat(after.openedAt()).isEqualTo(before.openedAt());
    }

    @Test
    default void a_further_field_is_written_beside_the_note_and_read_again() {
        RecordRef ref = open("Checkout down", 1);
        String both = person("Jane Doe").value() + "," + person("Bob Ross").value();
        Fields fields = Fields.NONE.field("additional_assignee_list", both);
        RecordSnapshot changed = records().change(ref, new RecordChange(fields, note("Paged")));
        assertThat(changed.details().fields()).containsEntry("additional_assignee_list", both);
        assertThat(read(ref)).isEqualTo(changed);
    }

    @Test
    default void an_incident_that_is_accepted_as_major_is_one() {
        RecordRef ref = open("Checkout down", 1);
        assertThat(read(ref).life().major()).isEqualTo(MajorIncident.NONE);
        Fields fields = Fields.NONE.field("major_incident_state", MajorIncident.PROPOSED.code());
        RecordSnapshot changed = records().change(ref, new RecordChange(fields, note("Proposed")));
        assertThat(changed.life().major()).isEqualTo(MajorIncident.PROPOSED);
    }

    @Test
    default void a_change_returns_the_record_as_it_is_then() {
        RecordRef ref = open("Checkout down", 1);
        RecordSnapshot changed = records().change(ref, conversation("C0INC10023", note("It is here")));
        assertThat(read(ref)).isEqualTo(changed);
    }

    @Test
    default void each_change_raises_the_count() {
        RecordRef ref = open("Checkout down", 1);
        long opened = read(ref).modCount();
        long first =
                records().change(ref, conversation("C0INC10023", note("First"))).modCount();
        long second = records()
                .change(ref, assigned(person("Jane Doe"), Optional.empty(), note("Second")))
                .modCount();
        assertThat(first).isGreaterThan(opened);
        assertThat(second).isGreaterThan(first);
    }

    @Test
    default void a_note_is_there_once_it_is_written() {
        RecordRef ref = open("Checkout down", 1);
        WorkNote note = note("It is here");
        assertThat(records().hasNote(ref, note.reference())).isFalse();
        records().change(ref, conversation("C0INC10023", note));
        assertThat(records().hasNote(ref, note.reference())).isTrue();
        assertThat(records().hasNote(ref, NoteReference.random(RANDOM))).isFalse();
    }

    @Test
    default void an_earlier_note_is_still_there_under_later_ones() {
        RecordRef ref = open("Checkout down", 1);
        WorkNote first = note("First");
        records().change(ref, conversation("C0INC10023", first));
        records().change(ref, conversation("C0INC10024", note("Second")));
        assertThat(records().hasNote(ref, first.reference())).isTrue();
    }

    @Test
    default void a_note_is_on_its_own_record_only() {
        RecordRef ref = open("Checkout down", 1);
        WorkNote note = note("It is here");
        records().change(ref, conversation("C0INC10023", note));
        assertThat(records().hasNote(open("Another", 1), note.reference())).isFalse();
    }

    @Test
    default void a_record_that_is_not_there_is_not_changed() {
        assertThatThrownBy(() -> records().change(NOWHERE, conversation("C0INC10023", note("Lost"))))
                .isInstanceOf(Rejected.class);
    }

    @Test
    default void a_link_names_its_record() {
        RecordRef ref = open("Checkout down", 1);
        assertThat(records().link(ref)).startsWith("http").contains(ref.sysId().value());
    }

    private RecordSnapshot read(RecordRef ref) {
        return records().find(ref).orElseThrow();
    }

    private static RecordChange conversation(String channel, WorkNote note) {
        return new RecordChange(Fields.NONE.conversation("slack", channel), note);
    }

    private static RecordChange assigned(SysId user, Optional<RecordState> state, WorkNote note) {
        Fields fields = Fields.NONE.assignee(user);
        return new RecordChange(state.map(fields::state).orElse(fields), note);
    }

    private static WorkNote note(String text) {
        return new WorkNote(text, NoteReference.random(RANDOM));
    }
}
