package dev.belay.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.audit.finding.AuditFinding;
import dev.belay.audit.finding.FindingKind;
import dev.belay.link.ConversationLink.Standing;
import dev.belay.link.LinkStatus;
import dev.belay.record.Details;
import dev.belay.record.RecordSnapshot;
import dev.belay.record.RecordState;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A link that knows its conversation to be over is judged as a standing one is: by its channel, and by its record. */
final class AuditEndedLinksTest {
    private final Desk desk = new Desk();

    private Standing ended(LinkStatus status) {
        Standing link = desk.conversing(3);
        assertThat(desk.links.transition(link, LinkStatus.READY, status)).isTrue();
        return link;
    }

    private static void close(Desk desk, Standing link) {
        RecordSnapshot record = desk.record(link);
        desk.put(record.with(record.life().in(RecordState.CLOSED))
                .with(new Details(record.conversations(), Map.of("closed_at", desk.stored()))));
    }

    private List<FindingKind> found() {
        return desk.report().findings().stream().map(AuditFinding::kind).toList();
    }

    @ParameterizedTest
    @CsvSource({"ARCHIVED,ARCHIVED_BUT_OPEN", "CHANNEL_DELETED,CHANNEL_GONE", "APP_REMOVED,APP_REMOVED"})
    void of_an_open_record_it_is_found(LinkStatus status, FindingKind kind) {
        Standing link = ended(status);
        assertThat(found()).as("though the channel stands").containsExactly(kind);
        switch (status) {
            case CHANNEL_DELETED -> desk.chat.deleteByHand(link.conversation().channel());
            case APP_REMOVED -> desk.chat.removeApp(link.conversation().channel());
            default -> desk.chat.archiveByHand(link.conversation().channel());
        }
        assertThat(found()).containsExactly(kind);
    }

    @ParameterizedTest
    @EnumSource(
            value = LinkStatus.class,
            names = {"ARCHIVED", "CHANNEL_DELETED", "APP_REMOVED"})
    void its_channel_that_stands_long_after_its_record_ended_is_found_only_then(LinkStatus status) {
        close(desk, ended(status));
        assertThat(found()).isEmpty();
        desk.clock.advance(Duration.ofDays(40));
        assertThat(found()).containsExactly(FindingKind.OPEN_BUT_CLOSED);
    }

    @ParameterizedTest
    @EnumSource(
            value = LinkStatus.class,
            names = {"ARCHIVED", "CHANNEL_DELETED", "APP_REMOVED"})
    void of_a_record_that_is_over_nothing_else_is_said(LinkStatus status) {
        Standing link = ended(status);
        close(desk, link);
        desk.chat.archiveByHand(link.conversation().channel());
        desk.clock.advance(Duration.ofDays(40));
        assertThat(found()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = LinkStatus.class,
            names = {"MOVED", "RECORD_DELETED"})
    void what_moved_on_or_lost_its_record_is_nobody_s(LinkStatus status) {
        ended(status);
        assertThat(found()).isEmpty();
    }

    @Test
    void what_was_reopened_just_now_has_a_worker_on_its_way() {
        Standing link = desk.conversing(1);
        RecordSnapshot record = desk.record(link);
        assertThat(desk.links.transition(link, LinkStatus.READY, LinkStatus.ARCHIVED))
                .isTrue();
        desk.ended(record, RecordState.RESOLVED);
        desk.clock.advance(Duration.ofHours(5));
        desk.put(record);
        desk.clock.advance(Duration.ofSeconds(5));
        assertThat(desk.reportNow().findings()).isEmpty();
        desk.clock.advance(Duration.ofMinutes(6));
        assertThat(Desk.kinds(desk.reportNow()))
                .containsExactlyInAnyOrder(FindingKind.ARCHIVED_BUT_OPEN, FindingKind.NO_CONVERSATION);
    }
}
