package dev.belay.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.chat.ConversationId;
import dev.belay.chat.Platform;
import dev.belay.failure.Unavailable;
import dev.belay.message.RecordMessages.Outcome;
import dev.belay.settings.Recording;
import dev.belay.settings.Recording.Which;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The record says of a message what stands in chat last, in whatever order that is delivered; what was deleted before it was noted never is. */
final class ChangedMessagesTest {
    private final Talk talk = new Talk();

    @Test
    void a_change_and_a_deletion_follow_as_notes_that_say_so() {
        ChatMessage message = talk.said("It is dwon");
        talk.record(message);
        ChatMessage changed = talk.edited(message, "It is down");
        talk.record(changed);
        talk.record(changed, talk.edited(message, "It is down"));
        talk.record(talk.deleted(message));
        assertThat(talk.noted(talk.incident)).hasSize(3);
        assertThat(talk.noted(talk.incident).get(1)).contains("Jane Doe changed what was written", ", now: It is down");
        assertThat(talk.noted(talk.incident).get(2))
                .contains("What Jane Doe wrote", "was deleted in Slack.")
                .doesNotContain("It is");
    }

    @Test
    void what_was_changed_back_is_a_change() {
        ChatMessage message = talk.said("A");
        talk.record(message);
        talk.record(talk.edited(message, "B"));
        talk.record(talk.edited(message, "A"));
        assertThat(talk.noted(talk.incident)).hasSize(3).last().asString().contains(", now: A");
    }

    @Test
    void words_that_were_deleted_before_they_were_noted_are_left_out_for_good() {
        ChatMessage secret = talk.said("the password is swordfish");
        talk.record(secret, talk.said("sorry"), talk.deleted(secret));
        talk.record(secret);
        assertThat(talk.noted(talk.incident))
                .singleElement()
                .asString()
                .contains("sorry")
                .doesNotContain("swordfish");
        ChatMessage other = talk.said("nothing");
        talk.record(other, talk.deleted(other));
        assertThat(talk.noted(talk.incident)).hasSize(1);
    }

    @Test
    void words_of_a_note_that_never_was_written_are_left_out_when_they_are_deleted() {
        ChatMessage secret = talk.said("swordfish");
        talk.records.refuseNext(new Unavailable("servicenow", "as told", Optional.empty()));
        assertThat(talk.record(secret).get(secret)).isInstanceOf(Outcome.Failed.class);
        talk.record(secret, talk.deleted(secret), talk.said("sorry"));
        assertThat(talk.noted(talk.incident))
                .singleElement()
                .asString()
                .contains("sorry")
                .doesNotContain("swordfish");
    }

    @Test
    void a_deletion_that_is_delivered_before_the_words_keeps_them_out() {
        ChatMessage secret = talk.said("swordfish");
        talk.record(talk.deleted(secret));
        talk.record(secret, talk.edited(secret, "swordfish2"));
        ChatMessage paper = talk.said(talk.shared(), "U01JANE", "sword");
        talk.record(talk.deleted(paper));
        talk.record(talk.marked(paper));
        assertThat(talk.noted(talk.incident)).isEmpty();
        assertThat(talk.noted(talk.request)).isEmpty();
    }

    @Test
    void word_of_a_deletion_before_its_turn_keeps_words_out_that_were_said_long_before() {
        ChatMessage secret = talk.said("swordfish");
        ChatMessage deleted = talk.deleted(secret);
        assertThat(talk.buried(deleted)).isTrue();
        talk.record(secret, talk.said("other"));
        talk.record(deleted);
        assertThat(talk.noted(talk.incident))
                .singleElement()
                .asString()
                .contains("other")
                .doesNotContain("swordfish", "was deleted");
    }

    @Test
    void
            word_of_a_deletion_before_its_turn_leaves_changes_out_and_the_deletion_of_what_was_noted_is_noted_in_its_turn() {
        ChatMessage message = talk.said("It is dwon");
        talk.record(message);
        ChatMessage changed = talk.edited(message, "swordfish");
        ChatMessage deleted = talk.deleted(message);
        assertThat(talk.buried(deleted)).isTrue();
        talk.record(changed);
        assertThat(talk.noted(talk.incident)).hasSize(1);
        talk.record(deleted);
        talk.record(deleted);
        assertThat(talk.noted(talk.incident)).hasSize(2).last().asString().contains("was deleted in Slack.");
    }

    @Test
    void words_that_are_deleted_while_their_note_is_made_are_left_out_of_it() {
        ChatMessage secret = talk.said("swordfish");
        ChatMessage sorry = talk.said("sorry");
        ChatMessage deleted = talk.deleted(secret);
        talk.notes.beforeNextFix(() -> assertThat(talk.buried(deleted)).isTrue());
        talk.record(secret, sorry);
        assertThat(talk.noted(talk.incident))
                .singleElement()
                .asString()
                .contains("sorry")
                .doesNotContain("swordfish");
        talk.record(deleted);
        assertThat(talk.noted(talk.incident)).hasSize(1);
    }

