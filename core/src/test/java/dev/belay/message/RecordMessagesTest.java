package dev.belay.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.chat.ChatUser;
import dev.belay.chat.ConversationId;
import dev.belay.chat.Member;
import dev.belay.chat.Platform;
import dev.belay.failure.Calls;
import dev.belay.failure.Calls.Ending;
import dev.belay.failure.Calls.Killed;
import dev.belay.failure.ExternalFailure;
import dev.belay.failure.Rejected;
import dev.belay.failure.Unavailable;
import dev.belay.message.RecordMessages.Outcome;
import dev.belay.settings.Recording;
import dev.belay.settings.Recording.Which;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What people say in a linked conversation stands on its record, once and as they said it. */
final class RecordMessagesTest {
    private final Talk talk = new Talk();

    @Test
    void what_is_said_becomes_one_note_that_names_the_user() {
        ChatMessage one = talk.said("The database restarts.");
        ChatMessage two = talk.said("Done.\nAll green.");
        assertThat(talk.record(one, two).values()).containsOnly(new Outcome.Done());
        assertThat(talk.noted(talk.incident)).singleElement().satisfies(note -> assertThat(note.lines())
                .satisfiesExactly(
                        line -> assertThat(line).isEqualTo("Written in Slack:"),
                        line -> assertThat(line).matches("\\d\\d:\\d\\d:\\d\\d UTC Jane Doe: The database restarts\\."),
                        line -> assertThat(line).matches("\\d\\d:\\d\\d:\\d\\d UTC Jane Doe: Done\\."),
                        line -> assertThat(line).isEqualTo("| All green.")));
    }

    @Test
    void more_is_awaited_for_some_seconds() {
        ChatMessage first = talk.said("One");
        assertThat(talk.recorder(Calls.undisturbed()).record(List.of(first), talk.chat.platform(), talk.settings()))
                .isEqualTo(Map.of(first, new Outcome.Later(first.acceptedAt().plus(RecordMessages.GATHERED))));
        assertThat(talk.noted(talk.incident)).isEmpty();
    }

    @Test
    void what_is_delivered_again_is_not_noted_again() {
        ChatMessage message = talk.said("One");
        talk.record(message);
        assertThat(talk.record(message).values()).containsOnly(new Outcome.Done());
        ChatMessage underAnotherId = talk.marked(message);
        talk.record(underAnotherId, talk.said("Two"));
        assertThat(talk.noted(talk.incident))
                .hasSize(2)
                .last()
                .asString()
                .contains("Two")
                .doesNotContain("One");
    }

    @Test
    void they_stand_in_the_order_in_which_they_were_written() {
        ChatMessage one = talk.said("first");
        ChatMessage two = talk.said("second");
        talk.record(two, one);
        assertThat(talk.noted(talk.incident).getFirst()).containsSubsequence("first", "second");
    }

    @Test
    void a_thread_of_the_shared_channel_is_of_its_record_and_only_marked_messages_are_recorded() {
        ChatMessage message = talk.said(talk.shared(), "U01JANE", "Paper is out");
        assertThat(talk.record(message).values()).containsOnly(new Outcome.Passed());
        talk.record(talk.edited(message, "Paper is really out"));
        talk.record(talk.deleted(talk.said(talk.shared(), "U01JANE", "Ink is out")));
        assertThat(talk.noted(talk.request)).isEmpty();
        talk.record(talk.marked(message));
        assertThat(talk.noted(talk.request)).singleElement().asString().contains("Jane Doe: Paper is out");
        talk.record(talk.deleted(message));
        assertThat(talk.noted(talk.request)).hasSize(2);
        assertThat(talk.noted(talk.incident)).isEmpty();
    }

    @Test
    void a_thread_in_a_channel_of_its_own_is_of_the_same_conversation() {
        ConversationId thread =
                new ConversationId(Platform.SLACK, Talk.WORKSPACE, talk.channel.id(), Optional.of("1.0"));
        talk.record(talk.said(thread, "U01JANE", "In a thread"), talk.said("Beside it"));
        assertThat(talk.noted(talk.incident)).singleElement().asString().contains("In a thread", "Beside it");
    }

    @Test
    void a_route_decides_which_messages_are_recorded() {
        talk.recording(new Recording(Optional.of(Which.NONE), Optional.empty(), true, false));
        ChatMessage message = talk.said("x");
        assertThat(talk.record(message, talk.marked(message)).values()).containsOnly(new Outcome.Passed());
        talk.recording(new Recording(Optional.of(Which.ALL), Optional.empty(), true, false));
        talk.record(talk.said(talk.shared(), "U01JANE", "Paper is out"));
        assertThat(talk.noted(talk.incident)).isEmpty();
        assertThat(talk.noted(talk.request)).hasSize(1);
    }

    @Test
    void a_message_elsewhere_costs_two_reads_of_the_links_at_most() {
        Calls calls = Calls.undisturbed();
        ConversationId elsewhere = new ConversationId(Platform.SLACK, Talk.WORKSPACE, "C0OTHER", Optional.of("1.1"));
        talk.recorder(calls)
                .record(
                        List.of(talk.said(elsewhere, "U01JANE", "x"), talk.said(elsewhere, "U01JANE", "y")),
                        talk.chat.platform(),
                        talk.settings());
        assertThat(calls.names()).containsExactly("ConversationLinks.recordOf", "ConversationLinks.recordOf");
    }

