package dev.belay.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.chat.Platform;
import dev.belay.credential.CredentialId;
import dev.belay.event.RecordHint;
import dev.belay.failure.Calls;
import dev.belay.failure.CredentialsRefused;
import dev.belay.failure.Rejected;
import dev.belay.failure.Unavailable;
import dev.belay.health.Metric;
import dev.belay.record.RecordRef;
import dev.belay.record.RecordSnapshot;
import dev.belay.record.RecordState;
import dev.belay.record.Sample;
import dev.belay.settings.Limits;
import dev.belay.settings.SampleSettings;
import dev.belay.settings.Settings;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What no event told of is found, and told to the worker that makes it agree. */
final class ReconcileTest {
    private final Desk desk = Desk.settled();

    private void later() {
        desk.clock.advance(Desk.BETWEEN_RUNS);
    }

    @Test
    void where_all_agrees_nothing_is_sent_and_it_is_told_that_it_ran() {
        desk.conversing(1);
        desk.conversing(3);
        later();
        desk.run();
        assertThat(desk.hints).isEmpty();
        assertThat(desk.told)
                .containsEntry(Metric.RECONCILED, 0L)
                .containsEntry(Metric.RECORD_UNREADABLE, 0L)
                .containsEntry(Metric.RECONCILIATION_RAN, 2L);
    }

    /** A note changes nothing that a card shows, so nothing tells that its event was lost. */
    @Test
    void what_was_noted_on_a_record_that_changed_is_looked_for() {
        RecordRef record = desk.conversing(1).ref();
        later();
        desk.run();
        assertThat(desk.noted).singleElement().satisfies(hint -> {
            assertThat(hint.type()).isEqualTo(RecordHint.Type.JOURNAL);
            assertThat(hint.record()).isEqualTo(record);
        });
        desk.noted.clear();
        RecordRef other = desk.opened(3).ref();
        later();
        desk.run();
        assertThat(desk.noted)
                .extracting(RecordHint::record)
                .as("without a conversation")
                .doesNotContain(other);
    }

    @Test
    void a_record_whose_event_was_lost_is_hinted_once_a_run_and_each_run_anew() {
        RecordSnapshot lost = desk.opened(3);
        later();
        desk.run();
        assertThat(desk.hints).singleElement().satisfies(hint -> {
            assertThat(hint.record()).isEqualTo(lost.ref());
            assertThat(hint.platform()).isEqualTo(Platform.SLACK);
            assertThat(hint.type()).isEqualTo(RecordHint.Type.UPDATED);
            assertThat(hint.occurredAt()).isEqualTo(Sample.OPENED);
            assertThat(hint.eventId())
                    .isEqualTo(
                            lost.ref() + ":1:reconciled:" + desk.clock.instant().getEpochSecond());
        });
        assertThat(desk.told).containsEntry(Metric.RECONCILED, 1L);
        assertThat(desk.counted).as("priority 3 wakes nobody").isEmpty();
    }

    @Test
    void a_major_incident_whose_event_never_came_counts_once_however_often_it_is_found() {
        RecordSnapshot lost = desk.opened(1);
        later();
        desk.run();
        desk.renamed(lost);
        later();
        desk.run();
        assertThat(desk.hinted()).containsExactly(lost.ref(), lost.ref());
        assertThat(desk.counted).containsExactly("ConversationLate slack");
    }

    @Test
    void what_changed_a_moment_ago_is_hinted_and_not_said_to_be_lost() {
        desk.clock.advance(Duration.ofMinutes(5));
        RecordSnapshot young = desk.opened(1);
        desk.clock.advance(Mend.ON_ITS_WAY);
        desk.run();
        assertThat(desk.hinted()).containsExactly(young.ref());
        assertThat(desk.told).containsEntry(Metric.RECONCILED, 0L);
        assertThat(desk.counted).isEmpty();
        desk.clock.advance(Duration.ofMinutes(1).plusSeconds(1));
        desk.run();
        assertThat(desk.told).as("read again by the overlap").containsEntry(Metric.RECONCILED, 1L);
        assertThat(desk.counted).containsExactly("ConversationLate slack");
    }