    @Test
    void words_elsewhere_and_where_none_are_recorded_have_no_tombstone() {
        ConversationId elsewhere = new ConversationId(Platform.SLACK, Talk.WORKSPACE, "C0OTHER", Optional.empty());
        ChatMessage there = talk.said(elsewhere, "U01JANE", "x");
        assertThat(talk.buried(talk.deleted(there))).isFalse();
        talk.recording(new Recording(Optional.of(Which.NONE), Optional.empty(), true, false));
        ChatMessage here = talk.said("x");
        assertThat(talk.buried(talk.deleted(here))).isFalse();
        assertThat(talk.notes.tombstone(elsewhere, there.id())).isEmpty();
        assertThat(talk.notes.tombstone(talk.own(), here.id())).isEmpty();
    }

    @Test
    void what_was_changed_and_changed_back_before_it_was_noted_is_no_change() {
        ChatMessage message = talk.said("A");
        talk.record(message);
        ChatMessage changed = talk.edited(message, "B");
        talk.record(changed, talk.edited(message, "A"));
        talk.record(changed);
        assertThat(talk.noted(talk.incident)).hasSize(1);
    }

    @Test
    void the_latest_change_counts_in_whatever_order_they_are_delivered() {
        ChatMessage message = talk.said("A");
        ChatMessage one = talk.edited(message, "B");
        ChatMessage two = talk.edited(message, "C");
        talk.record(message);
        talk.record(two);
        talk.record(one);
        assertThat(talk.noted(talk.incident)).hasSize(2).last().asString().contains(", now: C");
        ChatMessage other = talk.said("D");
        ChatMessage three = talk.edited(other, "E");
        talk.record(other, talk.edited(other, "F"), three);
        talk.record(three);
        assertThat(talk.noted(talk.incident)).hasSize(3).last().asString().contains(": F");
    }

    @Test
    void what_was_marked_as_it_was_changed_is_not_changed_back_by_an_older_change() {
        ChatMessage message = talk.said(talk.shared(), "U01JANE", "A");
        ChatMessage older = talk.edited(message, "B");
        ChatMessage newer = talk.edited(message, "C");
        talk.record(newer.as(ChatMessage.Kind.MARKED));
        talk.record(older);
        talk.record(newer);
        assertThat(talk.noted(talk.request)).singleElement().asString().contains("Jane Doe: C");
    }

    @Test
    void what_is_restored_is_noted_so_and_its_later_changes_follow() {
        ChatMessage message = talk.said("A");
        talk.record(message);
        ChatMessage deleted = talk.deletedForNow(message);
        talk.record(deleted);
        ChatMessage restored = talk.restored(message, "A");
        talk.record(restored);
        talk.record(deleted, restored);
        assertThat(talk.buried(deleted)).isTrue();
        talk.record(talk.edited(message, "B"));
        assertThat(talk.noted(talk.incident)).hasSize(4);
        assertThat(talk.noted(talk.incident).get(2)).contains("What Jane Doe wrote", "was restored in Slack, now: A");
        assertThat(talk.noted(talk.incident).get(3)).contains("changed what was written", ", now: B");
        talk.record(talk.deletedForNow(message));
        assertThat(talk.noted(talk.incident)).hasSize(5).last().asString().contains("was deleted in Slack.");
    }

    @Test
    void what_is_restored_before_its_deletion_was_noted_was_not_deleted() {
        ChatMessage message = talk.said("A");
        talk.record(message);
        ChatMessage deleted = talk.deletedForNow(message);
        ChatMessage restored = talk.restored(message, "A");
        talk.record(restored);
        talk.record(deleted);
        talk.record(talk.deletedForNow(message), talk.restored(message, "B"));
        assertThat(talk.noted(talk.incident)).hasSize(2).last().asString().contains("changed what", ", now: B");
    }

    @Test
    void words_that_were_left_out_are_noted_when_they_are_restored() {
        ChatMessage message = talk.said("A");
        ChatMessage paper = talk.said(talk.shared(), "U01JANE", "Paper");
        ChatMessage unmarked = talk.said(talk.shared(), "U01JANE", "Ink");
        talk.record(talk.deletedForNow(message), message);
        talk.record(talk.marked(paper), talk.deletedForNow(paper), talk.deletedForNow(unmarked));
        talk.record(talk.restored(message, "A"), talk.restored(paper, "Paper"), talk.restored(unmarked, "Ink"));
        assertThat(talk.noted(talk.incident)).singleElement().asString().contains("Jane Doe: A");
        assertThat(talk.noted(talk.request))
                .singleElement()
                .asString()
                .contains("Jane Doe: Paper")
                .doesNotContain("Ink");
    }

    @Test
    void the_last_words_count_where_they_were_changed_before_they_were_noted() {
        ChatMessage message = talk.said("It is dwon");
        talk.record(message, talk.edited(message, "It is down"));
        assertThat(talk.noted(talk.incident))
                .singleElement()
                .asString()
                .contains(": It is down")
                .doesNotContain("dwon");
    }
}
