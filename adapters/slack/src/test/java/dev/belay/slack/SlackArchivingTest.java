package dev.belay.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.chat.Channel;
import dev.belay.failure.Rejected;
import dev.belay.failure.Unavailable;
import dev.belay.platform.Archiving;
import dev.belay.platform.ChannelDraft;
import dev.belay.platform.ChannelView;
import dev.belay.platform.ChannelView.State;
import dev.belay.platform.Channels;
import dev.belay.simulator.slack.AcmeWorkspace;
import dev.belay.simulator.slack.limit.Failure;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What of archiving and looking is Slack's alone. */
final class SlackArchivingTest {
    private final SlackStage stage = new SlackStage();
    private final Channels channels = stage.chat.channels();
    private final Channel channel = made("inc0010023", false);

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void archiving_is_done_at_once_and_takes_us_out_of_the_channel() {
        assertThat(channels.archive(channel)).isEqualTo(Archiving.DONE);
        assertThat(stage.members(channel)).doesNotContain(AcmeWorkspace.APP.botUser());
        assertThat(channels.look(channel)).isEqualTo(new ChannelView(State.ARCHIVED, "inc0010023"));
    }

    @Test
    void a_lost_answer_is_asked_for_again() {
        stage.failNext("conversations.archive", new Failure.DroppedAfter());
        assertThatThrownBy(() -> channels.archive(channel)).isInstanceOf(Unavailable.class);
        assertThat(channels.archive(channel)).isEqualTo(Archiving.DONE);
    }

    @Test
    void slacks_reason_is_told_with_what_to_do() {
        stage.removeApp(channel);
        rejected(channel, "not_in_channel", "/invite @Belay");
        rejected(
                new Channel(channel.platform(), channel.workspace(), channel.team(), AcmeWorkspace.GENERAL, "general"),
                "cant_archive_general",
                "never archived");
        stage.inviteApp(channel);
        stage.forbidArchiving();
        rejected(channel, "restricted_action", "the workspace's permissions");
        stage.deleteByHand(channel);
        rejected(channel, "channel_not_found", "");
    }

    private void rejected(Channel which, String code, String fix) {
        assertThatThrownBy(() -> channels.archive(which))
                .isInstanceOf(Rejected.class)
                .hasMessageContainingAll(code, fix);
    }

    @Test
    void nobody_asks_slack_to_let_us_unarchive() {
        stage.archiveByHand(channel);
        int calls = stage.calls();
        assertThat(channels.canUnarchive()).isFalse();
        assertThatThrownBy(() -> channels.unarchive(channel)).isInstanceOf(Rejected.class);
        assertThat(stage.calls()).isEqualTo(calls);
    }

    @Test
    void of_a_private_channel_nothing_is_seen_once_we_are_out_of_it() {
        Channel secret = made("inc0010024", true);
        assertThat(channels.look(secret)).isEqualTo(new ChannelView(State.LIVE, "inc0010024"));
        channels.archive(secret);
        assertThat(channels.look(secret)).isEqualTo(ChannelView.hidden(State.DELETED));
        rejected(secret, "channel_not_found", "");
    }

    private Channel made(String name, boolean isPrivate) {
        return channels.create(
                        new ChannelDraft(AcmeWorkspace.TEAM, List.of(), name, isPrivate, "4b1f9c2e77aa01", stage.now()))
                .orElseThrow();
    }
}