    @Test
    void a_record_that_needs_no_conversation_is_left_alone() {
        RecordSnapshot over = desk.opened(1);
        desk.records.put(over.with(over.life().in(RecordState.CLOSED)), desk.clock.instant());
        later();
        desk.run();
        assertThat(desk.hints).isEmpty();
        assertThat(desk.counted).isEmpty();
    }

    @Test
    void each_platform_that_takes_the_record_is_told() {
        desk.settings = SampleSettings.paging();
        RecordSnapshot lost = desk.opened(3);
        later();
        desk.run();
        assertThat(desk.hints).extracting(RecordHint::platform).containsExactly(Platform.SLACK, Platform.TEAMS);
        assertThat(desk.hinted()).containsOnly(lost.ref());
    }

    @Test
    void what_is_due_is_told_and_does_not_count_as_lost() {
        RecordSnapshot record = desk.conversing(1);
        later();
        desk.links.due(desk.link(record), Optional.of(desk.clock.instant()));
        desk.run();
        assertThat(desk.hinted()).containsExactly(record.ref());
        assertThat(desk.told).containsEntry(Metric.RECONCILED, 0L);
    }

    @Test
    void what_is_due_where_the_platform_refuses_our_credential_waits_for_it() {
        RecordSnapshot record = desk.conversing(1);
        desk.links.due(desk.link(record), Optional.of(desk.clock.instant()));
        desk.findings.refused(new CredentialId(CredentialId.Kind.SLACK, "T01ACME"), "token_revoked");
        later();
        desk.run();
        assertThat(desk.hinted()).isEmpty();
    }

    @Test
    void while_everything_outbound_is_paused_nothing_is_read_and_no_watermark_moves() {
        desk.opened(1);
        Settings as = desk.settings;
        desk.settings = new Settings(
                as.lifecycle(),
                true,
                as.serviceNow(),
                as.chats(),
                as.routes(),
                as.dedicated(),
                as.tables(),
                as.roles(),
                as.operations(),
                Limits.of(as.pressLife()));
        later();
        desk.run();
        assertThat(desk.hints).isEmpty();
        assertThat(desk.watermarks.of("incident")).isEmpty();
        assertThat(desk.told).as("it ended as it should").containsKey(Metric.RECONCILIATION_RAN);
        desk.settings = as;
        desk.run();
        assertThat(desk.hints).hasSize(1);
    }

    @Test
    void while_servicenow_refuses_our_credential_nothing_is_read_and_no_watermark_moves() {
        desk.opened(1);
        desk.findings.refused(new CredentialId(CredentialId.Kind.SERVICENOW, "acme"), "invalid_client");
        later();
        Calls calls = Calls.undisturbed();
        desk.run(calls);
        assertThat(calls.names()).isEmpty();
        assertThat(desk.watermarks.of("incident")).isEmpty();
        assertThat(desk.told).containsEntry(Metric.RECONCILIATION_RAN, 0L);
    }

    @Test
    void of_two_runs_at_once_one_does_the_work() {
        desk.opened(1);
        later();
        Calls second = Calls.undisturbed();
        desk.run(Calls.interrupted("ChangedRecords.changed", () -> desk.run(second)));
        assertThat(second.names()).containsExactly("Leases.acquire");
        assertThat(desk.hints).hasSize(1);
    }

    @Test
    void an_instance_that_does_not_answer_is_no_error_of_ours_and_did_not_run() {
        desk.opened(1);
        later();
        desk.run(Calls.failing("ChangedRecords.changed", () -> new Unavailable("servicenow", "503", Optional.empty())));
        assertThat(desk.told).doesNotContainKey(Metric.RECONCILIATION_RAN);
        desk.run();
        assertThat(desk.hints).hasSize(1);
        assertThat(desk.told).containsKey(Metric.RECONCILIATION_RAN);
    }

