package dev.belay.conversationmessage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.chat.ConversationId;
import dev.belay.chat.Member;
import dev.belay.chat.Platform;
import dev.belay.credential.CredentialId.Kind;
import dev.belay.events.ChatMessageCodec;
import dev.belay.events.DeletionCodec;
import dev.belay.events.LateAnswerCodec;
import dev.belay.events.MalformedMessage;
import dev.belay.events.MarkingCodec;
import dev.belay.events.QueueMessage;
import dev.belay.events.ReactionCodec;
import dev.belay.events.RecordHintCodec;
import dev.belay.failure.Unavailable;
import dev.belay.message.ChatMessage;
import dev.belay.message.Marking;
import dev.belay.message.Reaction;
import dev.belay.message.RecordMessages;
import dev.belay.settings.Lifecycle;
import dev.belay.settings.Limits;
import dev.belay.settings.Settings;
import dev.belay.time.MovedClock;
import dev.belay.wiring.dependency.MessageDependencies;
import dev.belay.worker.Disposition;
import dev.belay.worker.Disposition.AwaitCredential;
import dev.belay.worker.Disposition.Delete;
import dev.belay.worker.Disposition.RetryFor;
import dev.belay.worker.Disposition.RetryLater;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What becomes of the messages that are delivered at once, on fakes of everything outside. */
final class MessageBatchTest {
    private final MovedClock clock = MovedClock.at(Instant.parse("2026-11-23T09:00:00Z"));
    private final LinkedIncident linked = new LinkedIncident(clock);
    private int snapshots;

    private MessageDependencies snapshot() {
        snapshots++;
        return linked.dependencies();
    }

    private static String body(ChatMessage message) {
        return ChatMessageCodec.write(message).body();
    }

    private static String body(Marking marking) {
        return MarkingCodec.write(marking).body();
    }

    private static String body(Reaction reaction) {
        return ReactionCodec.write(reaction).body();
    }

    /** They are delivered once what one note says was gathered. */
    private List<Disposition> delivered(String... bodies) {
        clock.advance(RecordMessages.GATHERED);
        MessageBatch batch = batch(bodies);
        return List.of(bodies).stream().map(body -> batch.process(body, false)).toList();
    }

    private MessageBatch batch(String... bodies) {
        return new MessageBatch(List.of(bodies), this::snapshot, clock);
    }

    @Test
    void what_was_said_in_one_channel_is_one_note_and_each_message_is_deleted() {
        assertThat(delivered(
                        body(linked.said(linked.own(), "one")),
                        body(linked.said(linked.own(), "two")),
                        body(linked.said(linked.own(), "three"))))
                .containsOnly(new Delete())
                .hasSize(3);
        assertThat(linked.notes(linked.incident)).singleElement().asString().contains(": one", ": two", ": three");
    }

    @Test
    void a_deletion_that_is_told_beside_the_line_leaves_words_out_of_the_same_batch_and_of_later_ones() {
        ChatMessage secret = linked.said(linked.own(), "swordfish");
        ChatMessage other = linked.said(linked.own(), "halibut");
        String beside = DeletionCodec.write(linked.deleted(secret)).body();
        assertThat(delivered(body(secret), body(linked.said(linked.own(), "one")), beside))
                .containsOnly(new Delete());
        Settings settings = linked.settings;
        linked.settings = paused(settings);
        assertThat(delivered(DeletionCodec.write(linked.deleted(other)).body())).containsExactly(new Delete());
        linked.settings = settings;
        delivered(body(other), body(linked.said(linked.own(), "two")));
        assertThat(linked.notes(linked.incident)).hasSize(2);
        assertThat(linked.notes(linked.incident).toString())
                .contains("one", "two")
                .doesNotContain("swordfish", "halibut");
    }

    @Test
    void what_comes_again_is_deleted_and_noted_once() {
        String body = body(linked.said(linked.own(), "one"));
        delivered(body);
        assertThat(delivered(body)).containsExactly(new Delete());
        assertThat(linked.notes(linked.incident)).hasSize(1);
    }

    @Test
    void what_is_too_young_comes_back_when_more_was_gathered() {
        String body = body(linked.said(linked.own(), "one"));
        clock.advance(Duration.ofSeconds(2));
        assertThat(batch(body).process(body, false))
                .isEqualTo(RetryLater.atLeast(RecordMessages.GATHERED.minusSeconds(2)));
        assertThat(linked.notes(linked.incident)).isEmpty();
    }

    @Test
    void what_is_not_of_a_conversation_of_ours_is_deleted() {
        ConversationId elsewhere =
                new ConversationId(Platform.SLACK, linked.own().workspace(), "C0ELSEWHERE", Optional.empty());
        assertThat(delivered(body(linked.said(elsewhere, "one")))).containsExactly(new Delete());
        assertThat(linked.notes(linked.incident)).isEmpty();
    }

