package dev.belay.simulator.teams;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.simulator.teams.limit.Failure;
import dev.belay.simulator.teams.tenant.Message;
import dev.belay.simulator.teams.tenant.Person;
import dev.belay.simulator.teams.tenant.Person.Kind;
import dev.belay.simulator.teams.tenant.Tenant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Sources: learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/conversation-messages (status codes),
 * format-your-bot-messages (size) and get-teams-context (members, teams).
 */
class ConnectorRefusalsTest {
    private final Stage stage = new Stage();
    private final String support = AcmeTeams.SUPPORT;

    @AfterEach
    void end() {
        stage.close();
    }

    private Stage.Answer post(String conversation, String body) {
        return stage.connector("POST", Stage.activities(conversation), body);
    }

    private Stage.Answer member(String conversation, String person) {
        String path = "v3/conversations/" + Stage.encoded(conversation) + "/members/" + Stage.encoded(person);
        return stage.connector("GET", path, "");
    }

    /** Source: get-teams-context: by the user's id in Teams, their user principal name or their object id. */
    @Test
    void a_member_is_found_by_any_of_their_ids_but_not_by_an_address_that_is_none() {
        String guest = "gus_partner.example#EXT#@acme.example";
        for (String id :
                List.of(AcmeTeams.GUEST, AcmeTeams.mri(AcmeTeams.GUEST), guest, guest.toUpperCase(Locale.ROOT))) {
            assertThat(member(support, id).json().getString("aadObjectId")).isEqualTo(AcmeTeams.GUEST);
        }
        assertThat(member(support, "alice@acme.example").json().getString("aadObjectId"))
                .isEqualTo(AcmeTeams.ALICE);
        assertThat(member(support, "gus@partner.example").error()).isEqualTo("MemberNotFoundInConversation");
        assertThat(member(support, "gone@acme.example").error()).isEqualTo("MemberNotFoundInConversation");
    }

    @Test
    void a_call_without_a_token_that_works_is_refused() {
        String url = stage.teams.connectorUrl() + Stage.activities(support);
        for (String token : List.of("", "invented", stage.graph)) {
            assertThat(stage.call("POST", url, token, Stage.text("x")).status()).isEqualTo(401);
        }
        stage.teams.accessTokens().revoke();
        assertThat(post(support, Stage.text("x")).json().getString("message"))
                .isEqualTo("Authorization has been denied for this request.");
        assertThat(stage.teams.messages(support)).isEmpty();
    }

    @Test
    void an_unknown_route_is_not_found() {
        assertThat(stage.connector("GET", "v3/conversations", "").status()).isEqualTo(404);
        assertThat(stage.connector("PATCH", Stage.activities(support), "{}").status())
                .isEqualTo(404);
        assertThat(stage.connector("POST", "/v3/conversations", "{}").status()).isEqualTo(404);
        assertThat(stage.teams.calls()).extracting(Object::toString).containsOnly("connector.unknown NotFound");
    }

    @Test
    void a_body_that_is_not_a_json_object_is_refused() {
        for (String body : List.of("", "[", "[]", "x")) {
            assertThat(post(support, body).error()).isEqualTo("BadSyntax");
        }
        String url = stage.teams.connectorUrl() + Stage.activities(support);
        assertThat(stage.call("POST", url, stage.bot, "text/plain", Stage.text("x"))
                        .error())
                .isEqualTo("BadSyntax");
    }

