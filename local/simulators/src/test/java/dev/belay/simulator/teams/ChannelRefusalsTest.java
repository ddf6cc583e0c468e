package dev.belay.simulator.teams;

import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonObject;
import dev.belay.simulator.teams.tenant.Channel;
import dev.belay.simulator.teams.tenant.Team;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Sources: learn.microsoft.com/graph/api (channel-post, channel-list, channel-patch, channel-archive, channel-delete, team-get),
 * learn.microsoft.com/microsoftteams/limits-specifications-teams (names, numbers).
 */
class ChannelRefusalsTest {
    private static final String CHANNELS = "/teams/" + AcmeTeams.TEAM + "/channels";

    private final Stage stage = new Stage();

    @AfterEach
    void end() {
        stage.close();
    }

    /** Creates a channel a second later than what was done before. */
    private Stage.Answer create(String properties) {
        stage.clock.pass(Duration.ofSeconds(1));
        return stage.graph("POST", CHANNELS, "{" + properties + "}");
    }

    private Stage.Answer named(String name) {
        return create("\"displayName\":\"" + name + "\"");
    }

    @Test
    void a_channel_is_created_in_its_team() {
        Stage.Answer answer = create("\"displayName\":\"INC0010023 checkout\",\"description\":\"[belay:m1]\","
                + "\"membershipType\":\"standard\"");
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.json().getString("id")).matches("19:\\w+@thread\\.tacv2");
        assertThat(answer.json().getString("description")).isEqualTo("[belay:m1]");
        assertThat(answer.json().getString("webUrl")).contains("groupId=" + AcmeTeams.TEAM);
        assertThat(stage.teams.channel(answer.json().getString("id")).name()).isEqualTo("INC0010023 checkout");
    }

    @Test
    void a_name_of_51_characters_is_refused_and_of_50_is_not() {
        assertThat(named("a".repeat(51)).error()).isEqualTo("BadRequest");
        assertThat(named("a".repeat(50)).status()).isEqualTo(201);
        assertThat(named("").status()).isEqualTo(400);
    }

    @Test
    void a_name_with_forbidden_characters_or_words_is_refused() {
        for (String name :
                List.of("a#b", "a%b", "a/b", "a:b", "it's", "a?", "_a", ".a", "a.", "CON", "x_vti_x", " a")) {
            assertThat(named(name).message())
                    .as(name)
                    .isEqualTo("Channel name contains characters that are not allowed.");
        }
    }

    @Test
    void a_name_is_borne_once_in_a_team_whatever_its_case() {
        assertThat(named("Support").message()).isEqualTo("Channel name already existed, please use other name.");
        assertThat(stage.teams.calls("graph.createChannel").getLast().outcome()).isEqualTo("NameAlreadyExists");
    }

    @Test
    void a_deleted_channel_keeps_its_name_for_30_days() {
        String id = stage.channel("gone");
        stage.teams.channel(id).delete(stage.clock.instant());
        assertThat(named("gone").status()).isEqualTo(400);
        stage.clock.pass(Duration.ofDays(30));
        String token = stage.teams.accessTokens().issue("https://graph.microsoft.com");
        assertThat(stage.call("POST", stage.teams.graphUrl() + CHANNELS, token, "{\"displayName\":\"gone\"}")
                        .status())
                .isEqualTo(201);
    }

    @Test
    void a_team_has_1000_channels_at_most_archived_and_deleted_ones_included() {
        Team team = stage.teams.tenant().team(AcmeTeams.TEAM).orElseThrow();
        while (team.counted().size() < 999) {
            Channel made = team.create("c" + team.counted().size(), "", Channel.Kind.STANDARD);
            made.archive(true);
        }
        team.create("deleted", "", Channel.Kind.STANDARD).delete(stage.clock.instant());
        assertThat(named("one more").message()).isEqualTo("Maximum number of channels reached for the team.");
        String other = "/teams/" + AcmeTeams.OVERFLOW_TEAM + "/channels";
        assertThat(stage.graph("POST", other, "{\"displayName\":\"one more\"}").status())
                .isEqualTo(201);
    }

    @Test
    void a_private_channel_needs_an_owner_of_the_team() {
        String kind = "\"displayName\":\"secret\",\"membershipType\":\"private\"";
        String members = ",\"members\":[{\"@odata.type\":\"#microsoft.graph.aadUserConversationMember\","
                + "\"user@odata.bind\":\"https://graph.microsoft.com/v1.0/users('%s')\",\"roles\":[\"owner\"]}]";
        assertThat(create(kind).message()).startsWith("Channel needs an owner");
        assertThat(create(kind + members.formatted(AcmeTeams.STRANGER)).status())
                .isEqualTo(400);
        Stage.Answer made = create(kind + members.formatted(AcmeTeams.ALICE));
        assertThat(made.status()).isEqualTo(201);
        String id = made.json().getString("id");
        assertThat(stage.teams.channel(id).members()).containsExactly(AcmeTeams.ALICE);
        assertThat(stage.connector("POST", Stage.activities(id), Stage.text("x"))
                        .error())
                .isEqualTo("BotNotInConversationRoster");
    }

    @Test
    void unknown_properties_and_bodies_that_are_not_json_are_refused() {
        assertThat(create("\"displayName\":\"a\",\"topic\":\"b\"").message()).contains("'topic' does not exist");
        assertThat(create("\"displayName\":5").status()).isEqualTo(400);
        assertThat(create("\"displayName\":\"a\",\"membershipType\":\"open\"").status())
                .isEqualTo(400);
        assertThat(create("\"displayName").message()).startsWith("Unable to read JSON request payload.");
        String url = stage.teams.graphUrl() + CHANNELS;
        assertThat(stage.call("POST", url, stage.graph, "text/plain", "{\"displayName\":\"a\"}")
                        .message())
                .startsWith("Unable to read JSON request payload.");
        assertThat(create("\"displayName\":\"a\",\"description\":\"" + "d".repeat(1025) + "\"")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void an_unknown_route_names_its_segment() {
        Stage.Answer answer = stage.graph("GET", "/teams/" + AcmeTeams.TEAM + "/chanels", "");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.message()).isEqualTo("Resource not found for the segment 'chanels'.");
    }

    @Test
    void what_is_not_there_is_not_found() {
        assertThat(stage.graph("GET", "/teams/" + AcmeTeams.TENANT + "/channels", "")
                        .status())
                .isEqualTo(404);
        assertThat(stage.graph("GET", Stage.path("19:nowhere@thread.tacv2"), "").status())
                .isEqualTo(404);
    }

    @Test
    void channels_are_listed_archived_ones_too_and_deleted_ones_not() {
        stage.teams.channel(AcmeTeams.PARTNERS).delete(stage.clock.instant());
        stage.teams.channel(AcmeTeams.SUPPORT).archive(true);
        assertThat(names("")).containsExactly("General", "support", "belay-operations");
        assertThat(names("?$filter=displayName+eq+'support'")).containsExactly("support");
        assertThat(names("?$filter=membershipType+eq+'standard'&$select=displayName"))
                .hasSize(3);
        stage.clock.pass(Duration.ofSeconds(1));
        assertThat(stage.graph("GET", CHANNELS + "?$top=5", "").message())
                .contains("Query option 'top' is not allowed");
        assertThat(stage.graph("GET", CHANNELS + "?$filter=x", "").status()).isEqualTo(400);
    }

    private List<String> names(String query) {
        return stage.graph("GET", CHANNELS + query, "").json().getArray("value").stream()
                .map(JsonObject.class::cast)
                .map(channel -> channel.getString("displayName"))
                .toList();
    }

    @Test
    void a_channel_is_renamed_and_described_if_it_is_alive() {
        Stage.Answer answer = stage.graph(
                "PATCH", Stage.path(AcmeTeams.SUPPORT), "{\"displayName\":\"help\",\"description\":\"here\"}");
        assertThat(answer.status()).isEqualTo(204);
        Channel support = stage.teams.channel(AcmeTeams.SUPPORT);
        assertThat(support.name() + " " + support.description()).isEqualTo("help here");
        assertThat(stage.graph("PATCH", Stage.path(AcmeTeams.SUPPORT), "{\"displayName\":\"General\"}")
                        .status())
                .isEqualTo(400);
        assertThat(stage.graph("PATCH", Stage.path(AcmeTeams.SUPPORT), "{\"membershipType\":\"private\"}")
                        .status())
                .isEqualTo(400);
        assertThat(stage.graph("PATCH", Stage.path(AcmeTeams.GENERAL), "{\"displayName\":\"x\"}")
                        .status())
                .isEqualTo(400);
        support.archive(true);
        assertThat(stage.graph("PATCH", Stage.path(AcmeTeams.SUPPORT), "{\"description\":\"x\"}")
                        .message())
                .isEqualTo("Channel is archived.");
    }

    @Test
    void a_channel_is_archived_and_brought_back() {
        String path = Stage.path(AcmeTeams.SUPPORT);
        Stage.Answer answer = stage.graph("POST", path + "/archive", "{\"shouldSetSpoSiteReadOnlyForMembers\":true}");
        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.raw().headers().firstValue("location").orElse("")).contains("/operations/");
        assertThat(stage.graph("GET", path, "").json().getBoolean("isArchived"))
                .as("it was only accepted")
                .isFalse();
        stage.clock.pass(Duration.ofSeconds(5));
        assertThat(stage.graph("GET", path, "").json().getBoolean("isArchived")).isTrue();
        assertThat(stage.graph("POST", path + "/unarchive", "").status()).isEqualTo(202);
        stage.clock.pass(Duration.ofSeconds(5));
        assertThat(stage.teams.channel(AcmeTeams.SUPPORT).isArchived()).isFalse();
        stage.teams.administration().owned(AcmeTeams.TEAM, false);
        assertThat(stage.graph("POST", path + "/archive", "").message()).contains("without an owner");
        stage.teams.administration().owned(AcmeTeams.TEAM, true);
        assertThat(stage.graph("POST", path + "/archive", "{\"other\":1}").status())
                .isEqualTo(400);
        assertThat(stage.graph("POST", Stage.path(AcmeTeams.GENERAL) + "/archive", "")
                        .status())
                .isEqualTo(400);
        stage.teams.tenant().team(AcmeTeams.TEAM).orElseThrow().archive(true);
        assertThat(stage.graph("POST", path + "/archive", "").message()).startsWith("Team has to be active");
    }

    @Test
    void each_call_needs_its_permission() {
        String path = Stage.path(AcmeTeams.SUPPORT);
        assertThat(stage.graph("DELETE", path, "").error()).isEqualTo("Forbidden");
        assertThat(stage.graph("GET", "/teams/" + AcmeTeams.TEAM, "").message()).contains("TeamSettings.Read.Group");
        stage.teams.tenant().grant("Channel.Delete.Group");
        stage.teams.tenant().grant("TeamSettings.Read.Group");
        stage.teams.tenant().revoke("Channel.Create.Group");
        stage.teams.tenant().revoke(AcmeTeams.ARCHIVING);
        assertThat(stage.graph("POST", path + "/archive", "").status()).isEqualTo(403);
        assertThat(named("a").status()).isEqualTo(403);
        assertThat(stage.graph("GET", "/teams/" + AcmeTeams.TEAM, "").json().getString("displayName"))
                .isEqualTo("Acme Operations");
        assertThat(stage.graph("DELETE", path, "").status()).isEqualTo(204);
        assertThat(stage.teams.channel(AcmeTeams.SUPPORT).isDeleted()).isTrue();
    }

    @Test
    void a_permission_for_one_team_is_none_where_the_app_is_not_installed() {
        stage.teams.tenant().team(AcmeTeams.TEAM).orElseThrow().install(false);
        assertThat(named("a").error()).isEqualTo("AccessDenied");
        assertThat(stage.graph("POST", Stage.path(AcmeTeams.SUPPORT) + "/archive", "")
                        .status())
                .isEqualTo(202);
    }

    @Test
    void one_channel_takes_four_requests_in_a_second() {
        String path = Stage.path(AcmeTeams.SUPPORT);
        for (int i = 0; i < 4; i++) {
            assertThat(stage.graph("GET", path, "").status()).isEqualTo(200);
        }
        Stage.Answer limited = stage.graph("GET", path, "");
        assertThat(limited.status()).isEqualTo(429);
        assertThat(limited.error()).isEqualTo("TooManyRequests");
        assertThat(limited.retryAfter()).isEqualTo("1");
        assertThat(stage.graph("GET", Stage.path(AcmeTeams.PARTNERS), "").status())
                .isEqualTo(200);
        stage.clock.pass(Duration.ofSeconds(1));
        assertThat(stage.graph("GET", path, "").status()).isEqualTo(200);
    }
}
