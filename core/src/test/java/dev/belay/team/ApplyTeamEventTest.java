package dev.belay.team;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.chat.Channel;
import dev.belay.chat.Platform;
import dev.belay.chat.ReplyAddress;
import dev.belay.event.EventOutcome;
import dev.belay.event.RecordHint;
import dev.belay.event.TeamEvent;
import dev.belay.event.TeamEvent.Kind;
import dev.belay.link.ConversationLink.Claimed;
import dev.belay.link.ConversationLink.Made;
import dev.belay.link.ConversationLink.Standing;
import dev.belay.link.InMemoryConversationLinks;
import dev.belay.link.LinkStatus;
import dev.belay.link.SampleLinks;
import dev.belay.record.Sample;
import dev.belay.settings.SampleSettings;
import dev.belay.settings.Settings;
import dev.belay.time.MovedClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a platform says of its teams and channels is known of the links. */
final class ApplyTeamEventTest {
    private static final Settings SETTINGS = SampleSettings.slack();
    private static final String TEAM = "6f5d1c3a-0000-4000-8000-000000000001";
    private static final String GENERAL = "19:general@thread.tacv2";

    private final SampleLinks sample = new SampleLinks(4);
    private final InMemoryConversationLinks links = new InMemoryConversationLinks();
    private final InMemoryInstallations installations = new InMemoryInstallations();
    private final List<RecordHint> hints = new ArrayList<>();
    private final MovedClock clock = MovedClock.at(Sample.OPENED);
    private final ApplyTeamEvent applyTeamEvent = new ApplyTeamEvent(links, installations, hints::add, clock);
    private final Made dedicated = finished(sample.dedicated());
    private final Made elsewhere = finished(sample.dedicated(), sample.channelOf("another team"));

    @Test
    void an_installation_is_remembered_and_a_removal_forgets_it() {
        believe(event(Kind.APP_INSTALLED, Optional.of(TEAM), Optional.empty()));
        assertThat(installations.find(Platform.SLACK, SampleLinks.WORKSPACE, TEAM))
                .map(Installation::address)
                .contains(new ReplyAddress("https://smba.trafficmanager.net/amer/"));
        believe(event(Kind.APP_REMOVED, Optional.empty(), Optional.empty()));
        assertThat(installations.find(Platform.SLACK, SampleLinks.WORKSPACE, TEAM))
                .isEmpty();
    }

    @Test
    void the_app_s_removal_ends_what_is_in_the_team_and_its_return_brings_it_back() {
        believe(event(Kind.APP_INSTALLED, Optional.of(TEAM), Optional.empty()));
        believe(event(Kind.APP_REMOVED, Optional.empty(), Optional.empty()));
        assertThat(status(dedicated)).isEqualTo(LinkStatus.APP_REMOVED);
        assertThat(status(elsewhere)).isEqualTo(LinkStatus.READY);
        believe(event(Kind.APP_INSTALLED, Optional.of(TEAM), Optional.empty()));
        assertThat(status(dedicated)).isEqualTo(LinkStatus.READY);
    }

    @Test
    void a_channel_stays_deleted_until_it_is_restored() {
        Optional<String> channel = Optional.of(channelOf(dedicated));
        believe(event(Kind.CHANNEL_DELETED, Optional.empty(), channel));
        assertThat(status(dedicated)).isEqualTo(LinkStatus.CHANNEL_DELETED);
        believe(event(Kind.APP_INSTALLED, Optional.of(TEAM), Optional.empty()));
        assertThat(status(dedicated)).isEqualTo(LinkStatus.CHANNEL_DELETED);
        believe(event(Kind.CHANNEL_RESTORED, Optional.empty(), channel));
        assertThat(status(dedicated)).isEqualTo(LinkStatus.READY);
    }

    @Test
    void every_thread_of_a_shared_channel_is_deleted_with_it() {
        Made first = thread();
        Made second = thread();
        believe(event(Kind.CHANNEL_DELETED, Optional.empty(), Optional.of("C0SUPPORT")));
        assertThat(status(first)).isEqualTo(LinkStatus.CHANNEL_DELETED);
        assertThat(status(second)).isEqualTo(LinkStatus.CHANNEL_DELETED);
        assertThat(status(dedicated)).isEqualTo(LinkStatus.READY);
    }

