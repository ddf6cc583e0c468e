package dev.belay.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.audit.Audit.Outcome;
import dev.belay.audit.Audit.Start;
import dev.belay.audit.finding.AuditFinding;
import dev.belay.audit.finding.AuditReport;
import dev.belay.audit.finding.Counted;
import dev.belay.audit.finding.FindingKind;
import dev.belay.audit.finding.Share;
import dev.belay.card.Card;
import dev.belay.chat.Channel;
import dev.belay.chat.Platform;
import dev.belay.failure.Calls;
import dev.belay.failure.Rejected;
import dev.belay.failure.Unavailable;
import dev.belay.link.ConversationLink.Claimed;
import dev.belay.link.ConversationLink.Standing;
import dev.belay.link.LinkKey;
import dev.belay.link.LinkStatus;
import dev.belay.platform.ChannelDraft;
import dev.belay.platform.InMemoryChat;
import dev.belay.record.Details;
import dev.belay.record.Happening;
import dev.belay.record.RecordSnapshot;
import dev.belay.record.RecordState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What an audit finds, and what it does not. */
final class AuditTest {
    private static final Share DEAD = new Share("incident", 1, Platform.SLACK, 1, 0);

    private final Desk desk = new Desk();

    private AuditFinding only() {
        AuditReport report = desk.report();
        assertThat(report.findings()).hasSize(1);
        return report.findings().getFirst();
    }

    private AuditFinding only(FindingKind kind) {
        AuditFinding found = only();
        assertThat(found.kind()).isEqualTo(kind);
        return found;
    }

    @Test
    void where_all_agrees_nothing_is_found_and_the_share_is_whole() {
        desk.conversing(1);
        desk.conversing(1);
        desk.conversing(2);
        AuditReport report = desk.report();
        assertThat(report.findings()).isEmpty();
        assertThat(report.exitCode()).isZero();
        assertThat(report.shares())
                .containsExactly(
                        new Share("incident", 1, Platform.SLACK, 2, 2), new Share("incident", 2, Platform.SLACK, 1, 1));
        assertThat(report.counted()).isEqualTo(new Counted(4, 3, 3).bearings(3, 3));
    }

    @Test
    void an_open_record_of_priority_1_or_2_without_a_conversation_is_found_once_it_had_time() {
        desk.conversing(1);
        RecordSnapshot without = desk.opened(2);
        desk.opened(3);
        AuditReport report = desk.report();
        assertThat(report.findings()).singleElement().satisfies(found -> {
            assertThat(found.kind()).isEqualTo(FindingKind.NO_CONVERSATION);
            assertThat(found.record()).contains(without.ref());
            assertThat(found.platform()).contains(Platform.SLACK);
        });
        assertThat(report.shares()).contains(new Share("incident", 2, Platform.SLACK, 1, 0));
        assertThat(report.exitCode()).isEqualTo(30);
    }

    @Test
    void a_table_that_is_empty_is_found() {
        desk.opened(1);
        assertThat(desk.found()).containsExactly(FindingKind.TABLE_EMPTY, FindingKind.NO_CONVERSATION);
    }

