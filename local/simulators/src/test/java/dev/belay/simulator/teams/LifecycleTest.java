package dev.belay.simulator.teams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.grack.nanojson.JsonObject;
import dev.belay.simulator.teams.app.Delivery;
import dev.belay.simulator.teams.tenant.Channel;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Source: learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/subscribe-to-conversation-events. */
class LifecycleTest {
    private final Stage stage = new Stage();
    private final App app = new App();

    @BeforeEach
    void begin() {
        stage.teams.messagingEndpoint(app.url());
    }

    @AfterEach
    void end() {
        stage.close();
        app.close();
    }

    private JsonObject activity(int number) {
        return Stage.json(app.requests().get(number).text());
    }

    @Test
    void an_installation_tells_the_teams_id_in_graph() {
        List<Delivery> told = stage.teams.administration().install(AcmeTeams.ALICE, AcmeTeams.TEAM);
        assertThat(told).hasSize(2).allMatch(Delivery::accepted);
        JsonObject activity = activity(0);
        assertThat(activity.getString("type")).isEqualTo("installationUpdate");
        assertThat(activity.getString("action")).isEqualTo("add");
        assertThat(activity.getObject("conversation").getString("id")).isEqualTo(AcmeTeams.GENERAL);
        JsonObject data = activity.getObject("channelData");
        assertThat(data.getObject("team").getString("aadGroupId")).isEqualTo(AcmeTeams.TEAM);
        assertThat(data.getObject("team").getString("id")).isEqualTo(AcmeTeams.GENERAL);
        assertThat(data.getObject("settings").getObject("selectedChannel").getString("id"))
                .isEqualTo(AcmeTeams.GENERAL);
    }

    @Test
    void the_bot_hears_that_it_has_joined() {
        stage.teams.administration().install(AcmeTeams.ALICE, AcmeTeams.TEAM);
        JsonObject activity = activity(1);
        assertThat(activity.getString("type")).isEqualTo("conversationUpdate");
        assertThat(activity.getArray("membersAdded").getObject(0).getString("id"))
                .isEqualTo(activity.getObject("recipient").getString("id"));
    }

    @Test
    void a_removal_takes_the_bot_out_of_the_team_and_an_installation_puts_it_back() {
        stage.teams.administration().remove(AcmeTeams.ALICE, AcmeTeams.TEAM);
        assertThat(app.activity().getString("action")).isEqualTo("remove");
        assertThat(stage.connector("POST", Stage.activities(AcmeTeams.SUPPORT), Stage.text("x"))
                        .status())
                .isEqualTo(403);
        stage.teams.administration().install(AcmeTeams.ALICE, AcmeTeams.GENERAL);
        assertThat(stage.connector("POST", Stage.activities(AcmeTeams.SUPPORT), Stage.text("x"))
                        .status())
                .isEqualTo(201);
        stage.teams.administration().upgrade(AcmeTeams.ALICE, AcmeTeams.TEAM);
        assertThat(app.activity().getString("action")).isEqualTo("add-upgrade");
    }

    @Test
    void a_channels_renaming_deletion_and_restoration_are_told() {
        stage.teams.administration().rename(AcmeTeams.ALICE, AcmeTeams.SUPPORT, "help");
        JsonObject renamed = app.activity();
        assertThat(renamed.getObject("channelData").getString("eventType")).isEqualTo("channelRenamed");
        assertThat(renamed.getObject("channelData").getObject("channel").getString("name"))
                .isEqualTo("help");
        assertThat(renamed.getObject("channelData").getObject("channel").getString("id"))
                .isEqualTo(AcmeTeams.SUPPORT);
        assertThat(renamed.getObject("conversation").getString("id")).isEqualTo(AcmeTeams.GENERAL);
        stage.teams.administration().delete(AcmeTeams.ALICE, AcmeTeams.SUPPORT);
        assertThat(app.activity().getObject("channelData").getString("eventType"))
                .isEqualTo("channelDeleted");
        assertThat(stage.connector("POST", Stage.activities(AcmeTeams.SUPPORT), Stage.text("x"))
                        .error())
                .isEqualTo("ConversationNotFound");
        stage.teams.administration().restore(AcmeTeams.ALICE, AcmeTeams.SUPPORT);
        assertThat(app.activity().getObject("channelData").getString("eventType"))
                .isEqualTo("channelRestored");
        assertThat(stage.connector("POST", Stage.activities(AcmeTeams.SUPPORT), Stage.text("x"))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void a_channel_that_a_person_makes_is_told_too() {
        Channel made = stage.teams.administration().create(AcmeTeams.ALICE, AcmeTeams.TEAM, "lunch");
        assertThat(made.name()).isEqualTo("lunch");
        assertThat(app.activity().getObject("channelData").getString("eventType"))
                .isEqualTo("channelCreated");
    }

    @Test
    void what_people_write_is_told_where_the_app_may_read_it() {
        stage.teams.say(AcmeTeams.ALICE, AcmeTeams.SUPPORT, "hello", "");
        JsonObject activity = app.activity();
        assertThat(activity.getString("text")).isEqualTo("hello");
        assertThat(activity.getObject("conversation").getString("id"))
                .isEqualTo(AcmeTeams.SUPPORT + ";messageid=" + activity.getString("id"));
        stage.teams.tenant().revoke("ChannelMessage.Read.Group");
        stage.teams.say(AcmeTeams.ALICE, AcmeTeams.SUPPORT, "alone", "");
        assertThat(app.requests()).hasSize(1);
        assertThatThrownBy(() -> stage.teams.say(AcmeTeams.STRANGER, AcmeTeams.SUPPORT, "x", ""))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_app_that_a_person_has_alone_is_told_without_a_team() {
        stage.teams.administration().removeFor(AcmeTeams.BOB);
        JsonObject activity = app.activity();
        assertThat(activity.getString("type") + " " + activity.getString("action"))
                .isEqualTo("installationUpdate remove");
        assertThat(activity.getObject("conversation").getString("conversationType"))
                .isEqualTo("personal");
        assertThat(activity.getObject("channelData").has("team")).isFalse();
        assertThat(stage.connector("POST", "v3/conversations", Stage.chat(AcmeTeams.BOB))
                        .status())
                .isEqualTo(403);
        stage.teams.administration().installFor(AcmeTeams.BOB);
        assertThat(stage.connector("POST", "v3/conversations", Stage.chat(AcmeTeams.BOB))
                        .status())
                .isEqualTo(201);
    }
}