    @Test
    void a_new_name_is_known() {
        believe(event(Kind.CHANNEL_RENAMED, Optional.empty(), Optional.of(channelOf(dedicated))));
        assertThat(name(dedicated)).isEqualTo("all-clear");
    }

    @Test
    void a_channel_of_nobody_s_changes_nothing() {
        for (Kind kind : Kind.values()) {
            believe(event(kind, Optional.empty(), Optional.of("C0SOMEWHERE")));
        }
        assertThat(status(dedicated)).isEqualTo(LinkStatus.READY);
        assertThat(status(elsewhere)).isEqualTo(LinkStatus.READY);
    }

    @Test
    void what_stands_is_believed_more_than_a_late_event() {
        String channel = channelOf(dedicated);
        TeamStatus stands = new TeamStatus.AppInstalled(Map.of(channel, "war-room"));
        TeamStatus fell = new TeamStatus.AppInstalled(Map.of(GENERAL, ""));
        clock.advance(EventOutcome.LAG);
        apply(Kind.CHANNEL_DELETED, stands);
        assertThat(status(dedicated)).isEqualTo(LinkStatus.READY);
        apply(Kind.CHANNEL_RESTORED, fell);
        assertThat(status(dedicated)).isEqualTo(LinkStatus.CHANNEL_DELETED);
        apply(Kind.CHANNEL_RENAMED, stands);
        assertThat(status(dedicated)).isEqualTo(LinkStatus.READY);
        assertThat(name(dedicated)).isEqualTo("war-room");
        apply(Kind.APP_INSTALLED, new TeamStatus.AppMissing());
        assertThat(status(dedicated)).isEqualTo(LinkStatus.APP_REMOVED);
        apply(Kind.APP_REMOVED, fell);
        assertThat(status(dedicated)).isEqualTo(LinkStatus.CHANNEL_DELETED);
        apply(Kind.APP_REMOVED, stands);
        assertThat(status(dedicated)).isEqualTo(LinkStatus.READY);
        assertThat(installations.find(Platform.SLACK, SampleLinks.WORKSPACE, TEAM))
                .isPresent();
        assertThat(status(elsewhere)).isEqualTo(LinkStatus.READY);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void a_young_event_and_what_stands_are_given_time_to_agree(Kind kind) {
        String channel = channelOf(dedicated);
        TeamStatus other = kind == Kind.CHANNEL_RESTORED
                ? new TeamStatus.AppInstalled(Map.of())
                : kind == Kind.APP_INSTALLED
                        ? new TeamStatus.AppMissing()
                        : new TeamStatus.AppInstalled(Map.of(channel, "war-room"));
        clock.advance(EventOutcome.LAG.minusSeconds(1));
        assertThat(apply(kind, other)).isEqualTo(new EventOutcome.RetryAfter(EventOutcome.LOOK_AGAIN));
        assertThat(status(dedicated)).isEqualTo(LinkStatus.READY);
        clock.advance(Duration.ofSeconds(1));
        assertThat(apply(kind, other)).isEqualTo(new EventOutcome.Applied());
    }

    @Test
    void what_was_restored_while_the_app_was_away_is_ready_when_it_is_back() {
        Optional<String> channel = Optional.of(channelOf(dedicated));
        believe(event(Kind.CHANNEL_DELETED, Optional.empty(), channel));
        apply(Kind.APP_INSTALLED, new TeamStatus.AppInstalled(Map.of(channel.orElseThrow(), "all-clear")));
        assertThat(status(dedicated)).isEqualTo(LinkStatus.READY);
    }

    @Test
    void a_channel_that_the_platform_does_not_list_and_nobody_missed_stays_ready() {
        apply(Kind.APP_INSTALLED, new TeamStatus.AppInstalled(Map.of(GENERAL, "")));
        assertThat(status(dedicated)).isEqualTo(LinkStatus.READY);
    }

    @Test
    void what_is_gone_or_comes_back_is_looked_at_again_and_nothing_else() {
        Optional<String> channel = Optional.of(channelOf(dedicated));
        believe(event(Kind.APP_INSTALLED, Optional.of(TEAM), Optional.empty()));
        believe(event(Kind.CHANNEL_DELETED, Optional.empty(), channel));
        assertThat(hints).extracting(RecordHint::record).containsExactly(dedicated.record());
        hints.clear();
        believe(event(Kind.CHANNEL_RESTORED, Optional.empty(), channel));
        assertThat(hints).extracting(RecordHint::record).containsExactly(dedicated.record());
        believe(event(Kind.CHANNEL_RESTORED, Optional.empty(), channel));
        assertThat(hints).hasSize(1);
        believe(event(Kind.APP_REMOVED, Optional.empty(), Optional.empty()));
        believe(event(Kind.APP_INSTALLED, Optional.of(TEAM), Optional.empty()));
        assertThat(hints).extracting(RecordHint::record).containsExactly(dedicated.record(), dedicated.record());
    }

    @Test
    void an_old_channel_of_a_record_says_nothing_of_where_it_is_now() {
        Optional<String> old = Optional.of(channelOf(dedicated));
        Claimed claim = links.move((Standing) stored(dedicated), sample.rival(dedicated))
                .orElseThrow();
        assertThat(links.ready(sample.standing(claim, sample.channelOf(TEAM), sample.card(2))))
                .isPresent();
        believe(event(Kind.CHANNEL_DELETED, Optional.empty(), old));
        believe(event(Kind.CHANNEL_RENAMED, Optional.empty(), old));
        assertThat(status(dedicated)).isEqualTo(LinkStatus.READY);
        assertThat(name(dedicated)).isNotEqualTo("all-clear");
        assertThat(hints).isEmpty();
    }

    @Test
    void an_archived_channel_that_is_deleted_is_gone_and_one_that_is_merely_not_listed_is_not() {
        links.transition(dedicated, LinkStatus.READY, LinkStatus.ARCHIVED);
        TeamStatus fell = new TeamStatus.AppInstalled(Map.of(GENERAL, ""));
        apply(Kind.APP_INSTALLED, fell);
        assertThat(status(dedicated)).isEqualTo(LinkStatus.ARCHIVED);
        apply(Kind.CHANNEL_DELETED, fell);
        assertThat(status(dedicated)).isEqualTo(LinkStatus.CHANNEL_DELETED);
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"APP_INSTALLED", "CHANNEL_RESTORED"})
    void a_run_that_was_killed_before_it_sent_word_sends_it(Kind kind) {
        Optional<String> channel = kind == Kind.APP_INSTALLED ? Optional.empty() : Optional.of(channelOf(dedicated));
        applyTeamEvent.apply(event(kind, Optional.of(TEAM), channel), Optional.empty(), SETTINGS, true);
        assertThat(hints).extracting(RecordHint::record).containsExactly(dedicated.record());
    }