    @Test
    void who_asks_that_a_message_be_recorded_is_told_of_what_became_of_it() {
        Marking marking = linked.marking(linked.said(linked.thread, "one"));
        assertThat(delivered(body(marking))).containsExactly(new Delete());
        assertThat(linked.notes(linked.request)).singleElement().asString().contains(": one");
        assertThat(linked.answered).singleElement().satisfies(answer -> {
            assertThat(answer.user()).isEqualTo(marking.by());
            assertThat(answer.reply()).isEqualTo(marking.reply());
            assertThat(answer.answer().sentence()).startsWith("The message stands in the work notes of INC");
        });
    }

    @Test
    void an_answer_that_waits_is_told_and_deleted() {
        Marking marking = linked.marking(linked.said(linked.thread, "one"));
        delivered(body(marking));
        assertThat(delivered(LateAnswerCodec.write(linked.answered.getFirst()).body()))
                .containsExactly(new Delete());
        assertThat(linked.chat.privately(marking.by()))
                .singleElement()
                .asString()
                .contains("stands in the work notes");
    }

    /** The queue takes an answer of the same id once. */
    @Test
    void what_is_delivered_again_is_answered_by_the_same() {
        String body = body(linked.marking(linked.said(linked.thread, "one")));
        delivered(body);
        delivered(body);
        assertThat(linked.notes(linked.request)).hasSize(1);
        assertThat(linked.answered).hasSize(2);
        assertThat(linked.answered.getFirst()).isEqualTo(linked.answered.getLast());
    }

    @Test
    void nobody_is_told_that_something_was_added_where_nothing_was() {
        ConversationId elsewhere =
                new ConversationId(Platform.SLACK, linked.own().workspace(), "C0ELSEWHERE", Optional.empty());
        delivered(body(linked.marking(linked.said(elsewhere, "one"))));
        assertThat(linked.answered.getLast().answer().sentence()).contains("not the conversation of a record");
        delivered(body(linked.marking(linked.said(linked.thread, " "))));
        assertThat(linked.answered.getLast().answer().sentence()).contains("has no words");
        ChatMessage gone = linked.said(linked.thread, "gone");
        String marking = body(linked.marking(gone));
        delivered(marking, body(linked.deleted(gone)));
        assertThat(linked.answered.getLast().answer().sentence()).contains("was deleted meanwhile");
        assertThat(linked.notes(linked.request)).isEmpty();
    }

    /** Slack tells of a bot's upload as of a person's message. */
    @Test
    void who_asks_for_what_a_bot_wrote_is_told_that_only_people_are_recorded() {
        ChatMessage upload = linked.said(linked.thread, linked.chat.person(Member.Standing.BOT), "report.pdf");
        delivered(body(upload), body(linked.marking(upload)));
        assertThat(linked.answered.getLast().answer().sentence()).isEqualTo(Marking.OF_NO_PERSON);
        ChatMessage person = linked.said(linked.thread, "one");
        delivered(body(linked.marking(upload)), body(linked.marking(person)));
        assertThat(linked.answered)
                .extracting(answer -> answer.answer().sentence())
                .satisfiesExactly(
                        first -> assertThat(first).isEqualTo(Marking.OF_NO_PERSON),
                        again -> assertThat(again).isEqualTo(Marking.OF_NO_PERSON),
                        other -> assertThat(other).startsWith("The message stands in the work notes of INC"));
        assertThat(linked.notes(linked.request))
                .singleElement()
                .asString()
                .contains(": one")
                .doesNotContain("report.pdf");
        delivered(body(linked.deleted(upload)), body(linked.marking(upload)));
        assertThat(linked.answered.getLast().answer().sentence()).contains("was deleted meanwhile");
    }

    @Test
    void who_asked_for_what_was_noted_is_not_told_that_it_failed() {
        String body = body(linked.marking(linked.said(linked.thread, "one")));
        delivered(body);
        linked.answered.clear();
        batch(body).giveUp(body);
        assertThat(linked.answered).isEmpty();
    }

    @Test
    void what_fails_is_answered_once_it_is_done_or_given_up() {
        String body = body(linked.marking(linked.said(linked.thread, "one")));
        clock.advance(RecordMessages.GATHERED);
        linked.records.refuseNext(new Unavailable("servicenow", "as told", Optional.empty()));
        MessageBatch batch = batch(body);
        assertThatThrownBy(() -> batch.process(body, false)).isInstanceOf(Unavailable.class);
        assertThat(linked.answered).isEmpty();
        batch.giveUp(body);
        assertThat(linked.answered.getLast().answer().sentence()).contains("could not be added");
        delivered(body);
        assertThat(linked.answered.getLast().answer().sentence()).contains("stands in the work notes");
        batch.giveUp(body(linked.said(linked.own(), "two")));
        assertThat(linked.answered).hasSize(2);
    }

    @Test
    void reactions_mark_messages_and_are_deleted_as_one_note() {
        ChatMessage one = linked.said(linked.thread, "one");
        ChatMessage two = linked.said(linked.thread, "two");
        assertThat(delivered(
                        body(one),
                        body(linked.reaction(one)),
                        body(linked.reaction(two)),
                        body(linked.reaction(one)),
                        body(linked.said(linked.own(), "elsewhere"))))
                .containsOnly(new Delete())
                .hasSize(5);
        assertThat(linked.notes(linked.request))
                .singleElement()
                .asString()
                .contains(": one", ": two")
                .doesNotContain("elsewhere");
        assertThat(linked.notes(linked.incident)).hasSize(1);
        assertThat(linked.standing.reads()).isEqualTo(2);
    }

