package dev.belay.simulator.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonObject;
import dev.belay.simulator.slack.workspace.Grant;
import dev.belay.simulator.slack.workspace.Person;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Sources: docs.slack.dev/apis/web-api, docs.slack.dev/reference/methods/auth.test and users.info. */
class AccountRefusalsTest {
    private final Stage stage = new Stage();

    @AfterEach
    void end() {
        stage.close();
    }

    @Test
    void the_bot_learns_who_it_is_and_which_scopes_it_has() {
        HttpResponse<String> response = stage.raw(Stage.BOT, "auth.test");
        JsonObject answer = Stage.json(response.body());
        assertThat(answer.getString("team_id")).isEqualTo("T01ACME");
        assertThat(answer.getString("user_id")).isEqualTo("U0BELAY");
        assertThat(answer.getString("bot_id")).isEqualTo("B0BELAY");
        assertThat(response.headers().firstValue("x-oauth-scopes").orElse(""))
                .isEqualTo(String.join(",", AcmeWorkspace.BOT_SCOPES));
    }

    @Test
    void a_token_in_the_form_is_as_good_as_in_the_header() {
        assertThat(Stage.json(stage.raw("", "auth.test", "token", Stage.BOT).body())
                        .getBoolean("ok"))
                .isTrue();
    }

    @Test
    void arguments_may_come_as_json() {
        JsonObject answer = Stage.json(stage.post(
                        stage.slack.apiUrl() + "conversations.create",
                        Stage.BOT,
                        "application/json; charset=utf-8",
                        "{\"name\":\"one\",\"is_private\":true}")
                .body());
        assertThat(answer.getObject("channel").getBoolean("is_private")).isTrue();
    }

    @Test
    void json_that_is_none_is_refused() {
        HttpResponse<String> response =
                stage.post(stage.slack.apiUrl() + "conversations.create", Stage.BOT, "application/json", "{\"name\":");
        assertThat(response.body()).contains("invalid_json");
    }

    @Test
    void another_content_type_is_refused() {
        HttpResponse<String> response =
                stage.post(stage.slack.apiUrl() + "auth.test", Stage.BOT, "application/xml", "<name/>");
        assertThat(response.body()).contains("invalid_post_type");
    }

    @Test
    void no_token_is_not_authed_and_a_wrong_one_is_invalid() {
        assertThat(Stage.json(stage.raw("", "auth.test").body()).getString("error"))
                .isEqualTo("not_authed");
        assertThat(Stage.json(stage.raw("xoxb-wrong", "auth.test").body()).getString("error"))
                .isEqualTo("invalid_auth");
    }

    @Test
    void a_dead_token_says_how_it_died() {
        for (Grant.Standing standing :
                List.of(Grant.Standing.REVOKED, Grant.Standing.INACTIVE, Grant.Standing.EXPIRED)) {
            stage.slack.workspace().botToken(standing);
            assertThat(stage.error("auth.test")).isEqualTo(standing.error());
        }
        assertThat(Grant.Standing.REVOKED.error()).isEqualTo("token_revoked");
        assertThat(Grant.Standing.INACTIVE.error()).isEqualTo("account_inactive");
    }

    @Test
    void a_deactivated_persons_token_is_inactive() {
        stage.slack.workspace().deactivate(AcmeWorkspace.BOB);
        String token = stage.slack.workspace().userToken(AcmeWorkspace.BOB);
        assertThat(stage.callAs(token, "auth.test").getString("error")).isEqualTo("account_inactive");
    }

    @Test
    void a_method_that_does_not_exist_is_unknown() {
        assertThat(stage.error("conversations.promote")).isEqualTo("unknown_method");
    }

    @Test
    void an_argument_that_no_method_knows_is_ignored() {
        assertThat(stage.error("conversations.create", "name", "one", "colour", "red"))
                .isEqualTo("none");
    }

    @Test
    void a_missing_scope_is_named_beside_those_that_there_are() {
        stage.slack.workspace().botScopes(List.of("chat:write"));
        JsonObject answer = stage.call("users.info", "user", AcmeWorkspace.BOB);
        assertThat(answer.getString("error")).isEqualTo("missing_scope");
        assertThat(answer.getString("needed")).isEqualTo("users:read");
        assertThat(answer.getString("provided")).isEqualTo("chat:write");
    }