    private void believe(TeamEvent event) {
        assertThat(applyTeamEvent.apply(event, Optional.empty(), SETTINGS, false))
                .isEqualTo(new EventOutcome.Applied());
    }

    private EventOutcome apply(Kind kind, TeamStatus status) {
        Optional<String> channel = Optional.of(channelOf(dedicated));
        return applyTeamEvent.apply(event(kind, Optional.of(TEAM), channel), Optional.of(status), SETTINGS, false);
    }

    private Made stored(Made link) {
        return (Made) links.find(link.key()).orElseThrow();
    }

    private String name(Made link) {
        return stored(link).conversation().channel().name();
    }

    private static String channelOf(Made link) {
        return link.conversation().channel().id();
    }

    private Made finished(Claimed claim) {
        return finished(claim, sample.channelOf(TEAM));
    }

    private Made finished(Claimed claim, Channel channel) {
        links.claim(claim);
        return links.ready(sample.standing(claim, channel, sample.card(1))).orElseThrow();
    }

    private Made thread() {
        return finished(
                sample.shared(),
                new Channel(Platform.SLACK, SampleLinks.WORKSPACE, Optional.of(TEAM), "C0SUPPORT", "support"));
    }

    private LinkStatus status(Made link) {
        return stored(link).status();
    }

    private static TeamEvent event(Kind kind, Optional<String> team, Optional<String> channel) {
        return new TeamEvent(
                "event-1",
                Platform.SLACK,
                kind,
                SampleLinks.WORKSPACE,
                team,
                GENERAL,
                channel,
                Optional.of("all-clear"),
                new ReplyAddress("https://smba.trafficmanager.net/amer/"),
                Sample.OPENED);
    }
}