    @Test
    void a_table_that_is_not_there_is_all_that_is_found() {
        desk.opened(1);
        desk.clock.advance(Duration.ofHours(1));
        Calls gone = Calls.failing("LinkIndex.all", () -> new Rejected("dynamodb", "Scan: ResourceNotFoundException"));
        Outcome outcome = desk.run(gone, Start.AFRESH, () -> Duration.ofSeconds(290));
        assertThat(((Outcome.Finished) outcome).report().findings())
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.kind()).isEqualTo(FindingKind.TABLE_MISSING);
                    assertThat(found.detail()).contains("ResourceNotFoundException");
                });
    }

    @Test
    void a_channel_whose_name_alone_speaks_of_a_record_is_found() {
        RecordSnapshot record = desk.opened(3);
        Channel channel = desk.foreign("p3-" + record.number().toLowerCase(Locale.ROOT) + "-checkout");
        desk.foreign("team-2024");
        desk.foreign("inc9999999-of-nobody");
        AuditFinding found = only(FindingKind.NAME_BOUND);
        assertThat(found.record()).contains(record.ref());
        assertThat(found.channel()).contains(channel);
        assertThat(found.toString()).doesNotContain(channel.name());
    }

    @Test
    void a_channel_that_bears_a_mark_like_ours_is_found_whatever_its_name() {
        Channel channel = desk.foreign("war-room");
        desk.chat.markByHand(channel, "belay-1");
        AuditFinding found = only(FindingKind.CHANNEL_UNLINKED);
        assertThat(found.channel()).contains(channel);
        assertThat(found.detail())
                .isEqualTo(
                        "its name speaks of no record that we can read; it bears a mark like ours, which anybody may write");
    }

    /** What it found is kept for days only. */
    @Test
    void a_report_that_nobody_told_for_days_is_not_told_any_more() {
        desk.conversing(1);
        desk.clock.advance(Duration.ofHours(1));
        AuditReport first = desk.reportNow();
        desk.clock.advance(Duration.ofDays(3));
        AuditReport next = desk.goOn(Start.WHEN_DUE);
        assertThat(next.began()).isEqualTo(first.began().plus(Duration.ofDays(3)));
    }

    @Test
    void a_report_that_is_told_again_says_when_its_audit_ended() {
        desk.conversing(1);
        desk.clock.advance(Duration.ofHours(1));
        AuditReport first = desk.reportNow();
        desk.clock.advance(Duration.ofMinutes(20));
        assertThat(desk.goOn(Start.UNLESS_RECENT)).isEqualTo(first);
    }

    @Test
    void of_several_numbers_in_a_name_those_count_that_are_a_record_s() {
        RecordSnapshot record = desk.opened(3);
        String number = record.number().toLowerCase(Locale.ROOT);
        desk.foreign("web001-" + number + "-checkout");
        assertThat(only(FindingKind.NAME_BOUND).record()).contains(record.ref());
        RecordSnapshot other = desk.opened(3);
        desk.foreign(number + "-and-" + other.number().toLowerCase(Locale.ROOT));
        assertThat(desk.report().findings()).hasSize(2).anySatisfy(found -> {
            assertThat(found.record()).as("whose it is nobody can say").isEmpty();
            assertThat(found.detail()).contains(record.number()).contains(other.number());
        });
    }

    @Test
    void an_archived_channel_with_such_a_name_is_history() {
        RecordSnapshot record = desk.opened(3);
        desk.chat.archiveByHand(desk.foreign(record.number().toLowerCase(Locale.ROOT)));
        assertThat(desk.report().findings()).isEmpty();
    }

    @Test
    void a_channel_of_ours_without_a_link_is_found_and_one_that_is_being_made_is_not() {
        Standing lost = desk.conversing(3);
        desk.links.forget(lost.key());
        assertThat(desk.report().findings()).as("it is bound still").isEmpty();
        RecordSnapshot record = desk.opened(3);
        Claimed claim = desk.claimed(record);
        desk.clock.advance(Duration.ofMinutes(5));
        Channel made = desk.chat
                .create(new ChannelDraft(
                        InMemoryChat.WORKSPACE,
                        List.of(),
                        record.number().toLowerCase(Locale.ROOT),
                        false,
                        "m",
                        desk.clock.instant()))
                .orElseThrow();
        assertThat(desk.found()).containsExactlyInAnyOrder(FindingKind.CHANNEL_UNLINKED, FindingKind.CLAIM_EXPIRED);
        assertThat(desk.links.save(claim.with(made))).isPresent();
        assertThat(desk.found()).containsExactly(FindingKind.CLAIM_EXPIRED);
    }

    @Test
    void a_link_whose_channel_is_gone_is_found_and_says_where_it_was() {
        Standing link = desk.conversing(1);
        desk.chat.deleteByHand(link.conversation().channel());
        assertThat(only(FindingKind.CHANNEL_GONE).channel())
                .contains(link.conversation().channel());
        assertThat(desk.report().shares()).as("nobody talks there").containsExactly(DEAD);
    }

    @Test
    void a_channel_without_our_app_is_found() {
        Standing link = desk.conversing(1);
        desk.chat.removeApp(link.conversation().channel());
        only(FindingKind.APP_REMOVED);
        assertThat(desk.report().shares()).containsExactly(DEAD);
    }

    @Test
    void what_was_made_after_the_listing_is_not_called_gone() {
        desk.conversing(1);
        desk.clock.advance(Duration.ofHours(1));
        List<Standing> fresh = new ArrayList<>();
        List<String> pages = new ArrayList<>();
        Calls afterTheListing = new Calls(call -> {
            if (call.name().equals("LinkIndex.all") && !call.done()) {
                pages.add(call.name());
                if (pages.size() == 2) {
                    fresh.add(desk.conversing(1));
                }
            }
        });
        Outcome outcome = desk.run(afterTheListing, Start.AFRESH, () -> Duration.ofSeconds(290));
        assertThat(fresh).hasSize(1);
        assertThat(((Outcome.Finished) outcome).report().findings()).isEmpty();
        assertThat(afterTheListing.names()).doesNotContain("Channels.look");
    }

    @Test
    void two_records_that_claim_one_conversation_are_found() {
        Standing first = desk.conversing(1);
        Standing second = desk.conversing(1);
        desk.links.rebind(second.id(), first.record());
        AuditFinding found = only(FindingKind.TWO_CLAIMS);
        assertThat(found.record()).contains(second.record());
        assertThat(found.detail()).contains(first.record().toString());
    }

    @Test
    void a_conversation_that_points_to_no_record_is_found() {
        Standing link = desk.conversing(1);
        desk.links.unbind(link.id());
        assertThat(Desk.kinds(desk.report()))
                .containsExactlyInAnyOrder(FindingKind.BINDING_LOST, FindingKind.CHANNEL_UNLINKED);
    }

    @Test
    void an_archived_channel_of_an_open_record_is_found_whether_the_link_knows_it_or_not() {
        Standing link = desk.conversing(1);
        desk.chat.archiveByHand(link.conversation().channel());
        only(FindingKind.ARCHIVED_BUT_OPEN);
        assertThat(desk.report().shares()).containsExactly(DEAD);
        assertThat(desk.links.transition(link, LinkStatus.READY, LinkStatus.ARCHIVED))
                .isTrue();
        assertThat(Desk.kinds(desk.report()))
                .containsExactlyInAnyOrder(FindingKind.ARCHIVED_BUT_OPEN, FindingKind.NO_CONVERSATION);
    }

    @Test
    void an_open_channel_of_a_record_that_is_long_over_is_found_only_then() {
        Standing link = desk.conversing(3);
        RecordSnapshot record = desk.record(link);
        String closed = desk.stored();
        desk.put(record.with(record.life().in(RecordState.CLOSED))
                .with(new Details(record.conversations(), Map.of("closed_at", closed))));
        assertThat(desk.report().findings()).isEmpty();
        desk.clock.advance(Duration.ofDays(32));
        only(FindingKind.OPEN_BUT_CLOSED);
    }

    @Test
    void a_record_that_names_another_conversation_or_none_is_found() {
        Standing link = desk.conversing(1);
        RecordSnapshot record = desk.record(link);
        desk.naming(record, "C0ELSEWHERE");
        assertThat(only(FindingKind.RECORD_DISAGREES).detail()).endsWith("names another one");
        desk.put(record.with(Details.NONE));
        assertThat(only(FindingKind.RECORD_DISAGREES).detail()).endsWith("names none");
    }

    @Test
    void a_card_that_names_another_record_or_is_gone_is_found() {
        Standing link = desk.conversing(1);
        RecordSnapshot other = desk.opened(3);
        Card wrong = desk.card(other);
        Channel channel = link.conversation().channel();
        String message = link.conversation().card().message();
        desk.chat.update(channel, message, wrong, link.claim().marker());
        assertThat(only(FindingKind.BEARS_ANOTHER).detail())
                .contains(other.ref().toString());
        desk.chat.deleteMessage(channel, message);
        only(FindingKind.BEARS_NOTHING);
    }

    @Test
    void a_channel_that_is_known_to_a_claim_is_told_with_it() {
        Claimed claim = desk.claimed(desk.opened(3));
        Channel channel = desk.foreign("somewhere");
        assertThat(desk.links.save(claim.with(channel))).isPresent();
        desk.clock.advance(Duration.ofMinutes(5));
        assertThat(desk.report().of(FindingKind.CLAIM_EXPIRED))
                .extracting(AuditFinding::channel)
                .containsExactly(Optional.of(channel));
    }

    @Test
    void claims_that_nobody_goes_on_with_are_found_once_their_lease_is_long_over() {
        desk.conversing(1);
        Claimed expired = desk.claimed(desk.opened(3));
        Claimed ambiguous = desk.claimed(desk.opened(3));
        assertThat(desk.links.save(ambiguous.with(LinkStatus.AMBIGUOUS))).isPresent();
        desk.clock.advance(Duration.ofMinutes(5));
        assertThat(desk.reportNow().findings()).isEmpty();
        AuditReport report = desk.report();
        assertThat(report.of(FindingKind.CLAIM_EXPIRED))
                .extracting(AuditFinding::record)
                .containsExactly(Optional.of(expired.record()));
        assertThat(report.of(FindingKind.CLAIM_AMBIGUOUS))
                .extracting(AuditFinding::record)
                .containsExactly(Optional.of(ambiguous.record()));
        assertThat(report.exitCode()).isEqualTo(20);
    }

    @Test
    void an_ended_record_of_priority_1_or_2_without_a_postmortem_is_found_after_the_reminder() {
        Standing link = desk.conversing(1);
        RecordSnapshot record = desk.record(link);
        String at = desk.stored();
        RecordSnapshot ended = desk.put(record.with(record.life().in(RecordState.RESOLVED))
                .with(new Details(record.conversations(), Map.of("resolved_at", at))));
        assertThat(desk.report().findings()).isEmpty();
        desk.clock.advance(Duration.ofDays(4));
        assertThat(only(FindingKind.NO_POSTMORTEM).record()).contains(ended.ref());
        desk.ended(ended, RecordState.CANCELED);
        assertThat(desk.report().findings()).isEmpty();
        desk.ended(ended, RecordState.RESOLVED);
        desk.chronicles.add(
                ended.ref(),
                new Happening("p1", Happening.Kind.POSTMORTEM_ATTACHED, desk.clock.instant(), "Alice Archer", ""));
        assertThat(desk.report().findings()).isEmpty();
    }

    @Test
    void a_live_link_of_a_record_that_is_not_shown_is_found() {
        Standing link = desk.conversing(1);
        desk.records.hide(link.record());
        only(FindingKind.RECORD_GONE);
    }

    @Test
    void one_begins_by_itself_a_day_after_the_last_one_began() {
        desk.conversing(1);
        assertThat(desk.scheduled(Calls.undisturbed())).isInstanceOf(Outcome.Finished.class);
        desk.clock.advance(Duration.ofHours(23));
        assertThat(desk.scheduled(Calls.undisturbed())).isInstanceOf(Outcome.NotDue.class);
        desk.clock.advance(Duration.ofHours(1));
        assertThat(desk.scheduled(Calls.undisturbed())).isInstanceOf(Outcome.Finished.class);
    }

    @Test
    void a_report_that_is_less_than_an_hour_old_is_told_again_to_whoever_wants_that() {
        desk.conversing(1);
        assertThat(desk.scheduled(Calls.undisturbed())).isInstanceOf(Outcome.Finished.class);
        desk.opened(1);
        desk.clock.advance(Duration.ofMinutes(59));
        assertThat(desk.goOn(Start.UNLESS_RECENT).findings()).isEmpty();
        desk.clock.advance(Duration.ofMinutes(2));
        assertThat(desk.goOn(Start.UNLESS_RECENT).findings()).hasSize(1);
    }

    @Test
    void a_system_that_does_not_answer_is_a_pause_of_the_length_that_it_names() {
        desk.conversing(1);
        desk.clock.advance(Duration.ofHours(1));
        Calls limited = Calls.failing(
                "Survey.bearing", () -> Unavailable.limited("slack", "history", Optional.of(Duration.ofSeconds(17))));
        Outcome paused = desk.run(limited, Start.AFRESH, () -> Duration.ofSeconds(290));
        assertThat(paused).isInstanceOf(Outcome.Paused.class);
        assertThat(((Outcome.Paused) paused).pause()).isEqualTo(Duration.ofSeconds(17));
        assertThat(desk.goOn(Start.AT_ONCE).findings()).isEmpty();
    }

    @Test
    void no_more_is_asked_in_a_run_than_workers_can_spare_and_nothing_is_asked_twice() {
        for (int i = 0; i < 50; i++) {
            desk.conversing(1);
        }
        desk.clock.advance(Duration.ofHours(1));
        List<String> all = new ArrayList<>();
        Start start = Start.AFRESH;
        Outcome outcome;
        do {
            Calls calls = Calls.undisturbed();
            outcome = desk.run(calls, start, () -> Duration.ofSeconds(290));
            List<String> asked =
                    calls.names().stream().filter("Survey.bearing"::equals).toList();
            assertThat(asked.size()).isLessThanOrEqualTo(Run.MOST_ASKED);
            all.addAll(asked);
            start = Start.AT_ONCE;
        } while (outcome instanceof Outcome.Paused);
        assertThat(all).hasSize(50);
        assertThat(((Outcome.Finished) outcome).report().findings()).isEmpty();
    }

    @Test
    void one_that_was_left_for_days_is_begun_anew() {
        desk.conversing(1);
        desk.clock.advance(Duration.ofHours(1));
        Calls limited = Calls.failing("Survey.bearing", () -> new Unavailable("slack", "history", Optional.empty()));
        desk.run(limited, Start.AT_ONCE, () -> Duration.ofSeconds(290));
        desk.clock.advance(Duration.ofDays(2));
        Calls sooner = Calls.undisturbed();
        desk.run(sooner, Start.AT_ONCE, () -> Duration.ofSeconds(40));
        assertThat(sooner.names()).doesNotContain("Survey.places");
        desk.clock.advance(Duration.ofDays(1));
        Calls later = Calls.undisturbed();
        assertThat(desk.run(later, Start.AT_ONCE, () -> Duration.ofSeconds(290)))
                .isInstanceOf(Outcome.Finished.class);
        assertThat(later.names()).contains("Survey.places");
    }

    @Test
    void a_run_that_has_no_time_left_does_nothing() {
        desk.conversing(1);
        Outcome outcome = desk.run(Calls.undisturbed(), Start.AFRESH, () -> Duration.ofSeconds(40));
        assertThat(outcome).isInstanceOf(Outcome.Paused.class);
        assertThat(desk.goOn(Start.AT_ONCE).findings()).isEmpty();
    }

    @Test
    void an_audit_changes_nothing_but_its_journal() {
        Standing link = desk.conversing(1);
        desk.foreign("inc0010777-older");
        List<String> before = desk.chat.everything();
        Calls calls = Calls.undisturbed();
        desk.clock.advance(Duration.ofHours(1));
        desk.run(calls, Start.AFRESH, () -> Duration.ofSeconds(290));
        assertThat(desk.chat.everything()).isEqualTo(before);
        assertThat(desk.links.find(new LinkKey(link.record(), Platform.SLACK))).contains(link);
        assertThat(calls.names())
                .filteredOn(name -> name.startsWith("ConversationLinks.") || name.startsWith("Chronicles."))
                .isSubsetOf("ConversationLinks.find", "ConversationLinks.recordOf", "Chronicles.of");
    }
}
