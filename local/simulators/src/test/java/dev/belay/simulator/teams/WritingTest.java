package dev.belay.simulator.teams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Source: learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/channel-and-group-conversations. */
class WritingTest {
    private final Stage stage = new Stage();
    private final App app = new App();
    private final String support = AcmeTeams.SUPPORT;

    @BeforeEach
    void begin() {
        stage.teams.messagingEndpoint(app.url());
        app.answers(200, "");
    }

    @AfterEach
    void end() {
        stage.close();
        app.close();
    }

    @Test
    void what_is_written_to_the_bot_comes_from_the_1_1_chat() {
        assertThat(stage.teams.write(AcmeTeams.ALICE, "resolve <it>").accepted())
                .isTrue();
        JsonObject activity = app.activity();
        assertThat(activity.getString("type") + " " + activity.getString("text"))
                .isEqualTo("message resolve <it>");
        assertThat(activity.getObject("conversation").getString("conversationType"))
                .isEqualTo("personal");
        assertThat(activity.getObject("conversation").getString("id"))
                .isEqualTo(stage.teams.tenant().chatWith(AcmeTeams.ALICE).id());
        assertThat(activity.getObject("from").getString("aadObjectId")).isEqualTo(AcmeTeams.ALICE);
        assertThat(activity.has("value")).isFalse();
        assertThat(activity.getArray("attachments").getObject(0).getString("content"))
                .isEqualTo("<p>resolve &lt;it&gt;</p>");
        assertThat(stage.teams.direct(AcmeTeams.ALICE)).singleElement().satisfies(message -> assertThat(message.id())
                .isEqualTo(activity.getString("id")));
    }

    @Test
    void nobody_writes_to_the_bot_without_the_app() {
        stage.teams.tenant().personalApp(AcmeTeams.BOB, false);
        for (String person : new String[] {AcmeTeams.BOB, AcmeTeams.DEACTIVATED, AcmeTeams.OTHER_BOT}) {
            assertThatThrownBy(() -> stage.teams.write(person, "x")).hasMessageContaining("cannot write to the bot");
        }
    }

    @Test
    void a_mention_reaches_the_app_with_its_entity_whatever_it_may_read() {
        stage.teams.tenant().revoke("ChannelMessage.Read.Group");
        stage.teams.say(AcmeTeams.ALICE, support, "unheard", "");
        assertThat(app.requests()).isEmpty();
        assertThat(stage.teams
                        .mention(AcmeTeams.ALICE, support, "resolve it", "")
                        .accepted())
                .isTrue();
        JsonObject activity = app.activity();
        assertThat(activity.getString("text")).isEqualTo("<at>belay</at> resolve it");
        assertThat(activity.getObject("conversation").getString("id"))
                .isEqualTo(support + ";messageid=" + activity.getString("id"));
        assertThat(activity.getArray("entities")).hasSize(2);
        JsonObject mention = activity.getArray("entities").getObject(1);
        assertThat(mention.getString("type") + mention.getString("text")).isEqualTo("mention<at>belay</at>");
        assertThat(mention.getObject("mentioned").getString("id")).isEqualTo(AcmeTeams.APP.mri());
        assertThat(activity.getArray("attachments").getObject(0).getString("content"))
                .contains("schema.skype.com/Mention")
                .endsWith(" resolve it</p>");
    }

    @Test
    void a_mention_in_a_thread_names_the_thread_and_comes_once() {
        String root = stage.card(support);
        stage.teams.mention(AcmeTeams.ALICE, support, "help", root);
        assertThat(app.requests()).hasSize(1);
        assertThat(app.activity().getObject("conversation").getString("id")).isEqualTo(support + ";messageid=" + root);
    }

    @Test
    void words_without_a_mention_bear_none() {
        stage.teams.say(AcmeTeams.ALICE, support, "belay is here", "");
        JsonArray entities = app.activity().getArray("entities");
        assertThat(entities).hasSize(1);
        assertThat(entities.getObject(0).getString("type")).isEqualTo("clientInfo");
    }

    /** The id is the message's own: by it the message is answered, changed and read. */
    @Test
    void a_message_that_comes_again_has_its_id_and_new_times() {
        stage.teams.say(AcmeTeams.ALICE, support, "once", "");
        JsonObject first = app.activity();
        stage.clock.pass(Duration.ofMinutes(1));
        stage.teams.redeliver(stage.teams.deliveries().getLast().request());
        JsonObject again = app.activity();
        assertThat(again.getString("id")).isEqualTo(first.getString("id"));
        assertThat(again.getString("timestamp")).isNotEqualTo(first.getString("timestamp"));
        assertThat(again.getString("localTimestamp")).isNotEqualTo(first.getString("localTimestamp"));
    }

    @Test
    void what_a_person_types_as_a_link_is_one() {
        stage.teams.say(AcmeTeams.ALICE, support, "see [Runbook <7>](https://x.example/?a=1&b=2)", "");
        assertThat(app.activity().getString("text")).isEqualTo("see Runbook <7>");
        assertThat(app.activity().getArray("attachments").getObject(0).getString("content"))
                .contains("href=\"https://x.example/?a=1&amp;b=2\"", ">Runbook &lt;7&gt;</a>");
    }

    @Test
    void nobody_mentions_a_bot_that_is_not_there_or_from_outside() {
        assertThatThrownBy(() -> stage.teams.mention(AcmeTeams.STRANGER, support, "x", ""))
                .hasMessageContaining("cannot write");
        stage.teams.administration().remove(AcmeTeams.ALICE, AcmeTeams.TEAM);
        assertThatThrownBy(() -> stage.teams.mention(AcmeTeams.ALICE, support, "x", ""))
                .hasMessage("the app is not in " + AcmeTeams.TEAM_NAME);
    }
}
