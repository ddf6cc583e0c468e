package dev.belay.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.failure.Calls;
import dev.belay.failure.Calls.Ending;
import dev.belay.failure.Calls.Killed;
import dev.belay.failure.ExternalFailure;
import dev.belay.record.InMemoryRecords;
import dev.belay.settings.Recording;
import dev.belay.settings.SampleSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What people note on a record is said in its conversation, once, and what Belay wrote is not. */
final class TellNotesTest {
    private final Talk talk = new Talk();

    @Test
    void a_note_is_said_once_with_who_wrote_it() {
        talk.records.noted(talk.incident, "jane.doe", "Jane Doe", "Called the vendor.\n\nThey look at it.");
        assertThat(talk.tell(talk.incident)).isEmpty();
        talk.tell(talk.incident);
        assertThat(talk.heard()).containsExactly("Jane Doe noted in ServiceNow:\nCalled the vendor.\nThey look at it.");
        talk.clock.advance(Duration.ofMinutes(1));
        talk.records.noted(talk.incident, "bob.lee", "Bob Lee", "Fixed");
        talk.tell(talk.incident);
        assertThat(talk.heard()).hasSize(2).last().isEqualTo("Bob Lee noted in ServiceNow:\nFixed");
    }

    @Test
    void one_that_is_seen_late_is_said_all_the_same() {
        talk.records.noted(talk.incident, "jane.doe", "Jane Doe", "One");
        talk.tell(talk.incident);
        talk.records.noted(talk.incident, "jane.doe", "Jane Doe", "In the same second");
        talk.tell(talk.incident);
        assertThat(talk.heard()).hasSize(2);
    }

    @Test
    void what_belay_wrote_is_not_said_whoever_copies_its_reference() {
        talk.record(talk.said("Hello"));
        talk.tell(talk.incident);
        assertThat(talk.heard()).isEmpty();
        talk.records.noted(talk.incident, "jane.doe", "Jane Doe", "Copied\n[bly-abcdefghijkm]");
        talk.records.noted(talk.incident, InMemoryRecords.OUR_USER, "Another integration", "Of another integration");
        talk.tell(talk.incident);
        assertThat(talk.heard()).hasSize(2);
    }

    @Test
    void a_note_in_the_shared_channel_is_said_in_the_thread() {
        talk.records.noted(talk.request, "jane.doe", "Jane Doe", "Paper comes");
        talk.tell(talk.request);
        assertThat(talk.chat.said(talk.chat.shared(), Optional.of(talk.thread))).hasSize(1);
        assertThat(talk.heard()).isEmpty();
    }

    @Test
    void comments_are_said_where_a_route_wants_them_and_only_there() {
        talk.records.commented(talk.incident, "jane.doe", "Jane Doe", "Dear customer");
        talk.tell(talk.incident);
        assertThat(talk.heard()).isEmpty();
        talk.recording(new Recording(Optional.empty(), Optional.empty(), true, true));
        talk.tell(talk.incident);
        assertThat(talk.heard()).containsExactly("Jane Doe commented, for the customer too:\nDear customer");
    }

    @Test
    void nothing_is_said_where_a_route_wants_no_notes_nor_is_the_journal_read() {
        talk.recording(new Recording(Optional.empty(), Optional.empty(), false, false));
        talk.records.noted(talk.incident, "jane.doe", "Jane Doe", "x");
        Calls calls = Calls.undisturbed();
        talk.teller(calls).tell(talk.hint(talk.incident), talk.platform(calls), talk.settings());
        assertThat(talk.heard()).isEmpty();
        assertThat(calls.names()).containsExactly("ConversationLinks.find");
    }

    @Test
    void notes_of_a_record_that_became_private_are_not_said_where_others_read() {
        talk.records.noted(talk.incident, "jane.doe", "Jane Doe", "secret");
        talk.teller(Calls.undisturbed())
                .tell(talk.hint(talk.incident), talk.chat.platform(), SampleSettings.confidential());
        assertThat(talk.heard()).isEmpty();
    }

    @Test
    void a_long_note_is_cut_and_says_where_the_rest_stands() {
        talk.records.noted(talk.incident, "jane.doe", "Jane Doe", ("x".repeat(90) + "\n").repeat(100));
        talk.tell(talk.incident);
        assertThat(talk.heard().getFirst()).hasSizeLessThan(3_500).endsWith("… (the whole note stands in ServiceNow)");
    }

    @Test
    void wherever_a_run_ends_each_note_is_said_once() {
        List<String> reached = new ArrayList<>();
        for (Ending ending : Ending.values()) {
            boolean ended = false;
            for (int number = 1; !ended; number++) {
                ended = !isSaidOnce(number, ending, reached);
            }
        }
        assertThat(reached)
                .contains("HandledEvents.claim", "Lines.say", "HandledEvents.finish", "ConversationLinks.markSetUp");
    }

    private static boolean isSaidOnce(int number, Ending ending, List<String> reached) {
        Talk talk = new Talk();
        talk.records.noted(talk.incident, "jane.doe", "Jane Doe", "one");
        talk.records.noted(talk.incident, "bob.lee", "Bob Lee", "two");
        Calls calls = Calls.ending(number, ending);
        boolean disturbed = false;
        try {
            talk.teller(calls).tell(talk.hint(talk.incident), talk.platform(calls), talk.settings());
        } catch (Killed | ExternalFailure e) {
            disturbed = true;
        }
        reached.addAll(calls.names());
        talk.clock.advance(Duration.ofMinutes(6));
        assertThat(talk.tell(talk.incident)).isEmpty();
        assertThat(talk.heard())
                .as(ending + " at " + number)
                .containsExactly("Jane Doe noted in ServiceNow:\none", "Bob Lee noted in ServiceNow:\ntwo");
        return disturbed;
    }
}
