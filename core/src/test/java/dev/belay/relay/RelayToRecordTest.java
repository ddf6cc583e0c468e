package dev.belay.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.chat.ConversationId;
import dev.belay.chat.Member.Standing;
import dev.belay.event.FileEvent;
import dev.belay.failure.OutcomeUnknown;
import dev.belay.failure.Rejected;
import dev.belay.failure.Unavailable;
import dev.belay.file.FileRefusal;
import dev.belay.file.FileTransfers;
import dev.belay.file.FilesStage.Post;
import dev.belay.settings.FileSettings;
import dev.belay.settings.SampleSettings;
import dev.belay.step.Settling;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class RelayToRecordTest {
    private final Ferry ferry = new Ferry();

    private Post shared() {
        return ferry.files.share(Optional.empty(), "outage.png", "image/png", Ferry.BYTES);
    }

    @Test
    void a_shared_file_is_attached_and_the_note_says_who_shared_it() {
        assertThat(ferry.relay(ferry.word(shared()))).isEqualTo(new FileOutcome.Brought(1));
        assertThat(ferry.attachments.shown()).singleElement().satisfies(shown -> {
            assertThat(shown.name()).startsWith("outage (bly-").endsWith(").png");
            assertThat(shown.bytes()).isEqualTo(Ferry.BYTES);
        });
        assertThat(ferry.notes())
                .containsExactly("Alice Archer shared outage.png (19 bytes) in Slack. It is attached to this record.");
        assertThat(ferry.counted).containsExactly("FileBrought slack");
    }

    @Test
    void word_that_comes_again_does_nothing() {
        Post message = shared();
        ferry.relay(ferry.word(message));
        ferry.clock.advance(FileTransfers.LEASE.multipliedBy(2));
        ferry.relay(ferry.word(message));
        assertThat(ferry.attachments.shown()).hasSize(1);
        assertThat(ferry.notes()).hasSize(1);
    }

    @Test
    void two_files_of_one_name_are_both_attached() {
        ferry.relay(ferry.word(shared()));
        ferry.relay(ferry.word(shared()));
        assertThat(ferry.attachments.shown())
                .extracting(shown -> shown.name())
                .doesNotHaveDuplicates()
                .hasSize(2);
    }

    @Test
    void the_limit_is_attached_and_a_byte_more_becomes_a_link() {
        ferry.takingAtMost(Ferry.BYTES.length, 0);
        ferry.relay(ferry.word(shared()));
        ferry.takingAtMost(Ferry.BYTES.length - 1, 0);
        ferry.relay(ferry.word(shared()));
        assertThat(ferry.attachments.shown()).hasSize(1);
        assertThat(ferry.notes().getLast())
                .isEqualTo(
                        "Alice Archer shared outage.png (19 bytes) in Slack. It is not attached, because it is larger than"
                                + " what is taken there. Whoever may see it opens it here: https://acme.slack.example/files/F2");
        assertThat(ferry.counted).endsWith("FileLinked TOO_LARGE");
    }

    @Test
    void what_servicenow_refuses_becomes_a_link() {
        ferry.attachments.takeAtMost(3);
        ferry.relay(ferry.word(shared()));
        assertThat(ferry.notes()).singleElement().asString().contains("https://acme.slack.example/files/F1");
    }

    @Test
    void what_cannot_be_read_becomes_a_link_and_rings() {
        Post message = shared();
        ferry.files.forbidReading();
        ferry.relay(ferry.word(message));
        assertThat(ferry.notes()).singleElement().asString().contains("the app may not read it");
        assertThat(ferry.counted).containsExactly("FileLinked UNREADABLE", "FileUnreadable slack");
    }

    @Test
    void what_a_guest_or_a_stranger_shares_becomes_a_link_and_is_marked() {
        for (Standing standing : List.of(Standing.GUEST, Standing.STRANGER)) {
            ferry.relay(ferry.word(shared(), ferry.chat.person(standing), ferry.link.id()));
            assertThat(ferry.notes().getLast()).contains("(outside the organization)", "a guest here");
        }
        assertThat(ferry.attachments.shown()).isEmpty();
    }

    @Test
    void whom_servicenow_does_not_know_is_named_as_in_chat() {
        ferry.relay(ferry.word(shared(), ferry.chat.bystander(), ferry.link.id()));
        assertThat(ferry.notes()).singleElement().asString().contains("(no user in ServiceNow) shared outage.png");
        assertThat(ferry.attachments.shown()).hasSize(1);
    }

    @Test
    void another_conversation_is_not_the_records() {
        ConversationId elsewhere =
                new ConversationId(ferry.link.platform(), ferry.link.id().workspace(), "C0OTHER", Optional.empty());
        assertThat(ferry.relay(ferry.word(shared(), ferry.alice, elsewhere))).isInstanceOf(FileOutcome.NotOurs.class);
        assertThat(ferry.attachments.shown()).isEmpty();
    }

    @Test
    void in_a_shared_channel_the_cards_thread_alone_is_the_records() {
        Ferry threaded = new Ferry(false);
        Post message = threaded.files.share(threaded.link.id().thread(), "a.txt", "text/plain", Ferry.BYTES);
        ConversationId beside = new ConversationId(
                threaded.link.platform(),
                threaded.link.id().workspace(),
                threaded.link.id().channel(),
                Optional.empty());
        assertThat(threaded.relay(threaded.word(message, threaded.alice, beside)))
                .isInstanceOf(FileOutcome.NotOurs.class);
        threaded.relay(threaded.word(message));
        assertThat(threaded.attachments.shown()).hasSize(1);
    }

    @Test
    void a_thread_in_a_channel_of_its_own_is_the_records() {
        ConversationId thread = new ConversationId(
                ferry.link.platform(),
                ferry.link.id().workspace(),
                ferry.link.id().channel(),
                Optional.of("1763798400.000100"));
        ferry.relay(ferry.word(shared(), ferry.alice, thread));
        assertThat(ferry.attachments.shown()).hasSize(1);
    }

    @Test
    void a_lost_answer_is_looked_for_after_it_settled() {
        Post message = shared();
        ferry.attachments.loseNext(true);
        assertThatThrownBy(() -> ferry.relay(ferry.word(message))).isInstanceOf(OutcomeUnknown.class);
        assertThat(ferry.relay(ferry.word(message))).isInstanceOf(FileOutcome.Later.class);
        ferry.clock.advance(Settling.TIME);
        ferry.relay(ferry.word(message));
        assertThat(ferry.attachments.shown()).hasSize(1);
        assertThat(ferry.notes()).hasSize(1);
    }

    @Test
    void one_file_that_waits_keeps_no_other_waiting() {
        Post first = shared();
        Post second = shared();
        Post both =
                new Post("both", List.of(first.ids().getFirst(), second.ids().getFirst()));
        ferry.records.refuseNext(new Unavailable("servicenow", "as told", Optional.empty()));
        assertThatThrownBy(() -> ferry.relay(ferry.word(both))).isInstanceOf(Unavailable.class);
        assertThat(ferry.attachments.shown()).hasSize(2);
        assertThat(ferry.notes()).hasSize(1);
        ferry.relay(ferry.word(both));
        assertThat(ferry.attachments.shown()).hasSize(2);
        assertThat(ferry.notes()).hasSize(2);
    }

    @Test
    void a_file_whose_end_is_never_known_keeps_no_other_waiting_and_becomes_a_link() {
        Post first = shared();
        Post second = shared();
        FileEvent both = ferry.word(
                new Post("both", List.of(first.ids().getFirst(), second.ids().getFirst())));
        ferry.attachments.loseNext(false);
        assertThatThrownBy(() -> ferry.relay(both)).isInstanceOf(OutcomeUnknown.class);
        assertThat(ferry.attachments.shown()).hasSize(1);
        ferry.clock.advance(Duration.ofHours(1));
        ferry.attachments.loseNext(false);
        assertThatThrownBy(() -> ferry.relay(both)).isInstanceOf(OutcomeUnknown.class);
        ferry.clock.advance(Settling.TIME);
        assertThat(ferry.relay(both)).isEqualTo(new FileOutcome.Brought(2));
        assertThat(ferry.attachments.shown()).hasSize(1);
        assertThat(ferry.notes()).hasSize(2).anyMatch(note -> note.contains("could not be made sure"));
        assertThat(ferry.counted).containsExactlyInAnyOrder("FileBrought slack", "FileLinked UNCERTAIN");
    }

    @Test
    void what_came_late_is_noted_as_attached() {
        FileEvent event = ferry.word(shared());
        ferry.attachments.loseNext(false);
        assertThatThrownBy(() -> ferry.relay(event)).isInstanceOf(OutcomeUnknown.class);
        ferry.clock.advance(Duration.ofHours(1));
        ferry.attachments.loseNext(true);
        assertThatThrownBy(() -> ferry.relay(event)).isInstanceOf(OutcomeUnknown.class);
        ferry.clock.advance(Settling.TIME);
        ferry.relay(event);
        assertThat(ferry.attachments.shown()).hasSize(1);
        assertThat(ferry.notes()).singleElement().asString().endsWith("It is attached to this record.");
    }

    @Test
    void a_refusal_that_may_pass_is_tried_again_and_then_becomes_a_link() {
        FileEvent event = ferry.word(shared());
        ferry.files.refuseNextRead(FileRefusal.CHANGED);
        assertThat(ferry.relay(event)).isInstanceOf(FileOutcome.Later.class);
        assertThat(ferry.notes()).isEmpty();
        ferry.relay(event);
        assertThat(ferry.attachments.shown()).hasSize(1);
        FileEvent other = ferry.word(shared());
        ferry.files.refuseNextRead(FileRefusal.CHANGED);
        ferry.files.refuseNextRead(FileRefusal.CHANGED);
        ferry.relay(other);
        ferry.clock.advance(Duration.ofMinutes(15));
        ferry.relay(other);
        assertThat(ferry.notes().getLast()).contains("it changed on the way");
    }

    @Test
    void a_file_that_changes_between_two_runs_is_attached_once() {
        Post message = shared();
        ferry.records.refuseNext(new Unavailable("servicenow", "as told", Optional.empty()));
        assertThatThrownBy(() -> ferry.relay(ferry.word(message))).isInstanceOf(Unavailable.class);
        ferry.files.change(message, "something else".getBytes(StandardCharsets.UTF_8));
        ferry.relay(ferry.word(message));
        assertThat(ferry.attachments.shown()).hasSize(1);
        assertThat(ferry.notes()).hasSize(1);
    }

    @Test
    void a_file_that_is_shared_again_is_attached_again_only_if_it_changed() {
        Post message = shared();
        ferry.relay(ferry.word(message));
        ferry.relay(ferry.word(ferry.files.shareAgain(message)));
        assertThat(ferry.attachments.shown()).hasSize(1);
        assertThat(ferry.notes()).hasSize(1);
        Post changed = ferry.files.shareAgain(message);
        ferry.files.change(changed, "something else".getBytes(StandardCharsets.UTF_8));
        ferry.relay(ferry.word(changed));
        assertThat(ferry.attachments.shown()).hasSize(2);
    }

    @Test
    void a_bots_file_is_nobodys() {
        ferry.relay(ferry.word(shared(), ferry.chat.person(Standing.BOT), ferry.link.id()));
        assertThat(ferry.attachments.shown()).isEmpty();
        assertThat(ferry.notes()).isEmpty();
    }

    @Test
    void who_is_no_longer_active_is_not_called_a_guest() {
        ferry.relay(ferry.word(shared(), ferry.chat.person(Standing.DEACTIVATED), ferry.link.id()));
        assertThat(ferry.notes())
                .singleElement()
                .asString()
                .contains("(no longer active there)", "is not active there any more")
                .doesNotContain("guest");
    }

    @Test
    void who_has_an_address_that_does_not_count_is_named_as_in_chat() {
        ferry.settings = SampleSettings.mailOf("contractors.example");
        ferry.relay(ferry.word(shared()));
        assertThat(ferry.notes()).singleElement().asString().contains("(no user in ServiceNow) shared outage.png");
    }

    @Test
    void what_is_given_up_is_noted_with_a_link_once() {
        FileEvent event = ferry.word(shared());
        ferry.records.refuseNext(new Rejected("servicenow", "as told"));
        assertThatThrownBy(() -> ferry.relay(event)).isInstanceOf(Rejected.class);
        ferry.giveUp(event);
        ferry.giveUp(event);
        assertThat(ferry.notes()).singleElement().asString().endsWith("It is attached to this record.");
        FileEvent other = ferry.word(shared());
        ferry.giveUp(other);
        assertThat(ferry.notes().getLast()).contains("was given up", "https://");
        assertThat(ferry.relay(other)).isEqualTo(new FileOutcome.Brought(1));
        assertThat(ferry.attachments.shown()).hasSize(1);
    }

    @Test
    void what_is_switched_off_is_not_done() {
        ferry.settings = ferry.with(new FileSettings(false, true, 1000, Map.of()));
        assertThat(ferry.relay(ferry.word(shared()))).isInstanceOf(FileOutcome.NotOurs.class);
        assertThat(ferry.attachments.shown()).isEmpty();
    }
}
