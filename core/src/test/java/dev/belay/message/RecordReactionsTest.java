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
import dev.belay.message.RecordMessages.Outcome;
import dev.belay.platform.InMemoryChat;
import dev.belay.settings.Recording;
import dev.belay.settings.Recording.Which;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A reaction with the emoji of the settings marks a message, where the marked ones are recorded. */
final class RecordReactionsTest {
    private final Talk talk = new Talk();
    private final ChatUser bob = talk.person("U01BOB", "Bob in chat", Member.Standing.FULL, "bob@acme.example");

    @Test
    void a_marked_message_becomes_a_note_that_names_who_wrote_it() {
        Reaction reaction = reaction(inThread("Tray 2 is broken."));
        assertThat(talk.react(reaction)).isEqualTo(Map.of(reaction, new Outcome.Done()));
        assertThat(talk.noted(talk.request))
                .singleElement()
                .asString()
                .contains("Jane Doe: Tray 2 is broken.")
                .doesNotContain("Bob");
    }

    @Test
    void whoever_reacts_and_however_often_it_is_told_it_is_noted_once() {
        ChatMessage message = inThread("Tray 2 is broken.");
        Reaction first = reaction(message);
        talk.react(first, talk.reaction(message, "U01CAROL", "memo"));
        assertThat(talk.standing.reads()).isEqualTo(1);
        talk.react(first);
        talk.react(talk.reaction(message, "U01DAVE", "memo"));
        talk.record(talk.marked(message));
        assertThat(talk.noted(talk.request)).hasSize(1);
    }

    @Test
    void what_is_marked_at_once_is_one_note() {
        talk.react(reaction(inThread("one")), reaction(inThread("two")));
        assertThat(talk.noted(talk.request)).singleElement().asString().contains("Jane Doe: one", "Jane Doe: two");
    }

    @Test
    void more_is_awaited_for_some_seconds_before_anything_is_read() {
        Reaction reaction = reaction(inThread("one"));
        assertThat(talk.reactions(Calls.undisturbed()).record(List.of(reaction), talk.chat.platform(), talk.settings()))
                .isEqualTo(
                        Map.of(reaction, new Outcome.Later(reaction.acceptedAt().plus(RecordMessages.GATHERED))));
        assertThat(talk.standing.reads()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"pushpin", "memo2", "MEMO"})
    void another_emoji_marks_nothing_and_nothing_is_read(String emoji) {
        Reaction reaction = talk.reaction(inThread("one"), bob.id(), emoji);
        passes(reaction);
        assertThat(talk.standing.reads()).isZero();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "MARKED")
    void where_all_or_nothing_is_recorded_a_reaction_marks_nothing(Which which) {
        talk.recording(new Recording(Optional.of(which), Optional.empty(), true, false));
        passes(reaction(inThread("in a thread")));
        passes(reaction(talk.said("in a channel")));
        assertThat(talk.standing.reads()).isZero();
    }

    @Test
    void in_a_channel_of_its_own_where_the_marked_ones_are_recorded_one_is() {
        passes(reaction(talk.said("recorded anyway, where all is")));
        talk.recording(new Recording(Optional.of(Which.MARKED), Optional.empty(), true, false));
        talk.react(reaction(talk.said("this one")), talk.reaction(talk.said("not this"), bob.id(), "eyes"));
        assertThat(talk.noted(talk.incident))
                .singleElement()
                .asString()
                .contains("this one")
                .doesNotContain("not this");
    }

    @Test
    void a_bot_s_reaction_marks_nothing() {
        ChatUser bot = talk.person("U01ROBOT", "Robot", Member.Standing.BOT, "");
        passes(talk.reaction(inThread("one"), bot.id(), "memo"));
    }

    @Test
    void a_message_of_no_conversation_of_ours_is_not_recorded() {
        ConversationId beside = new ConversationId(
                Platform.SLACK, Talk.WORKSPACE, InMemoryChat.SHARED, Optional.of("1700000000.000001"));
        passes(reaction(talk.said(beside, "U01JANE", "another thread")));
        passes(reaction(talk.said(
                new ConversationId(Platform.SLACK, Talk.WORKSPACE, InMemoryChat.SHARED, Optional.empty()),
                "U01JANE",
                "no thread")));
    }

