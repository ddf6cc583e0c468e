package dev.belay.simulator.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.simulator.slack.app.Delivery;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sources: docs.slack.dev/interactivity/implementing-slash-commands, docs.slack.dev/apis/slack-connect. */
class CommandTest {
    private final Stage stage = new Stage();
    private final App app = new App();
    private final String support = AcmeWorkspace.SUPPORT;

    @BeforeEach
    void begin() {
        stage.slack.requestUrl(app.url());
    }

    @AfterEach
    void end() {
        stage.close();
        app.close();
    }

    private Delivery give() {
        return stage.slack.command(AcmeWorkspace.ALICE, support, "/belay", "resolve it & go");
    }

    @Test
    void a_command_is_a_signed_form_that_says_who_where_and_what() {
        assertThat(give().accepted()).isTrue();
        assertThat(App.isSigned(app.last())).isTrue();
        Map<String, String> form = app.last().form();
        assertThat(form.keySet())
                .containsExactly(
                        "token",
                        "team_id",
                        "team_domain",
                        "channel_id",
                        "channel_name",
                        "user_id",
                        "user_name",
                        "command",
                        "text",
                        "api_app_id",
                        "is_enterprise_install",
                        "response_url",
                        "trigger_id");
        assertThat(form)
                .containsEntry("team_id", AcmeWorkspace.TEAM)
                .containsEntry("channel_id", support)
                .containsEntry("channel_name", "support")
                .containsEntry("user_id", AcmeWorkspace.ALICE)
                .containsEntry("command", "/belay")
                .containsEntry("text", "resolve it & go");
        assertThat(stage.slack.ephemerals(AcmeWorkspace.ALICE)).isEmpty();
    }

    @Test
    void a_private_channel_is_not_named() {
        String secret = stage.call("conversations.create", "name", "secret", "is_private", "true")
                .getObject("channel")
                .getString("id");
        stage.call("conversations.invite", "channel", secret, "users", AcmeWorkspace.ALICE);
        stage.slack.command(AcmeWorkspace.ALICE, secret, "/belay", "");
        assertThat(app.last().form()).containsEntry("channel_name", "privategroup");
    }

    @Test
    void the_answer_is_seen_by_the_person_alone_unless_it_says_otherwise() {
        app.answers("text/plain", "{just text}");
        give();
        app.answersJson("{\"response_type\":\"ephemeral\",\"text\":\"json\"}");
        give();
        assertThat(stage.slack.ephemerals(AcmeWorkspace.ALICE))
                .extracting(message -> message.text())
                .containsExactly("{just text}", "json");
        assertThat(stage.slack.ephemerals(AcmeWorkspace.BOB)).isEmpty();
        assertThat(stage.slack.messages(support)).isEmpty();
        app.answersJson("{\"response_type\":\"in_channel\",\"text\":\"all\"}");
        give();
        assertThat(stage.slack.messages(support)).hasSize(1);
        app.answersJson("{\"response_type\":\"in_channel\"}");
        assertThat(give().accepted()).isTrue();
        assertThat(stage.slack.messages(support)).hasSize(1);
    }

    @Test
    void an_answer_that_is_none_is_told_to_the_person() {
        app.answersJson("{\"text\":\"x\",\"blocks\":[{\"type\":\"carpet\"}]}");
        assertThat(give().reason()).isEqualTo("invalid_blocks");
        app.answersJson("not json");
        assertThat(give().reason()).isEqualTo("invalid_payload");
        app.answers(500);
        assertThat(give().reason()).isEqualTo("http_error");
        assertThat(stage.slack.ephemerals(AcmeWorkspace.ALICE)).isEmpty();
    }

    @Test
    void only_people_of_the_installing_workspace_who_are_in_the_channel_give_commands() {
        for (String other : List.of(AcmeWorkspace.STRANGER, AcmeWorkspace.OTHER_BOT, AcmeWorkspace.DEACTIVATED)) {
            assertThatThrownBy(() -> stage.slack.command(other, support, "/belay", ""))
                    .hasMessageContaining("cannot give commands");
        }
        assertThatThrownBy(() -> stage.slack.command(AcmeWorkspace.GUEST, AcmeWorkspace.GENERAL, "/belay", ""))
                .hasMessageContaining("cannot give commands");
        assertThat(stage.slack
                        .command(AcmeWorkspace.GUEST, support, "/belay", "")
                        .accepted())
                .isTrue();
    }

    @Test
    void only_declared_commands_are_there_and_only_with_their_scope() {
        assertThatThrownBy(() -> stage.slack.command(AcmeWorkspace.ALICE, support, "/other", ""))
                .hasMessage("/other is not a valid command");
        List<String> scopes = new ArrayList<>(AcmeWorkspace.BOT_SCOPES);
        scopes.remove("commands");
        stage.slack.workspace().botScopes(scopes);
        assertThatThrownBy(this::give).hasMessage("/belay is not a valid command");
    }

    @Test
    void a_commands_response_url_and_trigger_work_as_those_of_presses() {
        give();
        Map<String, String> form = app.last().form();
        for (int i = 0; i < 5; i++) {
            assertThat(stage.post(form.getOrDefault("response_url", ""), "", "application/json", "{\"text\":\"later\"}")
                            .statusCode())
                    .isEqualTo(200);
        }
        assertThat(stage.post(form.getOrDefault("response_url", ""), "", "application/json", "{\"text\":\"later\"}")
                        .body())
                .contains("used_url");
        assertThat(stage.slack.ephemerals(AcmeWorkspace.ALICE)).hasSize(5);
        String view = "{\"type\":\"modal\",\"title\":{\"type\":\"plain_text\",\"text\":\"T\"},\"blocks\":"
                + Stage.section("x") + "}";
        assertThat(stage.error("views.open", "trigger_id", form.getOrDefault("trigger_id", ""), "view", view))
                .isEqualTo("none");
        assertThat(stage.slack.views(AcmeWorkspace.ALICE)).hasSize(1);
        String id = stage.slack.views(AcmeWorkspace.ALICE).getFirst().id();
        assertThatThrownBy(() -> stage.slack.submit(AcmeWorkspace.ALICE, id, Map.of()))
                .hasMessageContaining("nothing to submit");
    }
}
