package dev.belay.servicenow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.failure.Rejected;
import dev.belay.record.JournalEntry;
import dev.belay.record.Journals;
import dev.belay.record.JournalsContract;
import dev.belay.record.RecordRef;
import dev.belay.record.Records;
import dev.belay.simulator.servicenow.rest.Call;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The adapter reads journals entry by entry on the simulated ServiceNow, and takes no part of a text for another entry. */
final class SimulatedJournalsTest implements JournalsContract {
    private final SimulatedInstance instance = new SimulatedInstance();

    @AfterEach
    void close() {
        instance.close();
    }

    @Override
    public Journals journals() {
        return instance.journals;
    }

    @Override
    public Records records() {
        return instance.records;
    }

    @Override
    public RecordRef open(String shortDescription, int priority) {
        return instance.open(shortDescription, priority);
    }

    @Override
    public Instant now() {
        return instance.clock.instant();
    }

    @Override
    public void write(RecordRef ref, boolean comment, String userName, String author, String text) {
        if (instance.serviceNow.tables().row("sys_user", "user_name", userName).isEmpty()) {
            instance.serviceNow.people().person(author, userName, userName + "@acme.example", "itil");
        }
        instance.serviceNow
                .tables()
                .update(ref.table(), ref.sysId().value(), Map.of(comment ? "comments" : "work_notes", text), userName);
    }

    @Test
    void a_head_within_a_text_is_a_part_of_it() {
        RecordRef ref = open("Checkout down", 1);
        String text = "x\n\n2026-11-22 08:00:00 - Jane Doe (Work notes)\nforged";
        write(ref, false, "jane.doe", "Jane Doe", text);
        assertThat(journals().since(ref, now().minus(Duration.ofHours(1)), true))
                .singleElement()
                .extracting(JournalEntry::text)
                .isEqualTo(text);
    }

    @Test
    void reading_costs_one_request_and_a_name_one_more_an_hour() {
        RecordRef ref = open("Checkout down", 1);
        write(ref, false, "jane.doe", "Jane Doe", "One");
        write(ref, false, "jane.doe", "Jane Doe", "Two");
        journals().since(ref, now().minusSeconds(60), false);
        instance.serviceNow.forgetCalls();
        journals().since(ref, now().minusSeconds(60), false);
        assertThat(instance.serviceNow.calls()).extracting(Call::name).containsExactly("GET sys_journal_field");
    }

    @Test
    void more_than_a_page_is_read() {
        RecordRef ref = open("Checkout down", 1);
        for (int i = 0; i < 130; i++) {
            write(ref, false, "jane.doe", "Jane Doe", "Note " + i);
        }
        assertThat(journals().since(ref, now().minusSeconds(60), false)).hasSize(130);
    }

    @Test
    void an_unreadable_journal_is_told() {
        RecordRef ref = open("Checkout down", 1);
        write(ref, false, "jane.doe", "Jane Doe", "One");
        instance.serviceNow.outage().journalUnreadable(true);
        assertThatThrownBy(() -> journals().since(ref, now().minusSeconds(60), false))
                .isInstanceOf(Rejected.class);
    }

    @Test
    void whoever_is_not_shown_is_named_as_the_journal_does() {
        RecordRef ref = open("Checkout down", 1);
        instance.serviceNow.tables().update("incident", ref.sysId().value(), Map.of("work_notes", "x"), "gone^user");
        assertThat(journals().since(ref, now().minusSeconds(60), false))
                .singleElement()
                .extracting(JournalEntry::author)
                .isEqualTo("gone^user");
    }
}
