package dev.belay.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.chat.Channel;
import dev.belay.chat.InMemoryInstallations;
import dev.belay.chat.Installation;
import dev.belay.chat.Platform;
import dev.belay.chat.TeamView;
import dev.belay.event.PlaceNotice;
import dev.belay.event.PlaceNotice.Kind;
import dev.belay.event.RecordHint;
import dev.belay.failure.Unavailable;
import dev.belay.link.ConversationLink;
import dev.belay.link.InMemoryConversationLinks;
import dev.belay.link.LinkState;
import dev.belay.link.SampleLinks;
import dev.belay.record.Sample;
import dev.belay.settings.SampleSettings;
import dev.belay.time.MovedClock;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a platform says of its teams and channels is known of the links. */
final class HeedNoticeTest {
    private static final String TEAM = "6f5d1c3a-0000-4000-8000-000000000001";
    private static final String GENERAL = "19:general@thread.tacv2";

    private final SampleLinks sample = new SampleLinks(4);
    private final InMemoryConversationLinks links = new InMemoryConversationLinks();
    private final InMemoryInstallations installations = new InMemoryInstallations();
    private final List<RecordHint> hints = new ArrayList<>();
    private final MovedClock clock = MovedClock.at(Sample.OPENED);
    private final HeedNotice heed = new HeedNotice(links, installations, hints::add, SampleSettings::slack, clock);
    private final ConversationLink dedicated = finished(sample.dedicated());
    private final ConversationLink elsewhere = finished(sample.dedicated(), sample.channelOf("another team"));

    @Test
    void an_installation_is_remembered_and_a_removal_forgets_it() {
        believe(notice(Kind.INSTALLED, Optional.of(TEAM), Optional.empty()));
        assertThat(installations.find(Platform.SLACK, SampleLinks.WORKSPACE, TEAM))
                .map(Installation::service)
                .contains(URI.create("https://smba.trafficmanager.net/amer/"));
        believe(notice(Kind.REMOVED, Optional.empty(), Optional.empty()));
        assertThat(installations.find(Platform.SLACK, SampleLinks.WORKSPACE, TEAM))
                .isEmpty();
    }

    @Test
    void the_app_s_removal_cuts_off_what_is_in_the_team_and_its_return_brings_it_back() {
        believe(notice(Kind.INSTALLED, Optional.of(TEAM), Optional.empty()));
        believe(notice(Kind.REMOVED, Optional.empty(), Optional.empty()));
        assertThat(state(dedicated)).isEqualTo(LinkState.CUT_OFF);
        assertThat(state(elsewhere)).isEqualTo(LinkState.READY);
        believe(notice(Kind.INSTALLED, Optional.of(TEAM), Optional.empty()));
        assertThat(state(dedicated)).isEqualTo(LinkState.READY);
    }

    @Test
    void a_channel_that_is_deleted_is_gone_until_it_is_restored() {
        Optional<String> channel = dedicated.channel().map(Channel::id);
        believe(notice(Kind.CHANNEL_DELETED, Optional.empty(), channel));
        assertThat(state(dedicated)).isEqualTo(LinkState.GONE);
        believe(notice(Kind.INSTALLED, Optional.of(TEAM), Optional.empty()));
        assertThat(state(dedicated)).isEqualTo(LinkState.GONE);
        believe(notice(Kind.CHANNEL_RESTORED, Optional.empty(), channel));
        assertThat(state(dedicated)).isEqualTo(LinkState.READY);
    }

    @Test
    void every_thread_of_a_shared_channel_that_is_deleted_is_gone() {
        ConversationLink first = thread();
        ConversationLink second = thread();
        believe(notice(Kind.CHANNEL_DELETED, Optional.empty(), Optional.of("C0SUPPORT")));
        assertThat(state(first)).isEqualTo(LinkState.GONE);
        assertThat(state(second)).isEqualTo(LinkState.GONE);
        assertThat(state(dedicated)).isEqualTo(LinkState.READY);
    }

    @Test
    void a_new_name_is_known() {
        believe(notice(
                Kind.CHANNEL_RENAMED, Optional.empty(), dedicated.channel().map(Channel::id)));
        assertThat(links.find(dedicated.record(), Platform.SLACK))
                .flatMap(ConversationLink::channel)
                .map(Channel::name)
                .contains("all-clear");
    }

    @Test
    void a_channel_of_nobody_s_changes_nothing() {
        for (Kind kind : Kind.values()) {
            believe(notice(kind, Optional.empty(), Optional.of("C0SOMEWHERE")));
        }
        assertThat(state(dedicated)).isEqualTo(LinkState.READY);
        assertThat(state(elsewhere)).isEqualTo(LinkState.READY);
    }