    @Test
    void every_method_needs_its_scope() {
        stage.slack.workspace().botScopes(List.of("reactions:read"));
        for (String method : List.of(
                "conversations.create",
                "conversations.info",
                "conversations.list",
                "conversations.history",
                "conversations.replies",
                "conversations.setTopic",
                "conversations.setPurpose",
                "conversations.invite",
                "conversations.archive",
                "conversations.rename",
                "conversations.join",
                "conversations.members",
                "users.conversations",
                "chat.postMessage",
                "chat.update",
                "chat.postEphemeral",
                "chat.delete",
                "pins.add",
                "pins.list",
                "bookmarks.add",
                "bookmarks.list",
                "users.info",
                "users.list",
                "users.lookupByEmail")) {
            assertThat(stage.error(method, "channel", AcmeWorkspace.SUPPORT, "name", "one"))
                    .isEqualTo("missing_scope");
        }
    }

    @Test
    void a_private_channel_needs_a_scope_of_its_own() {
        stage.slack.workspace().botScopes(List.of("channels:manage"));
        JsonObject answer = stage.call("conversations.create", "name", "one", "is_private", "true");
        assertThat(answer.getString("error")).isEqualTo("missing_scope");
        assertThat(answer.getString("needed")).isEqualTo("groups:write");
    }

    @Test
    void what_a_person_is_can_be_asked() {
        assertThat(user(AcmeWorkspace.GUEST).getBoolean("is_restricted")).isTrue();
        assertThat(user(AcmeWorkspace.SINGLE_CHANNEL_GUEST).getBoolean("is_ultra_restricted"))
                .isTrue();
        assertThat(user(AcmeWorkspace.DEACTIVATED).getBoolean("deleted")).isTrue();
        assertThat(user(AcmeWorkspace.OTHER_BOT).getBoolean("is_bot")).isTrue();
        assertThat(user(AcmeWorkspace.STRANGER).getBoolean("is_stranger")).isTrue();
        assertThat(user(AcmeWorkspace.STRANGER).getString("team_id")).isEqualTo("T02OTHER");
        assertThat(user(AcmeWorkspace.ALICE).getObject("profile").getString("email"))
                .isEqualTo("alice@acme.example");
    }

    private JsonObject user(String id) {
        return stage.call("users.info", "user", id).getObject("user");
    }

    @Test
    void an_address_is_hidden_without_its_scope() {
        stage.slack.workspace().botScopes(List.of("users:read"));
        assertThat(user(AcmeWorkspace.ALICE).getObject("profile").has("email")).isFalse();
    }

    @Test
    void nobody_is_found_by_a_wrong_id() {
        assertThat(stage.error("users.info", "user", "U0NOBODY")).isEqualTo("user_not_found");
    }

    /** Source: github.com/slackapi/node-slack-sdk/issues/1523. */
    @Test
    void nobody_is_found_by_a_wrong_address_in_the_plural() {
        assertThat(stage.error("users.lookupByEmail", "email", "x@acme.example"))
                .isEqualTo("users_not_found");
        assertThat(stage.error("users.lookupByEmail", "email", "gone@acme.example"))
                .isEqualTo("users_not_found");
        assertThat(stage.call("users.lookupByEmail", "email", "Bob@acme.example")
                        .getObject("user")
                        .getString("id"))
                .isEqualTo(AcmeWorkspace.BOB);
    }

    @Test
    void a_profile_may_hide_its_address() {
        Person bob = stage.slack.workspace().person(AcmeWorkspace.BOB).orElseThrow();
        stage.slack.workspace().add(bob.withEmail(Optional.empty()));
        assertThat(user(AcmeWorkspace.BOB).getObject("profile").has("email")).isFalse();
    }

    @Test
    void people_are_listed_in_pages() {
        JsonObject first = stage.call("users.list", "limit", "2");
        String cursor = first.getObject("response_metadata").getString("next_cursor");
        assertThat(first.getArray("members")).hasSize(2);
        assertThat(stage.call("users.list", "limit", "2", "cursor", cursor).getArray("members"))
                .isNotEqualTo(first.getArray("members"))
                .hasSize(2);
        assertThat(stage.error("users.list", "cursor", "bm9uZQ==")).isEqualTo("invalid_cursor");
    }
}
