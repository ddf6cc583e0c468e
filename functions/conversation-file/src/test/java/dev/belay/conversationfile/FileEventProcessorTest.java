package dev.belay.conversationfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.chat.Platform;
import dev.belay.credential.CredentialId.Kind;
import dev.belay.event.FileEvent;
import dev.belay.events.FileEventCodec;
import dev.belay.events.MalformedMessage;
import dev.belay.failure.OutcomeUnknown;
import dev.belay.failure.Unavailable;
import dev.belay.file.ContentId;
import dev.belay.file.FileTransfers;
import dev.belay.record.SysId;
import dev.belay.settings.FileSettings;
import dev.belay.settings.Lifecycle;
import dev.belay.settings.Limits;
import dev.belay.settings.Settings;
import dev.belay.time.MovedClock;
import dev.belay.wiring.dependency.FileDependencies;
import dev.belay.worker.Disposition;
import dev.belay.worker.Disposition.AwaitCredential;
import dev.belay.worker.Disposition.Delete;
import dev.belay.worker.Disposition.RetryFor;
import dev.belay.worker.Disposition.RetryLater;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What becomes of a message that tells of files, on fakes of everything outside. */
final class FileEventProcessorTest {
    private static final byte[] BYTES = "what is in the file".getBytes(StandardCharsets.UTF_8);

    private final MovedClock clock = MovedClock.at(Instant.parse("2026-11-23T09:00:00Z"));
    private final LinkedFiles linked = new LinkedFiles(clock);
    private int snapshots;
    private final FileEventProcessor processor = new FileEventProcessor(this::snapshot);

    private FileDependencies snapshot() {
        snapshots++;
        return linked.dependencies();
    }

    private Disposition process(FileEvent event) {
        return processor.process(FileEventCodec.write(event).body(), false);
    }

    @Test
    void what_was_shared_is_attached_and_noted_and_its_message_is_deleted() {
        assertThat(process(linked.linked().shared(BYTES))).isEqualTo(new Delete());
        assertThat(linked.attachments.shown()).singleElement().satisfies(shown -> assertThat(shown.bytes())
                .isEqualTo(BYTES));
        assertThat(linked.notes()).singleElement().asString().contains("shared outage.png", "attached to this record");
    }

    @Test
    void what_was_attached_is_shown_and_its_message_is_deleted() {
        assertThat(process(linked.linked().attached(BYTES))).isEqualTo(new Delete());
        assertThat(linked.files.shown()).singleElement().satisfies(shown -> assertThat(shown.bytes())
                .isEqualTo(BYTES));
    }

    @Test
    void what_comes_again_is_deleted_and_brought_once() {
        FileEvent shared = linked.linked().shared(BYTES);
        FileEvent attached = linked.attached(BYTES);
        for (int i = 0; i < 2; i++) {
            assertThat(process(shared)).isEqualTo(new Delete());
            assertThat(process(attached)).isEqualTo(new Delete());
        }
        assertThat(linked.notes()).hasSize(1);
        assertThat(linked.files.shown()).hasSize(1);
    }

    @Test
    void what_is_not_to_be_brought_is_deleted() {
        linked.settings = with(linked.settings, false, new FileSettings(false, false, 1 << 20, Map.of()));
        assertThat(process(linked.linked().shared(BYTES))).isEqualTo(new Delete());
        assertThat(process(linked.attached(BYTES))).isEqualTo(new Delete());
        assertThat(linked.notes()).isEmpty();
        assertThat(linked.files.shown()).isEmpty();
    }

    @Test
    void what_another_worker_has_comes_back_when_its_lease_is_over() {
        FileEvent.Attached event = linked.linked().attached(BYTES);
        linked.transfers.claim(ContentId.attached(event.attachment(), Platform.SLACK));
        assertThat(process(event)).isEqualTo(RetryLater.atLeast(FileTransfers.LEASE));
        assertThat(linked.files.shown()).isEmpty();
    }