    @Test
    void what_stands_is_believed_more_than_a_late_notice() {
        String channel = dedicated.channel().orElseThrow().id();
        TeamView stands = new TeamView.Within(Map.of(channel, "war-room"));
        TeamView fell = new TeamView.Within(Map.of(GENERAL, ""));
        clock.advance(HeedNotice.LAG);
        heed(Kind.CHANNEL_DELETED, stands);
        assertThat(state(dedicated)).isEqualTo(LinkState.READY);
        heed(Kind.CHANNEL_RESTORED, fell);
        assertThat(state(dedicated)).isEqualTo(LinkState.GONE);
        heed(Kind.CHANNEL_RENAMED, stands);
        assertThat(state(dedicated)).isEqualTo(LinkState.READY);
        assertThat(name(dedicated)).isEqualTo("war-room");
        heed(Kind.INSTALLED, new TeamView.Without());
        assertThat(state(dedicated)).isEqualTo(LinkState.CUT_OFF);
        heed(Kind.REMOVED, fell);
        assertThat(state(dedicated)).isEqualTo(LinkState.GONE);
        heed(Kind.REMOVED, stands);
        assertThat(state(dedicated)).isEqualTo(LinkState.READY);
        assertThat(installations.find(Platform.SLACK, SampleLinks.WORKSPACE, TEAM))
                .isPresent();
        assertThat(state(elsewhere)).isEqualTo(LinkState.READY);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void a_young_notice_and_what_stands_are_given_time_to_agree(Kind kind) {
        String channel = dedicated.channel().orElseThrow().id();
        TeamView other = kind == Kind.CHANNEL_RESTORED
                ? new TeamView.Within(Map.of())
                : kind == Kind.INSTALLED ? new TeamView.Without() : new TeamView.Within(Map.of(channel, "war-room"));
        clock.advance(HeedNotice.LAG.minusSeconds(1));
        assertThatThrownBy(() -> heed(kind, other)).isInstanceOf(Unavailable.class);
        assertThat(state(dedicated)).isEqualTo(LinkState.READY);
        clock.advance(Duration.ofSeconds(1));
        heed(kind, other);
    }

    @Test
    void what_was_restored_while_the_app_was_away_is_ready_when_it_is_back() {
        Optional<String> channel = dedicated.channel().map(Channel::id);
        believe(notice(Kind.CHANNEL_DELETED, Optional.empty(), channel));
        heed(Kind.INSTALLED, new TeamView.Within(Map.of(channel.orElseThrow(), "all-clear")));
        assertThat(state(dedicated)).isEqualTo(LinkState.READY);
    }

    @Test
    void a_channel_that_the_platform_does_not_list_and_nobody_missed_stays_ready() {
        heed(Kind.INSTALLED, new TeamView.Within(Map.of(GENERAL, "")));
        assertThat(state(dedicated)).isEqualTo(LinkState.READY);
    }

    @Test
    void what_comes_back_is_looked_at_again_and_nothing_else() {
        Optional<String> channel = dedicated.channel().map(Channel::id);
        believe(notice(Kind.INSTALLED, Optional.of(TEAM), Optional.empty()));
        believe(notice(Kind.CHANNEL_DELETED, Optional.empty(), channel));
        assertThat(hints).isEmpty();
        believe(notice(Kind.CHANNEL_RESTORED, Optional.empty(), channel));
        assertThat(hints).extracting(RecordHint::record).containsExactly(dedicated.record());
        believe(notice(Kind.CHANNEL_RESTORED, Optional.empty(), channel));
        assertThat(hints).hasSize(1);
        believe(notice(Kind.REMOVED, Optional.empty(), Optional.empty()));
        believe(notice(Kind.INSTALLED, Optional.of(TEAM), Optional.empty()));
        assertThat(hints).extracting(RecordHint::record).containsExactly(dedicated.record(), dedicated.record());
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"INSTALLED", "CHANNEL_RESTORED"})
    void a_run_that_was_killed_before_it_sent_word_sends_it(Kind kind) {
        Optional<String> channel =
                kind == Kind.INSTALLED ? Optional.empty() : dedicated.channel().map(Channel::id);
        heed.heed(notice(kind, Optional.of(TEAM), channel), true, Optional.empty());
        assertThat(hints).extracting(RecordHint::record).containsExactly(dedicated.record());
    }

    private void believe(PlaceNotice notice) {
        heed.heed(notice, false, Optional.empty());
    }

    private void heed(Kind kind, TeamView view) {
        Optional<String> channel = dedicated.channel().map(Channel::id);
        heed.heed(notice(kind, Optional.of(TEAM), channel), false, Optional.of(view));
    }

    private String name(ConversationLink link) {
        return links.find(link.record(), link.platform())
                .flatMap(ConversationLink::channel)
                .map(Channel::name)
                .orElseThrow();
    }

    private ConversationLink finished(ConversationLink claim) {
        return finished(claim, sample.channelOf(TEAM));
    }

    private ConversationLink finished(ConversationLink claim, Channel channel) {
        links.claim(claim);
        return links.ready(claim.with(channel).with(sample.card(1))).orElseThrow();
    }

    private ConversationLink thread() {
        return finished(
                sample.shared(),
                new Channel(Platform.SLACK, SampleLinks.WORKSPACE, Optional.of(TEAM), "C0SUPPORT", "support"));
    }

    private LinkState state(ConversationLink link) {
        return links.find(link.record(), link.platform()).orElseThrow().state();
    }

    private static PlaceNotice notice(Kind kind, Optional<String> team, Optional<String> channel) {
        return new PlaceNotice(
                "notice-1",
                Platform.SLACK,
                kind,
                SampleLinks.WORKSPACE,
                team,
                GENERAL,
                channel,
                Optional.of("all-clear"),
                URI.create("https://smba.trafficmanager.net/amer/"),
                Sample.OPENED);
    }
}