    @Test
    void what_is_gone_by_then_is_not_recorded() {
        ChatMessage message = inThread("swordfish");
        Reaction reaction = reaction(message);
        talk.standing.remove(message.at(), message.id());
        passes(reaction);
    }

    @Test
    void what_was_changed_before_it_was_read_is_noted_as_it_stands_and_later_changes_follow() {
        ChatMessage message = inThread("dwon");
        talk.react(reaction(talk.edited(message, "down")));
        talk.record(talk.edited(message, "down"));
        talk.record(talk.edited(message, "down again"));
        assertThat(talk.noted(talk.request)).hasSize(2).first().asString().contains("Jane Doe: down");
        assertThat(talk.noted(talk.request).getLast()).contains("changed what was written", ", now: down again");
    }

    /** The queue delivers what was not done again. */
    @Test
    void wherever_a_run_ends_the_message_is_noted_once() {
        List<String> reached = new ArrayList<>();
        for (Ending ending : Ending.values()) {
            boolean ended = false;
            for (int number = 1; !ended; number++) {
                ended = !isNotedOnce(number, ending, reached);
            }
        }
        assertThat(reached)
                .contains("ReactedMessages.read", "MessageNotes.fix", "Records.change", "MessageNotes.written");
    }

    private static boolean isNotedOnce(int number, Ending ending, List<String> reached) {
        Talk talk = new Talk();
        talk.person("U01BOB", "Bob", Member.Standing.FULL, "bob@acme.example");
        Reaction reaction = talk.reaction(talk.said(talk.shared(), "U01JANE", "broken"), "U01BOB", "memo");
        talk.clock.advance(RecordMessages.GATHERED);
        Calls calls = Calls.ending(number, ending);
        boolean disturbed;
        try {
            disturbed =
                    talk
                            .reactions(calls)
                            .record(List.of(reaction), talk.platform(calls), talk.settings())
                            .values()
                            .stream()
                            .anyMatch(Outcome.Failed.class::isInstance);
        } catch (Killed | ExternalFailure e) {
            disturbed = true;
        }
        reached.addAll(calls.names());
        talk.clock.advance(Duration.ofMinutes(6));
        assertThat(talk.react(reaction)).isEqualTo(Map.of(reaction, new Outcome.Done()));
        assertThat(talk.noted(talk.request))
                .as(ending + " at " + number)
                .singleElement()
                .asString()
                .containsOnlyOnce("broken");
        return disturbed;
    }

    private ChatMessage inThread(String words) {
        return talk.said(talk.shared(), "U01JANE", words);
    }

    private Reaction reaction(ChatMessage message) {
        return talk.reaction(message, bob.id(), "memo");
    }

    private void passes(Reaction reaction) {
        assertThat(talk.react(reaction)).isEqualTo(Map.of(reaction, new Outcome.Passed()));
        assertThat(talk.noted(talk.request)).isEmpty();
        assertThat(talk.noted(talk.incident)).isEmpty();
    }

    @Test
    void a_record_that_cannot_be_read_fails_its_own_reactions_alone() {
        talk.routesDisagree(new Recording(Optional.of(Which.MARKED), Optional.empty(), true, false));
        ChatMessage there = talk.said("in a channel of which the routes disagree");
        Reaction bad = talk.reaction(there, "U01CAROL", "memo");
        Reaction other = talk.reaction(talk.said(talk.shared(), "U01JANE", "Paper"), "U01CAROL", "memo");
        talk.records.refuseReads(Optional.of(new Rejected("servicenow", "GET incident: a field is hidden")));
        Map<Reaction, Outcome> outcomes = talk.react(bad, other);
        assertThat(outcomes.get(bad)).isInstanceOf(Outcome.Failed.class);
        assertThat(outcomes.get(other)).isEqualTo(new Outcome.Done());
        assertThat(talk.noted(talk.request)).hasSize(1);
    }
}