    @Test
    void an_attachment_comes_back_while_its_conversation_is_being_made() {
        FileEvent.Attached event = linked.attached(BYTES);
        assertThat(process(event)).isEqualTo(RetryLater.atLeast(Duration.ofSeconds(10)));
        linked.linked();
        assertThat(process(event)).isEqualTo(new Delete());
        assertThat(linked.files.shown()).hasSize(1);
    }

    @Test
    void an_attachment_that_is_not_shown_yet_is_looked_for_again_and_then_given_up() {
        FileEvent.Attached event = linked.linked().attached(new SysId("0".repeat(32)));
        assertThat(process(event)).isInstanceOfSatisfying(RetryLater.class, retry -> assertThat(retry.atLeast())
                .isPresent());
        clock.advance(Duration.ofMinutes(10));
        assertThat(process(event)).isEqualTo(new Delete());
    }

    @Test
    void a_failure_is_thrown_and_the_next_delivery_brings_it_once() {
        FileEvent shared = linked.linked().shared(BYTES);
        linked.records.refuseNext(new Unavailable("servicenow", "as told", Optional.empty()));
        assertThatThrownBy(() -> process(shared)).isInstanceOf(Unavailable.class);
        assertThat(process(shared)).isEqualTo(new Delete());
        assertThat(linked.attachments.shown()).hasSize(1);
        assertThat(linked.notes()).hasSize(1);
    }

    @Test
    void an_unknown_outcome_is_looked_for_by_the_next_delivery_and_not_shown_twice() {
        FileEvent attached = linked.linked().attached(BYTES);
        linked.files.loseNextShare(true);
        assertThatThrownBy(() -> process(attached)).isInstanceOf(OutcomeUnknown.class);
        clock.advance(FileTransfers.LEASE);
        assertThat(process(attached)).isEqualTo(new Delete());
        assertThat(linked.files.shown()).hasSize(1);
    }

    @Test
    void while_everything_outbound_is_paused_nothing_is_done() {
        linked.settings = with(linked.settings, true, linked.settings.files());
        assertThat(process(linked.linked().shared(BYTES))).isEqualTo(new Disposition.Pause());
        assertThat(process(linked.attached(BYTES))).isEqualTo(new Disposition.Pause());
        assertThat(linked.notes()).isEmpty();
        assertThat(linked.files.shown()).isEmpty();
    }

    @Test
    void what_needs_a_credential_that_is_refused_waits_for_it() {
        FileEvent shared = linked.linked().shared(BYTES);
        FileEvent attached = linked.attached(BYTES);
        linked.refused(Kind.SERVICENOW, "acme");
        clock.advance(Duration.ofSeconds(31));
        assertThat(process(shared)).isEqualTo(new AwaitCredential("servicenow/acme"));
        assertThat(process(attached)).isEqualTo(new AwaitCredential("servicenow/acme"));
        assertThat(linked.files.shown()).isEmpty();
    }

    @Test
    void a_platform_that_the_settings_do_not_have_is_dead_lettered_after_a_minute_of_retries() {
        FileEvent shared = linked.linked().shared(BYTES);
        linked.platformFiles = Map.of();
        assertThat(process(shared)).isEqualTo(RetryFor.aMinute("the settings name no slack"));
        linked.chats = Map.of();
        assertThat(process(shared)).isEqualTo(RetryFor.aMinute("the settings name no slack"));
    }

    @Test
    void an_unreadable_message_says_so_before_the_settings_are_asked_for() {
        assertThatThrownBy(() -> processor.process("{}", false)).isInstanceOf(MalformedMessage.class);
        assertThat(snapshots).isZero();
    }

    @Test
    void the_settings_are_asked_for_once_for_each_message() {
        process(linked.linked().shared(BYTES));
        process(linked.attached(BYTES));
        assertThat(snapshots).isEqualTo(2);
    }

    private static Settings with(Settings settings, boolean paused, FileSettings files) {
        return new Settings(
                Lifecycle.from(settings.startAt()),
                paused,
                settings.serviceNow(),
                settings.chats(),
                settings.routes(),
                settings.dedicated(),
                settings.tables(),
                settings.roles(),
                settings.operations(),
                new Limits(settings.pressLife(), files));
    }
}