    @Test
    void a_failure_in_one_conversation_keeps_no_other_waiting() {
        talk.recording(new Recording(Optional.of(Which.ALL), Optional.empty(), true, false));
        talk.records.refuseNext(new Unavailable("servicenow", "as told", Optional.empty()));
        ChatMessage first = talk.said("In the channel");
        ChatMessage second = talk.said(talk.shared(), "U01JANE", "In the thread");
        Map<ChatMessage, Outcome> outcomes = talk.record(first, second);
        assertThat(outcomes.get(first)).isInstanceOf(Outcome.Failed.class);
        assertThat(outcomes.get(second)).isEqualTo(new Outcome.Done());
        assertThat(talk.noted(talk.request)).hasSize(1);
    }

    @Test
    void a_record_that_cannot_be_read_fails_its_own_place_alone_and_is_asked_for_once() {
        talk.routesDisagree(new Recording(Optional.of(Which.ALL), Optional.empty(), true, false));
        Calls calls = Calls.undisturbed();
        ChatMessage other = talk.said("of the good record");
        ChatMessage bad = talk.said(talk.shared(), "U01JANE", "of the record that cannot be read");
        ChatMessage worse = talk.said(talk.shared(), "U01JANE", "too");
        talk.records.refuseReads(Optional.of(new Rejected("servicenow", "GET incident: a field is hidden")));
        talk.clock.advance(RecordMessages.GATHERED);
        Map<ChatMessage, Outcome> outcomes =
                talk.recorder(calls).record(List.of(bad, worse, other), talk.chat.platform(), talk.settings());
        assertThat(outcomes.get(other)).isEqualTo(new Outcome.Done());
        assertThat(outcomes.get(bad)).isInstanceOf(Outcome.Failed.class).isEqualTo(outcomes.get(worse));
        assertThat(calls.names().stream().filter("Records.find"::equals)).hasSize(1);
    }

    @Test
    void what_no_route_would_record_passes_without_its_record() {
        talk.routesDisagree(new Recording(Optional.of(Which.NONE), Optional.empty(), true, false));
        talk.records.refuseReads(Optional.of(new Rejected("servicenow", "GET incident: a field is hidden")));
        ChatMessage message = talk.said(talk.shared(), "U01JANE", "marked by nobody");
        assertThat(talk.record(message).get(message)).isEqualTo(new Outcome.Passed());
        ChatMessage marked = talk.marked(message);
        assertThat(talk.record(marked).get(marked)).isInstanceOf(Outcome.Failed.class);
    }

    @Test
    void what_is_said_of_a_record_that_was_deleted_waits_for_nothing() {
        ChatMessage message = talk.said("Anybody here?");
        talk.records.delete(talk.incident);
        assertThat(talk.record(message).get(message)).isEqualTo(new Outcome.Done());
    }

    @Test
    void what_the_record_refuses_is_told_as_it_is() {
        ChatMessage message = talk.said("One");
        talk.records.refuseNext(new Rejected("servicenow", "as told"));
        assertThat(talk.record(message).get(message)).isInstanceOf(Outcome.Failed.class);
        talk.record(message);
        assertThat(talk.noted(talk.incident)).hasSize(1);
    }

    /** The queue delivers what was not done again, perhaps with more beside it or with less. */
    @Test
    void wherever_a_run_ends_each_message_is_noted_once() {
        List<String> reached = new ArrayList<>();
        for (Ending ending : Ending.values()) {
            boolean ended = false;
            for (int number = 1; !ended; number++) {
                ended = !isNotedOnce(number, ending, reached);
            }
        }
        assertThat(reached)
                .contains(
                        "MessageNotes.fix",
                        "Records.change",
                        "MessageNotes.written",
                        "People.member",
                        "UserMap.remember");
    }

    private static boolean isNotedOnce(int number, Ending ending, List<String> reached) {
        Talk talk = new Talk();
        ChatUser bob = talk.person("U01BOB", "Bob", Member.Standing.FULL, "bob@acme.example");
        List<ChatMessage> batch = List.of(talk.said("one"), talk.said(talk.own(), bob.id(), "two"), talk.said("three"));
        talk.clock.advance(RecordMessages.GATHERED);
        Calls calls = Calls.ending(number, ending);
        boolean disturbed;
        try {
            disturbed = talk.recorder(calls).record(batch, talk.platform(calls), talk.settings()).values().stream()
                    .anyMatch(Outcome.Failed.class::isInstance);
        } catch (Killed | ExternalFailure e) {
            disturbed = true;
        }
        reached.addAll(calls.names());
        talk.clock.advance(Duration.ofMinutes(6));
        List<ChatMessage> again = new ArrayList<>(batch.subList(0, 2));
        again.add(talk.edited(batch.get(1), "two, changed"));
        talk.record(again.toArray(ChatMessage[]::new));
        talk.record(batch.get(2), talk.said("four"));
        String all = String.join("\n", talk.noted(talk.incident));
        for (String words : List.of(": one", "three", "four", "two, changed")) {
            assertThat(all.split(words, -1))
                    .as(words + " after " + ending + " at " + number)
                    .hasSize(2);
        }
        assertThat(talk.notes.pending(talk.own())).isEmpty();
        return disturbed;
    }
}
