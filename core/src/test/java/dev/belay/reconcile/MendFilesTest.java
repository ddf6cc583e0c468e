package dev.belay.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.chat.Platform;
import dev.belay.event.FileEvent;
import dev.belay.failure.Calls;
import dev.belay.failure.Calls.Ending;
import dev.belay.failure.ExternalFailure;
import dev.belay.file.ContentId;
import dev.belay.health.Metric;
import dev.belay.record.RecordRef;
import dev.belay.record.RecordSnapshot;
import dev.belay.record.SysId;
import dev.belay.settings.SampleSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What was attached unheard is brought to its conversation, and what is under way is left alone. */
final class MendFilesTest {
    private static final SysId FILE = new SysId("f".repeat(32));

    private final Desk desk = Desk.settled();

    @Test
    void what_no_worker_took_up_is_sent_for_and_counts_as_lost() {
        RecordSnapshot record = desk.conversing(3);
        attached(record.ref());
        runLater();
        assertThat(sent()).containsExactly(FILE);
        FileEvent.Attached event = (FileEvent.Attached) desk.files.getFirst();
        assertThat(event.platform()).isEqualTo(Platform.SLACK);
        assertThat(event.record()).isEqualTo(record.ref());
        assertThat(event.acceptedAt()).isEqualTo(desk.clock.instant());
        assertThat(desk.told).containsEntry(Metric.RECONCILED, 1L);
    }

    @Test
    void what_a_worker_took_up_is_not_sent_for_whatever_became_of_it() {
        attached(desk.conversing(3).ref());
        desk.transfers.claim(ContentId.attached(FILE, Platform.SLACK));
        runLater();
        assertThat(desk.files).isEmpty();
        assertThat(desk.told).containsEntry(Metric.RECONCILED, 0L);
    }

    @Test
    void what_was_attached_a_moment_ago_is_left_to_its_event_and_looked_at_by_the_next_run() {
        RecordSnapshot record = desk.conversing(3);
        desk.clock.advance(Desk.BETWEEN_RUNS);
        attached(record.ref());
        desk.clock.advance(Duration.ofSeconds(30));
        desk.run();
        assertThat(desk.files).isEmpty();
        runLater();
        assertThat(sent()).containsExactly(FILE);
    }

    @Test
    void what_came_from_this_very_platform_is_not_brought_back() {
        RecordRef record = desk.conversing(3).ref();
        ContentId shared = ContentId.shared(Platform.SLACK, "T01ACME", "F01", record);
        desk.transfers.claim(shared);
        desk.attachments.put(FILE, record, Optional.of(shared.reference().value()), desk.clock.instant());
        runLater();
        assertThat(desk.files).isEmpty();
    }

    @Test
    void what_came_from_another_platform_is() {
        RecordRef record = desk.conversing(3).ref();
        ContentId shared = ContentId.shared(Platform.TEAMS, "tenant-1", "F01", record);
        desk.transfers.claim(shared);
        desk.attachments.put(FILE, record, Optional.of(shared.reference().value()), desk.clock.instant());
        runLater();
        assertThat(sent()).containsExactly(FILE);
    }

    @Test
    void a_record_without_a_conversation_or_one_that_is_hidden_is_left_alone_and_so_is_one_that_became_private() {
        attached(desk.opened(5).ref());
        RecordSnapshot hidden = desk.conversing(3);
        desk.attachments.put(new SysId("e".repeat(32)), hidden.ref(), Optional.empty(), desk.clock.instant());
        desk.records.hide(hidden.ref());
        runLater();
        assertThat(desk.files).isEmpty();
        RecordSnapshot confidential = desk.conversing(3);
        desk.attachments.put(new SysId("d".repeat(32)), confidential.ref(), Optional.empty(), desk.clock.instant());
        desk.settings = SampleSettings.confidential();
        runLater();
        assertThat(desk.files).isEmpty();
    }

    @Test
    void where_attachments_may_not_be_read_all_else_is_done_it_is_told_and_later_nothing_is_missed() {
        RecordSnapshot record = desk.conversing(3);
        attached(record.ref());
        desk.renamed(record);
        desk.attachments.refuse(true);
        runLater();
        assertThat(desk.hinted()).contains(record.ref());
        assertThat(desk.told).containsEntry(Metric.RECORD_UNREADABLE, 1L).containsKey(Metric.RECONCILIATION_RAN);
        desk.clock.advance(Duration.ofHours(3));
        desk.attachments.refuse(false);
        desk.run();
        assertThat(sent()).containsExactly(FILE);
        assertThat(desk.told).containsEntry(Metric.RECORD_UNREADABLE, 0L);
    }

    @Test
    void what_was_attached_so_long_ago_that_nobody_knows_whether_it_was_brought_is_left_alone() {
        for (int days : new int[] {13, 14}) {
            Desk each = Desk.settled();
            Instant made = each.clock.instant();
            each.attachments.put(FILE, each.conversing(3).ref(), Optional.empty(), made);
            each.clock.advance(Duration.ofDays(days).minus(Desk.BETWEEN_RUNS.multipliedBy(2)));
            each.attachments.touch(FILE, each.clock.instant());
            each.clock.advance(Desk.BETWEEN_RUNS.multipliedBy(2));
            each.run();
            assertThat(each.files).hasSize(days == 13 ? 1 : 0);
        }
    }

