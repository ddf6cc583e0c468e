package dev.belay.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.chat.Channel;
import dev.belay.chat.InMemoryInstallations;
import dev.belay.chat.Installation;
import dev.belay.chat.Platform;
import dev.belay.event.PlaceNotice;
import dev.belay.event.PlaceNotice.Kind;
import dev.belay.link.ConversationLink;
import dev.belay.link.InMemoryConversationLinks;
import dev.belay.link.LinkState;
import dev.belay.link.SampleLinks;
import dev.belay.record.Sample;
import dev.belay.settings.SampleSettings;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a platform says of its teams and channels is known of the links. */
final class HeedNoticeTest {
    private static final String TEAM = "6f5d1c3a-0000-4000-8000-000000000001";
    private static final String GENERAL = "19:general@thread.tacv2";

    private final SampleLinks sample = new SampleLinks(4);
    private final InMemoryConversationLinks links = new InMemoryConversationLinks();
    private final InMemoryInstallations installations = new InMemoryInstallations();
    private final HeedNotice heed = new HeedNotice(links, installations, SampleSettings::slack);
    private final ConversationLink dedicated = finished(sample.dedicated());
    private final ConversationLink elsewhere = finished(sample.dedicated(), sample.channelOf("another team"));

    @Test
    void an_installation_is_remembered_and_a_removal_forgets_it() {
        heed.heed(notice(Kind.INSTALLED, Optional.of(TEAM), Optional.empty()));
        assertThat(installations.find(Platform.SLACK, SampleLinks.WORKSPACE, TEAM))
                .map(Installation::service)
                .contains(URI.create("https://smba.trafficmanager.net/amer/"));
        heed.heed(notice(Kind.REMOVED, Optional.empty(), Optional.empty()));
        assertThat(installations.find(Platform.SLACK, SampleLinks.WORKSPACE, TEAM))
                .isEmpty();
    }

    @Test
    void the_app_s_removal_cuts_off_what_is_in_the_team_and_its_return_brings_it_back() {
        heed.heed(notice(Kind.INSTALLED, Optional.of(TEAM), Optional.empty()));
        heed.heed(notice(Kind.REMOVED, Optional.empty(), Optional.empty()));
        assertThat(state(dedicated)).isEqualTo(LinkState.CUT_OFF);
        assertThat(state(elsewhere)).isEqualTo(LinkState.READY);
        heed.heed(notice(Kind.INSTALLED, Optional.of(TEAM), Optional.empty()));
        assertThat(state(dedicated)).isEqualTo(LinkState.READY);
    }

    @Test
    void a_channel_that_is_deleted_is_gone_until_it_is_restored() {
        Optional<String> channel = dedicated.channel().map(Channel::id);
        heed.heed(notice(Kind.CHANNEL_DELETED, Optional.empty(), channel));
        assertThat(state(dedicated)).isEqualTo(LinkState.GONE);
        heed.heed(notice(Kind.INSTALLED, Optional.of(TEAM), Optional.empty()));
        assertThat(state(dedicated)).isEqualTo(LinkState.GONE);
        heed.heed(notice(Kind.CHANNEL_RESTORED, Optional.empty(), channel));
        assertThat(state(dedicated)).isEqualTo(LinkState.READY);
    }

    @Test
    void every_thread_of_a_shared_channel_that_is_deleted_is_gone() {
        ConversationLink first = thread();
        ConversationLink second = thread();
        heed.heed(notice(Kind.CHANNEL_DELETED, Optional.empty(), Optional.of("C0SUPPORT")));
        assertThat(state(first)).isEqualTo(LinkState.GONE);
        assertThat(state(second)).isEqualTo(LinkState.GONE);
        assertThat(state(dedicated)).isEqualTo(LinkState.READY);
    }

    @Test
    void a_new_name_is_known() {
        heed.heed(notice(
                Kind.CHANNEL_RENAMED, Optional.empty(), dedicated.channel().map(Channel::id)));
        assertThat(links.find(dedicated.record(), Platform.SLACK))
                .flatMap(ConversationLink::channel)
                .map(Channel::name)
                .contains("all-clear");
    }

    @Test
    void a_channel_of_nobody_s_changes_nothing() {
        for (Kind kind : Kind.values()) {
            heed.heed(notice(kind, Optional.empty(), Optional.of("C0SOMEWHERE")));
        }
        assertThat(state(dedicated)).isEqualTo(LinkState.READY);
        assertThat(state(elsewhere)).isEqualTo(LinkState.READY);
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