    @Test
    void a_reaction_that_is_too_young_comes_back_and_nothing_was_read() {
        String body = body(linked.reaction(linked.said(linked.thread, "one")));
        assertThat(batch(body).process(body, false)).isEqualTo(RetryLater.atLeast(RecordMessages.GATHERED));
        assertThat(linked.standing.reads()).isZero();
    }

    @Test
    void what_was_noted_on_a_record_is_said_and_its_message_is_deleted() {
        linked.records.noted(linked.incident, "bob", "Bob Baker", "The vendor has a patch");
        assertThat(delivered(
                        RecordHintCodec.write(linked.noted(linked.incident)).body()))
                .containsExactly(new Delete());
        assertThat(linked.chat.said(linked.channel, Optional.empty()))
                .singleElement()
                .asString()
                .contains("The vendor has a patch");
    }

    @Test
    void a_failure_in_one_conversation_comes_back_and_keeps_no_other_waiting() {
        String first = body(linked.said(linked.own(), "one"));
        String second = body(linked.said(linked.own(), "two"));
        String other = body(linked.reaction(linked.said(linked.thread, "three")));
        clock.advance(RecordMessages.GATHERED);
        MessageBatch batch = batch(first, second, other);
        linked.records.refuseNext(new Unavailable("servicenow", "as told", Optional.empty()));

        assertThat(batch.stopsAtFailure()).isFalse();
        assertThatThrownBy(() -> batch.process(first, false)).isInstanceOf(Unavailable.class);
        assertThatThrownBy(() -> batch.process(second, false)).isInstanceOf(Unavailable.class);
        assertThat(batch.process(other, false)).isEqualTo(new Delete());
        assertThat(linked.notes(linked.request)).hasSize(1);
        assertThat(delivered(first, second)).containsOnly(new Delete());
        assertThat(linked.notes(linked.incident)).hasSize(1);
    }

    @Test
    void an_unreadable_message_says_so_in_its_turn_and_the_others_are_recorded() {
        String good = body(linked.said(linked.own(), "one"));
        QueueMessage broken = ChatMessageCodec.write(linked.said(linked.own(), "two"));
        String unreadable = broken.body().replace("\"channel\"", "\"chanel\"");
        clock.advance(RecordMessages.GATHERED);
        for (String bad : List.of(unreadable, "{}", "no JSON")) {
            MessageBatch batch = batch(bad, good);
            assertThatThrownBy(() -> batch.process(bad, false)).isInstanceOf(MalformedMessage.class);
            assertThat(batch.process(good, false)).isEqualTo(new Delete());
        }
        assertThat(linked.notes(linked.incident)).singleElement().asString().contains(": one");
    }

    @Test
    void while_everything_outbound_is_paused_nothing_is_done() {
        linked.settings = paused(linked.settings);
        assertThat(delivered(
                        body(linked.said(linked.own(), "one")),
                        body(linked.reaction(linked.said(linked.thread, "two"))),
                        RecordHintCodec.write(linked.noted(linked.incident)).body()))
                .containsOnly(new Disposition.Pause())
                .hasSize(3);
        assertThat(linked.notes(linked.incident)).isEmpty();
    }

    @Test
    void what_needs_a_credential_that_is_refused_waits_for_it() {
        linked.refused(Kind.SLACK, linked.own().workspace());
        clock.advance(Duration.ofSeconds(31));
        assertThat(delivered(
                        body(linked.said(linked.own(), "one")),
                        body(linked.reaction(linked.said(linked.thread, "two"))),
                        RecordHintCodec.write(linked.noted(linked.incident)).body()))
                .containsOnly(new AwaitCredential("slack/" + linked.own().workspace()));
        assertThat(linked.notes(linked.incident)).isEmpty();
    }

    @Test
    void a_platform_that_the_settings_do_not_have_is_dead_lettered_after_a_minute_of_retries() {
        linked.chats = Map.of();
        assertThat(delivered(body(linked.said(linked.own(), "one"))))
                .containsExactly(RetryFor.aMinute("the settings name no slack"));
    }

    @Test
    void the_settings_are_asked_for_once_for_each_message() {
        delivered(
                body(linked.said(linked.own(), "one")),
                body(linked.said(linked.own(), "two")),
                body(linked.reaction(linked.said(linked.thread, "three"))));
        assertThat(snapshots).isEqualTo(3);
    }

    private static Settings paused(Settings settings) {
        return new Settings(
                Lifecycle.from(settings.startAt()),
                true,
                settings.serviceNow(),
                settings.chats(),
                settings.routes(),
                settings.dedicated(),
                settings.tables(),
                settings.roles(),
                settings.operations(),
                Limits.of(settings.pressLife()));
    }
}