    @Test
    void what_was_attached_before_its_record_had_a_conversation_is_brought_when_it_has_one_and_once() {
        RecordSnapshot record = desk.opened(5);
        attached(record.ref());
        runLater();
        assertThat(desk.files).isEmpty();
        desk.clock.advance(Duration.ofHours(5));
        desk.run();
        desk.raised(record);
        runLater();
        assertThat(sent()).containsExactly(FILE);
        assertThat(desk.told).containsEntry(Metric.RECONCILED, 0L);
        desk.transfers.claim(ContentId.attached(FILE, Platform.SLACK));
        desk.renamed(record);
        runLater();
        assertThat(sent()).containsExactly(FILE);
    }

    @Test
    void what_was_attached_minutes_before_its_record_had_a_conversation_does_not_count_as_lost_either() {
        RecordSnapshot record = desk.opened(5);
        attached(record.ref());
        desk.clock.advance(Duration.ofSeconds(1));
        desk.raised(record);
        runLater();
        assertThat(sent()).containsExactly(FILE);
        assertThat(desk.told).containsEntry(Metric.RECONCILED, 0L);
    }

    @Test
    void opening_may_take_hours() {
        RecordSnapshot record = desk.opened(5);
        attached(record.ref());
        runLater();
        desk.clock.advance(Duration.ofHours(5));
        desk.raised(record);
        desk.clock.advance(Duration.ofHours(20));
        desk.renamed(record);
        desk.watermarks.store("incident", Position.from(desk.clock.instant().minusSeconds(60)));
        desk.watermarks.store("sys_attachment", Position.from(desk.clock.instant()));
        runLater();
        assertThat(sent()).containsExactly(FILE);
    }

    @Test
    void where_time_is_over_the_records_are_read_again() {
        RecordSnapshot record = desk.opened(5);
        attached(record.ref());
        desk.clock.advance(Duration.ofSeconds(1));
        desk.raised(record);
        desk.clock.advance(Duration.ofHours(5));
        desk.renamed(record);
        desk.watermarks.store("incident", Position.from(desk.clock.instant().minusSeconds(60)));
        desk.watermarks.store("sys_attachment", Position.from(desk.clock.instant()));
        desk.clock.advance(Desk.BETWEEN_RUNS);
        AtomicInteger asked = new AtomicInteger();
        desk.run(Calls.undisturbed(), () -> Duration.ofSeconds(asked.incrementAndGet() == 1 ? 290 : 40));
        assertThat(desk.files).isEmpty();
        desk.clock.advance(Duration.ofHours(1));
        desk.run();
        assertThat(sent()).containsExactly(FILE);
    }

    @Test
    void where_no_conversation_is_new_attachments_are_not_asked_for_again() {
        RecordSnapshot record = desk.conversing(3);
        attached(record.ref());
        runLater();
        desk.clock.advance(Duration.ofHours(29));
        desk.run();
        desk.renamed(record);
        desk.clock.advance(Desk.BETWEEN_RUNS);
        Calls calls = Calls.undisturbed();
        desk.run(calls);
        assertThat(calls.names()).doesNotContain("ChangedAttachments.of");
    }

    @Test
    void records_are_read_only_where_something_is_missing() {
        attached(desk.conversing(3).ref());
        desk.transfers.claim(ContentId.attached(FILE, Platform.SLACK));
        desk.clock.advance(Desk.BETWEEN_RUNS);
        Calls calls = Calls.undisturbed();
        desk.run(calls);
        assertThat(calls.names()).doesNotContain("ChangedRecords.some").contains("FileTransfers.knows");
    }

    @ParameterizedTest
    @EnumSource
    void wherever_a_run_ends_the_next_one_sends_for_it(Ending ending) {
        int number = 1;
        for (boolean ended = true; ended; number++) {
            Desk each = Desk.settled();
            each.attachments.put(FILE, each.conversing(3).ref(), Optional.empty(), each.clock.instant());
            each.clock.advance(Desk.BETWEEN_RUNS);
            ended = endsAt(each, Calls.ending(number, ending));
            each.clock.advance(Desk.BETWEEN_RUNS);
            each.run();
            assertThat(each.files).as("call %s", number).isNotEmpty();
        }
        assertThat(number).isGreaterThan(10);
    }

    private static boolean endsAt(Desk desk, Calls calls) {
        try {
            desk.run(calls);
        } catch (Calls.Killed | ExternalFailure e) {
            return true;
        }
        return desk.told.isEmpty();
    }

    private void attached(RecordRef record) {
        desk.attachments.put(FILE, record, Optional.empty(), desk.clock.instant());
    }

    private void runLater() {
        desk.clock.advance(Desk.BETWEEN_RUNS);
        desk.run();
    }

    private List<SysId> sent() {
        return desk.files.stream()
                .map(event -> ((FileEvent.Attached) event).attachment())
                .toList();
    }
}
