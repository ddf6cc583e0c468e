package dev.belay.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.chat.Platform;
import dev.belay.event.FileEvent;
import dev.belay.failure.OutcomeUnknown;
import dev.belay.file.AttachmentsContract;
import dev.belay.file.ContentId;
import dev.belay.file.FileName;
import dev.belay.file.FileRefusal;
import dev.belay.file.FilesStage.Post;
import dev.belay.file.NamedFile;
import dev.belay.file.Uploaded;
import dev.belay.link.LinkStatus;
import dev.belay.record.RecordRef;
import dev.belay.record.SysId;
import dev.belay.settings.FileSettings;
import dev.belay.settings.SampleSettings;
import dev.belay.step.Settling;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class RelayToChatTest {
    private final Ferry ferry = new Ferry();

    private SysId attached() {
        return ferry.attachments.attach("dump.txt", "text/plain", Ferry.BYTES);
    }

    @Test
    void an_attachment_is_shown_in_the_conversation() {
        assertThat(ferry.relay(ferry.word(attached()))).isEqualTo(new FileOutcome.Brought(1));
        assertThat(ferry.files.shown()).singleElement().satisfies(shown -> {
            assertThat(shown.bytes()).isEqualTo(Ferry.BYTES);
            assertThat(shown.words()).isEqualTo("📎 alice attached dump.txt (19 bytes) to the record.");
        });
    }

    @Test
    void it_is_shown_in_the_thread_where_the_conversation_is_one() {
        Ferry threaded = new Ferry(false);
        SysId id = threaded.attachments.attach("dump.txt", "text/plain", Ferry.BYTES);
        threaded.relay(threaded.word(id));
        assertThat(threaded.files.shown()).singleElement().satisfies(shown -> assertThat(shown.thread())
                .isEqualTo(threaded.link.id().thread()));
    }

    @Test
    void the_limit_is_shown_and_a_byte_more_becomes_a_link() {
        ferry.takingAtMost(0, Ferry.BYTES.length);
        ferry.relay(ferry.word(attached()));
        ferry.takingAtMost(0, Ferry.BYTES.length - 1);
        ferry.relay(ferry.word(attached()));
        assertThat(ferry.files.shown()).hasSize(1);
        assertThat(ferry.said())
                .containsExactly(
                        "📎 alice attached dump.txt (19 bytes) to the record. It is not shown here, because it is"
                                + " larger than what is taken there. Open it in ServiceNow, if you may see the record.");
    }

    @Test
    void where_uploads_are_forbidden_a_link_is_told_of_once() {
        ferry.files.forbidUploads();
        SysId id = attached();
        ferry.relay(ferry.word(id));
        ferry.relay(ferry.word(id));
        assertThat(ferry.said()).singleElement().asString().contains("uploads are switched off there");
        assertThat(ferry.counted).containsExactly("FileLinked UPLOADS_DISABLED");
    }

    @Test
    void what_is_refused_when_it_is_shared_becomes_a_link() {
        ferry.files.refuseShares(FileRefusal.REFUSED);
        ferry.relay(ferry.word(attached()));
        assertThat(ferry.said()).singleElement().asString().contains("it is refused there");
        assertThat(ferry.files.shown()).isEmpty();
    }

    @Test
    void what_came_from_this_platform_is_not_shown_there_again() {
        Post message = ferry.files.share(Optional.empty(), "outage.png", "image/png", Ferry.BYTES);
        ferry.relay(ferry.word(message));
        SysId ours = ferry.attachments
                .findOwn(
                        ferry.record,
                        ContentId.shared(
                                        ferry.link.platform(),
                                        ferry.link.id().workspace(),
                                        message.ids().getFirst(),
                                        ferry.record)
                                .reference())
                .orElseThrow();
        assertThat(ferry.relay(ferry.word(ours))).isEqualTo(new FileOutcome.NotOurs("it came from there"));
        assertThat(ferry.files.shown()).isEmpty();
    }

    @Test
    void an_attachment_of_another_record_is_not_shown() {
        SysId id = attached();
        RecordRef other = ferry.records.open("Another", 1);
        FileEvent word = new FileEvent.Attached("e", ferry.link.platform(), other, id, ferry.clock.instant());
        ferry.clock.advance(Duration.ofMinutes(3));
        assertThat(ferry.relay(word)).isInstanceOf(FileOutcome.NotOurs.class);
        assertThat(ferry.files.shown()).isEmpty();
    }

    @Test
    void an_attachment_that_is_not_there_yet_is_waited_for() {
        FileEvent word = ferry.word(new SysId("f".repeat(32)));
        assertThat(ferry.relay(word)).isInstanceOf(FileOutcome.Later.class);
        ferry.clock.advance(Duration.ofMinutes(3));
        assertThat(ferry.relay(word)).isInstanceOf(FileOutcome.NotOurs.class);
    }

    @Test
    void a_private_records_attachment_is_not_shown_in_a_public_conversation() {
        ferry.settings = SampleSettings.confidential();
        assertThat(ferry.relay(ferry.word(attached()))).isInstanceOf(FileOutcome.NotOurs.class);
        assertThat(ferry.files.shown()).isEmpty();
        assertThat(ferry.said()).isEmpty();
    }

    @Test
    void a_conversation_that_does_not_stand_is_told_nothing() {
        SysId id = attached();
        ferry.links.transition(ferry.link, LinkStatus.READY, LinkStatus.ARCHIVED);
        assertThat(ferry.relay(ferry.word(id))).isEqualTo(new FileOutcome.NotOurs("the conversation is archived"));
    }

    @Test
    void an_attachment_waits_for_the_records_conversation() {
        SysId id = attached();
        ferry.links.forget(ferry.link.key());
        assertThat(ferry.relay(ferry.word(id))).isInstanceOf(FileOutcome.Later.class);
        ferry.settings = ferry.with(FileSettings.USUAL, List.of());
        assertThat(ferry.relay(ferry.word(id))).isInstanceOf(FileOutcome.NotOurs.class);
    }

    @Test
    void a_lost_answer_is_looked_for_after_it_settled() {
        for (boolean done : new boolean[] {true, false}) {
            Ferry each = new Ferry();
            SysId id = each.attachments.attach("dump.txt", "text/plain", Ferry.BYTES);
            each.files.loseNextShare(done);
            assertThatThrownBy(() -> each.relay(each.word(id))).isInstanceOf(OutcomeUnknown.class);
            each.clock.advance(Settling.TIME);
            each.relay(each.word(id));
            assertThat(each.files.shown()).hasSize(1);
        }
    }

    /** The platform's answer to the sharing was that it cannot be done now. */
    @Test
    void an_upload_that_is_not_kept_is_uploaded_again() {
        SysId id = attached();
        ferry.files.loseNextShare(false);
        assertThatThrownBy(() -> ferry.relay(ferry.word(id))).isInstanceOf(OutcomeUnknown.class);
        ferry.files.forgetUploads();
        ferry.clock.advance(Settling.TIME);
        assertThat(ferry.relay(ferry.word(id))).isInstanceOf(FileOutcome.Later.class);
        ferry.relay(ferry.word(id));
        assertThat(ferry.files.shown()).hasSize(1);
        assertThat(ferry.said()).isEmpty();
    }

    @Test
    void an_upload_that_is_never_kept_becomes_a_link() {
        ferry.files.refuseShares(FileRefusal.BROKEN_OFF);
        SysId id = attached();
        assertThat(ferry.relay(ferry.word(id))).isInstanceOf(FileOutcome.Later.class);
        ferry.clock.advance(Duration.ofHours(1));
        ferry.relay(ferry.word(id));
        assertThat(ferry.said()).singleElement().asString().contains("its upload was not kept there");
    }

    @Test
    void what_is_given_up_is_told_of_with_a_link_once() {
        SysId id = attached();
        ferry.files.loseNextShare(false);
        assertThatThrownBy(() -> ferry.relay(ferry.word(id))).isInstanceOf(OutcomeUnknown.class);
        ferry.clock.advance(Settling.TIME);
        ferry.giveUp(ferry.word(id));
        ferry.giveUp(ferry.word(id));
        assertThat(ferry.said()).singleElement().asString().contains("was given up");
        assertThat(ferry.files.shown()).isEmpty();
    }

    @Test
    void what_was_shared_on_another_platform_is_shown_with_who_shared_it_there() {
        ContentId shared = ContentId.shared(Platform.TEAMS, "tenant-1", "F01", ferry.record);
        ferry.transfers.claim(shared);
        NamedFile file = new NamedFile(FileName.of("plan.txt").with(shared.reference()), "text/plain", 5);
        Uploaded made = ferry.attachments.attach(ferry.record, file, AttachmentsContract.bytes(new byte[5]));
        SysId id = new SysId(((Uploaded.Stored) made).id());
        ferry.transfers.sharedBy(shared, "Bob Builder");
        ferry.relay(ferry.word(id));
        assertThat(ferry.files.shown()).singleElement().satisfies(shown -> assertThat(shown.words())
                .startsWith("📎 Bob Builder in Microsoft Teams attached plan"));
    }

    @Test
    void what_is_switched_off_is_not_done() {
        ferry.settings = ferry.with(new FileSettings(true, false, 1000, Map.of()));
        assertThat(ferry.relay(ferry.word(attached()))).isInstanceOf(FileOutcome.NotOurs.class);
        assertThat(ferry.files.shown()).isEmpty();
    }
}