    @Test
    void a_credential_that_is_refused_on_the_way_ends_the_run_as_it_should_and_no_watermark_moves() {
        RecordSnapshot record = desk.conversing(1);
        later();
        desk.links.due(desk.link(record), Optional.of(desk.clock.instant()));
        desk.run(Calls.failing("ChangedRecords.changed", () -> new CredentialsRefused("servicenow", "invalid_client")));
        assertThat(desk.hints).as("nothing else is tried").isEmpty();
        assertThat(desk.watermarks.of("incident")).isEmpty();
        assertThat(desk.told).containsKey(Metric.RECONCILIATION_RAN);
    }

    @Test
    void a_run_that_ended_within_the_last_minutes_of_a_table_is_overlapped() {
        RecordSnapshot late = desk.opened(3);
        desk.clock.advance(Duration.ofSeconds(60));
        RecordSnapshot newer = desk.opened(3);
        desk.watermarks.store(
                "incident", Position.behind(desk.clock.instant(), newer.ref().sysId()));
        desk.clock.advance(Walk.OVERLAP.minusSeconds(1));
        desk.run();
        assertThat(desk.hinted()).containsExactly(late.ref(), newer.ref());
    }

    @Test
    void a_run_that_ended_within_older_ones_goes_on_behind_them() {
        desk.opened(3);
        desk.clock.advance(Duration.ofSeconds(60));
        RecordSnapshot newer = desk.opened(3);
        desk.watermarks.store(
                "incident", Position.behind(desk.clock.instant(), newer.ref().sysId()));
        desk.clock.advance(Walk.OVERLAP);
        desk.run();
        assertThat(desk.hints).isEmpty();
    }

    @Test
    void a_table_that_may_not_be_read_holds_nothing_else_up_and_is_thrown_at_the_end() {
        RecordSnapshot record = desk.conversing(1);
        later();
        desk.links.due(desk.link(record), Optional.of(desk.clock.instant()));
        Calls calls = Calls.failing("ChangedRecords.changed", () -> new Rejected("servicenow", "no right"));
        assertThatThrownBy(() -> desk.run(calls)).isInstanceOf(Rejected.class);
        assertThat(desk.hinted()).containsExactly(record.ref());
        assertThat(desk.told).doesNotContainKey(Metric.RECONCILIATION_RAN);
    }

    @Test
    void a_run_whose_time_is_nearly_over_ends_and_the_next_one_goes_on() {
        IntStream.range(0, 250).forEach(_ -> desk.opened(3));
        later();
        Calls calls = Calls.undisturbed();
        desk.run(calls, () -> Duration.ofSeconds(desk.hints.size() < 200 ? 200 : 40));
        assertThat(desk.hints).hasSize(200);
        assertThat(desk.told).containsEntry(Metric.RECONCILIATION_RAN, 200L);
        desk.run();
        assertThat(desk.hinted()).hasSize(250).doesNotHaveDuplicates();
    }

    @Test
    void the_first_run_of_all_begins_a_day_before_or_where_conversations_start() {
        Desk first = new Desk();
        first.opened(3);
        first.clock.advance(Walk.FIRST.plusSeconds(1));
        RecordSnapshot newer = first.opened(3);
        first.clock.advance(Desk.BETWEEN_RUNS);
        first.run();
        assertThat(first.hinted()).containsExactly(newer.ref());

        Desk later = new Desk();
        later.settings = SampleSettings.startingAt(Sample.OPENED.plusSeconds(60));
        later.clock.advance(Desk.BETWEEN_RUNS);
        later.run();
        assertThat(later.watermarks.of("incident")).contains(Position.from(Sample.OPENED.plusSeconds(60)));
    }
}
