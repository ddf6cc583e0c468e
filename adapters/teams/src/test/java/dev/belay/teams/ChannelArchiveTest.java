package dev.belay.teams;

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
import dev.belay.simulator.teams.AcmeTeams;
import dev.belay.simulator.teams.limit.Failure;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What of archiving and looking is Teams' alone. */
final class ChannelArchiveTest {
    private static final String OF_THE_TEAM = "ChannelSettings.ReadWrite.Group";

    private final TeamsStage stage = new TeamsStage();
    private final Channels channels = stage.chat.channels();
    private final Channel channel = channels.create(new ChannelDraft(
                    AcmeTeams.TENANT, List.of(AcmeTeams.TEAM), "inc0010023", false, "4b1f9c2e77aa01", stage.now()))
            .orElseThrow();

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void archiving_and_unarchiving_are_done_in_teams_own_time() {
        assertThat(channels.archive(channel)).isEqualTo(Archiving.UNDER_WAY);
        stage.pass(Duration.ofSeconds(30));
        assertThat(channels.archive(channel)).isEqualTo(Archiving.DONE);
        assertThat(channels.unarchive(channel)).isEqualTo(Archiving.UNDER_WAY);
        stage.pass(Duration.ofSeconds(30));
        assertThat(channels.unarchive(channel)).isEqualTo(Archiving.DONE);
        assertThat(stage.outcomes("graph.archiveChannel")).hasSize(1);
        assertThat(stage.outcomes("graph.unarchiveChannel")).hasSize(1);
    }

    @Test
    void another_operation_on_the_channel_is_waited_for() {
        stage.failNext("graph.archiveChannel", Failure.error(409, "Conflict"));
        assertThat(channels.archive(channel)).isEqualTo(Archiving.UNDER_WAY);
    }

    @Test
    void a_lost_answer_is_asked_for_again() {
        stage.failNext("graph.archiveChannel", new Failure.DroppedAfter());
        assertThatThrownBy(() -> channels.archive(channel)).isInstanceOf(Unavailable.class);
        stage.pass(Duration.ofSeconds(30));
        assertThat(channels.archive(channel)).isEqualTo(Archiving.DONE);
    }

    @Test
    void a_team_without_an_owner_or_an_archived_one_lets_nothing_be_archived() {
        stage.changeTeam(AcmeTeams.TEAM, team -> team.owned(false));
        rejected("an owner of it");
        stage.changeTeam(AcmeTeams.TEAM, team -> {
            team.owned(true);
            team.archive(true);
        });
        rejected("a team that is not archived");
    }

    @Test
    void the_permission_that_no_team_can_grant_is_named() {
        stage.forbidArchiving();
        rejected("let an administrator grant the app ChannelSettings.ReadWrite.All");
    }

    private void rejected(String why) {
        assertThatThrownBy(() -> channels.archive(channel))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining(why);
    }

    @Test
    void that_the_app_is_not_in_the_team_is_seen_with_a_permission_of_the_tenant_and_without() {
        stage.changeTeam(AcmeTeams.TEAM, team -> team.install(false));
        assertThat(channels.look(channel)).isEqualTo(new ChannelView(State.APP_REMOVED, "inc0010023"));
        stage.forbidArchiving();
        assertThat(channels.look(channel)).isEqualTo(ChannelView.hidden(State.APP_REMOVED));
    }

    @Test
    void a_permission_that_was_never_granted_says_nothing_of_the_channel() {
        stage.forbidArchiving();
        stage.teams.tenant().revoke(OF_THE_TEAM);
        assertThatThrownBy(() -> channels.look(channel))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("403 Forbidden");
    }

    @Test
    void a_channel_of_a_team_that_is_gone_is_gone() {
        Channel elsewhere = new Channel(
                channel.platform(),
                channel.workspace(),
                Optional.of("2c8b7a10-4d3e-4f5a-9b6c-aa00ac3e0099"),
                channel.id(),
                channel.name());
        assertThat(channels.look(elsewhere)).isEqualTo(ChannelView.hidden(State.DELETED));
    }

    @Test
    void an_outage_says_nothing_of_the_channel() {
        stage.failNext("graph.getChannel", Failure.error(503, "ServiceUnavailable"));
        assertThatThrownBy(() -> channels.look(channel)).isInstanceOf(Unavailable.class);
        stage.failNext("connector.getConversationPagedMembers", Failure.error(403, "NotEnoughPermissions"));
        assertThatThrownBy(() -> channels.look(channel)).isInstanceOf(Rejected.class);
    }
}