    @Test
    void an_activity_needs_a_type_and_something_to_show() {
        for (String body : List.of("{\"text\":\"x\"}", "{\"type\":\"event\"}", "{\"type\":\"message\"}")) {
            Stage.Answer answer = post(support, body);
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.error()).isEqualTo("BadArgument");
        }
    }

    @Test
    void a_conversation_that_is_not_there_is_not_found() {
        assertThat(post("19:nowhere@thread.tacv2", Stage.text("x")).error()).isEqualTo("ConversationNotFound");
        assertThat(post(support + ";messageid=1700000000000", Stage.text("x")).error())
                .isEqualTo("ConversationNotFound");
        assertThat(post("a:1nobody", Stage.text("x")).status()).isEqualTo(404);
    }

    @Test
    void a_thread_needs_its_tenant_its_channel_and_an_activity() {
        String good = Stage.thread(support, Stage.text("x"));
        for (String bad : List.of(
                good.replace(AcmeTeams.TENANT, AcmeTeams.OTHER_TENANT),
                "{\"tenantId\":\"" + AcmeTeams.TENANT + "\"}",
                Stage.thread(support, "null"),
                Stage.chat("29:1nobody"))) {
            assertThat(stage.connector("POST", "v3/conversations", bad).error()).isEqualTo("BadArgument");
        }
        assertThat(stage.teams.messages(support)).isEmpty();
    }

    @Test
    void a_bot_whose_app_was_removed_is_not_in_the_roster() {
        stage.teams.tenant().team(AcmeTeams.TEAM).orElseThrow().install(false);
        for (Stage.Answer answer : List.of(
                post(support, Stage.text("x")),
                member(support, AcmeTeams.ALICE),
                stage.connector("GET", "v3/teams/" + Stage.encoded(AcmeTeams.GENERAL), ""),
                stage.connector("POST", "v3/conversations", Stage.thread(support, Stage.text("x"))))) {
            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.error()).isEqualTo("BotNotInConversationRoster");
        }
    }

    @Test
    void an_archived_channel_takes_no_writing() {
        String root = stage.card(support);
        stage.teams.channel(support).archive(true);
        for (Stage.Answer answer : List.of(
                post(support, Stage.text("x")),
                stage.connector("PUT", Stage.activities(support) + "/" + root, Stage.text("x")))) {
            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.json().getString("message")).contains("MessageWritesBlocked");
        }
    }

    @Test
    void a_message_of_more_than_100_kb_in_utf_16_is_too_big() {
        String frame = Stage.text("");
        int most = 100 * 1024 / 2 - frame.length();
        Stage.Answer tooBig = post(support, Stage.text("a".repeat(most + 1)));
        assertThat(tooBig.status()).isEqualTo(413);
        assertThat(tooBig.error()).isEqualTo("MessageSizeTooBig");
        assertThat(post(support, Stage.text("ü".repeat(most))).status()).isEqualTo(201);
    }

    @Test
    void a_bot_changes_its_own_messages_only() {
        Message said = stage.teams.say(AcmeTeams.ALICE, support, "mine", "");
        String path = Stage.activities(support) + "/" + said.id();
        assertThat(stage.connector("PUT", path, Stage.text("ours")).error()).isEqualTo("NotEnoughPermissions");
        assertThat(stage.connector("DELETE", path, "").status()).isEqualTo(403);
        assertThat(stage.connector("PUT", Stage.activities(support) + "/1", Stage.text("x"))
                        .error())
                .isEqualTo("ActivityNotFoundInConversation");
        assertThat(stage.teams.messages(support)).extracting(Message::text).containsExactly("mine");
    }

    @Test
    void an_update_may_be_refused_for_good() {
        String root = stage.card(support);
        stage.teams.failures().next("connector.updateActivity", 2, Failure.error(400, "BadSyntax"));
        for (int attempt = 0; attempt < 2; attempt++) {
            Stage.Answer answer = stage.connector("PUT", Stage.activities(support) + "/" + root, Stage.text("x"));
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.error()).isEqualTo("BadSyntax");
        }
        assertThat(stage.connector("PUT", Stage.activities(support) + "/" + root, Stage.text("x"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void a_member_is_found_by_either_id_with_what_identifies_them() {
        Stage.Answer answer = member(support, AcmeTeams.ALICE);
        assertThat(answer.json())
                .isEqualTo(member(support, AcmeTeams.mri(AcmeTeams.ALICE)).json());
        assertThat(answer.json().getString("email")).isEqualTo("alice@acme.example");
        assertThat(answer.json().getString("aadObjectId")).isEqualTo(AcmeTeams.ALICE);
        assertThat(answer.json().getString("tenantId")).isEqualTo(AcmeTeams.TENANT);
        assertThat(answer.json().getString("userRole")).isEqualTo("user");
        assertThat(answer.json().getString("surname")).isEqualTo("Archer");
    }

    @Test
    void a_guest_and_somebody_of_another_tenant_are_told_apart_in_the_roster() {
        assertThat(member(support, AcmeTeams.GUEST).json().getString("userRole"))
                .isEqualTo("guest");
        assertThat(member(support, AcmeTeams.GUEST).json().getString("userPrincipalName"))
                .contains("#EXT#");
        assertThat(member(AcmeTeams.PARTNERS, AcmeTeams.STRANGER).json().getString("tenantId"))
                .isEqualTo(AcmeTeams.OTHER_TENANT);
    }

    @Test
    void somebody_who_is_not_there_is_not_a_member() {
        for (String person :
                List.of(AcmeTeams.STRANGER, AcmeTeams.DEACTIVATED, AcmeTeams.OTHER_BOT, "nobody@acme.example")) {
            assertThat(member(support, person).status()).isEqualTo(404);
            assertThat(member(support, person).error()).isEqualTo("MemberNotFoundInConversation");
        }
    }

    @Test
    void the_roster_comes_in_pages_of_50_at_least() {
        Tenant acme = stage.teams.tenant();
        for (int i = 0; i < 50; i++) {
            String id = "5d0c1a00-0000-0000-0000-0000000000" + (10 + i);
            acme.add(new Person(
                    id, AcmeTeams.mri(id), AcmeTeams.TENANT, "P " + i, Optional.empty(), id, Kind.MEMBER, false));
            assertThat(acme.team(AcmeTeams.TEAM).orElseThrow().members().add(id))
                    .isTrue();
        }
        String path = "v3/conversations/" + Stage.encoded(support) + "/pagedmembers?pageSize=2";
        Stage.Answer first = stage.connector("GET", path, "");
        assertThat(first.json().getArray("members")).hasSize(50);
        String next = path + "&continuationToken=" + first.json().getString("continuationToken");
        Stage.Answer second = stage.connector("GET", next, "");
        assertThat(second.json().getArray("members")).hasSize(6);
        assertThat(second.json().has("continuationToken")).isFalse();
        assertThat(stage.connector("GET", path + "&continuationToken=x", "").error())
                .isEqualTo("BadArgument");
    }

    @Test
    void a_team_is_known_by_its_thread_and_tells_its_id_in_graph() {
        Stage.Answer answer = stage.connector("GET", "v3/teams/" + Stage.encoded(AcmeTeams.GENERAL), "");
        assertThat(answer.json().getString("aadGroupId")).isEqualTo(AcmeTeams.TEAM);
        assertThat(answer.json().getString("name")).isEqualTo("Acme Operations");
        assertThat(stage.connector("GET", "v3/teams/" + AcmeTeams.TEAM, "").status())
                .isEqualTo(404);
        String channels = "v3/teams/" + Stage.encoded(AcmeTeams.GENERAL) + "/conversations";
        assertThat(stage.connector("GET", channels, "").json().getArray("conversations"))
                .hasSize(4);
    }
}
