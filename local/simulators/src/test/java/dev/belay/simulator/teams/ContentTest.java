package dev.belay.simulator.teams;

import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonObject;
import dev.belay.simulator.teams.tenant.Tab;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Sources: learn.microsoft.com/graph/api (channel-list-messages, chatmessage-list-replies, chatmessage-get, channel-post-messages,
 * channel-post-tabs, channel-list-tabs, channel-patch-tabs).
 */
class ContentTest {
    private static final String WEBSITE = "com.microsoft.teamspace.tab.web";

    private final Stage stage = new Stage();
    private final String support = AcmeTeams.SUPPORT;
    private final String path = Stage.path(support);

    @AfterEach
    void end() {
        stage.close();
    }

    private List<JsonObject> list(String url) {
        stage.clock.pass(Duration.ofSeconds(1));
        return stage.call("GET", url, stage.graph, "").json().getArray("value").stream()
                .map(JsonObject.class::cast)
                .toList();
    }

    private List<JsonObject> messages(String rest) {
        return list(stage.teams.graphUrl() + path + "/messages" + rest);
    }

    @Test
    void a_card_of_a_bot_is_read_back_as_json_in_a_string() {
        String root = stage.card(support);
        JsonObject message = messages("").getFirst();
        assertThat(message.getString("id")).isEqualTo(root);
        assertThat(message.getString("createdDateTime"))
                .isEqualTo(stage.clock.instant().minusSeconds(1).toString());
        assertThat(message.getObject("from").getObject("application").getString("id"))
                .isEqualTo(AcmeTeams.APP.id());
        assertThat(message.getObject("from").isNull("user")).isTrue();
        JsonObject attachment = message.getArray("attachments").getObject(0);
        assertThat(attachment.getString("contentType")).isEqualTo("application/vnd.microsoft.card.adaptive");
        assertThat(Stage.json(attachment.getString("content"))).isEqualTo(Stage.json(Stage.CARD));
        assertThat(message.getObject("body").getString("content")).contains(attachment.getString("id"));
    }

    @Test
    void what_a_person_wrote_names_the_person() {
        stage.teams.say(AcmeTeams.ALICE, support, "hello", "");
        JsonObject from = messages("").getFirst().getObject("from");
        assertThat(from.getObject("user").getString("id")).isEqualTo(AcmeTeams.ALICE);
        assertThat(from.isNull("application")).isTrue();
    }

    @Test
    void a_mention_is_read_back_with_whom_it_means() {
        stage.connector(
                "POST",
                Stage.activities(support),
                "{\"type\":\"message\",\"text\":\"Hi <at>Alice</at>\",\"entities\":[{\"type\":\"mention\","
                        + "\"text\":\"<at>Alice</at>\",\"mentioned\":{\"id\":\"" + AcmeTeams.mri(AcmeTeams.ALICE)
                        + "\",\"name\":\"Alice\"}}]}");
        JsonObject message = messages("").getFirst();
        assertThat(message.getObject("body").getString("content")).isEqualTo("Hi <at id=\"0\">Alice</at>");
        JsonObject mentioned = message.getArray("mentions").getObject(0).getObject("mentioned");
        assertThat(mentioned.getObject("user").getString("id")).isEqualTo(AcmeTeams.ALICE);
    }

    @Test
    void only_what_begins_threads_is_listed_and_answers_on_request() {
        String root = stage.card(support);
        stage.teams.say(AcmeTeams.ALICE, support, "hello", root);
        assertThat(messages("")).hasSize(1);
        assertThat(messages("/" + root + "/replies"))
                .singleElement()
                .satisfies(reply -> assertThat(reply.getString("replyToId")).isEqualTo(root));
        Stage.Answer one = stage.graph("GET", path + "/messages/" + root, "");
        assertThat(one.json().getString("id")).isEqualTo(root);
        assertThat(stage.graph("GET", path + "/messages/1/replies", "").status())
                .isEqualTo(404);
    }

    @Test
    void the_newest_come_first_20_at_a_time_and_50_at_most() {
        for (int i = 0; i < 21; i++) {
            stage.teams.say(AcmeTeams.ALICE, support, "m" + i, "");
        }
        JsonObject page = stage.graph("GET", path + "/messages", "").json();
        assertThat(page.getArray("value")).hasSize(20);
        assertThat(page.getArray("value").getObject(0).getObject("body").getString("content"))
                .isEqualTo("m20");
        List<JsonObject> rest = list(page.getString("@odata.nextLink"));
        assertThat(rest).singleElement().satisfies(last -> assertThat(
                        last.getObject("body").getString("content"))
                .isEqualTo("m0"));
        assertThat(messages("?$top=50")).hasSize(21);
        assertThat(stage.graph("GET", path + "/messages?$top=51", "").status()).isEqualTo(400);
        assertThat(stage.graph("GET", path + "/messages?$filter=x", "").status())
                .isEqualTo(400);
    }

    @Test
    void a_message_that_was_taken_back_is_listed_without_its_content() {
        String root = stage.card(support);
        stage.connector("DELETE", Stage.activities(support) + "/" + root, "");
        JsonObject message = messages("").getFirst();
        assertThat(message.getString("deletedDateTime")).isNotEmpty();
        assertThat(message.getArray("attachments")).isEmpty();
    }

    @Test
    void a_targeted_message_is_not_listed() {
        String body = "{\"type\":\"message\",\"text\":\"psst\",\"recipient\":{\"id\":\"" + AcmeTeams.BOB + "\"}}";
        stage.connector("POST", Stage.activities(support) + "?isTargetedActivity=true", body);
        assertThat(messages("")).isEmpty();
    }

    @Test
    void an_app_alone_sends_nothing_through_graph() {
        Stage.Answer answer = stage.graph("POST", path + "/messages", "{\"body\":{\"content\":\"x\"}}");
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.message()).contains("only for import purposes");
    }

    @Test
    void reading_messages_needs_its_permission() {
        stage.teams.tenant().revoke("ChannelMessage.Read.Group");
        assertThat(stage.graph("GET", path + "/messages", "").error()).isEqualTo("Forbidden");
    }

    private Stage.Answer tab(String app, String configuration) {
        stage.clock.pass(Duration.ofSeconds(1));
        String bind = "https://graph.microsoft.com/v1.0/appCatalogs/teamsApps/" + app;
        return stage.graph(
                "POST",
                path + "/tabs",
                "{\"displayName\":\"INC0010023\",\"teamsApp@odata.bind\":\"" + bind + "\",\"configuration\":{"
                        + configuration + "}}");
    }

    private static String configuration(String entity) {
        return "\"entityId\":\"" + entity
                + "\",\"contentUrl\":\"https://acme.example/x\",\"websiteUrl\":\"https://acme.example/y\"";
    }

    @Test
    void a_tab_of_the_own_app_bears_its_entity() {
        Stage.Answer made = tab(AcmeTeams.APP.catalogId(), configuration("incident:1"));
        assertThat(made.status()).isEqualTo(201);
        assertThat(stage.teams.channel(support).tabs())
                .extracting(Tab::entityId)
                .containsExactly("incident:1");
        JsonObject listed =
                list(stage.teams.graphUrl() + path + "/tabs?$expand=teamsApp").getFirst();
        assertThat(listed.getObject("teamsApp").getString("id")).isEqualTo(AcmeTeams.APP.catalogId());
        assertThat(listed.getObject("configuration").getString("entityId")).isEqualTo("incident:1");
        assertThat(list(stage.teams.graphUrl() + path + "/tabs").getFirst().has("teamsApp"))
                .isFalse();
    }

    @Test
    void a_tab_is_changed_and_removed() {
        String id =
                tab(WEBSITE, "\"contentUrl\":\"https://acme.example/x\"").json().getString("id");
        String own = path + "/tabs/" + id;
        assertThat(stage.graph("PATCH", own, "{\"displayName\":\"other\"}")
                        .json()
                        .getString("displayName"))
                .isEqualTo("other");
        assertThat(stage.graph("PATCH", own, "{\"teamsApp\":\"x\"}").status()).isEqualTo(400);
        assertThat(stage.graph("DELETE", own, "").status()).isEqualTo(204);
        stage.clock.pass(Duration.ofSeconds(1));
        assertThat(stage.graph("GET", own, "").status()).isEqualTo(404);
    }

    @Test
    void a_tab_needs_an_app_that_is_installed_an_entity_and_addresses() {
        assertThat(tab(AcmeTeams.TEAM, configuration("e")).message())
                .isEqualTo("The app is not installed in the team.");
        assertThat(tab("", configuration("e")).status()).isEqualTo(400);
        assertThat(tab(AcmeTeams.APP.catalogId(), configuration("")).status()).isEqualTo(400);
        assertThat(tab(AcmeTeams.APP.catalogId(), configuration("e").replace("https", "ftp"))
                        .status())
                .isEqualTo(400);
        assertThat(tab(AcmeTeams.APP.catalogId(), configuration("e") + ",\"other\":1")
                        .status())
                .isEqualTo(400);
        stage.teams.tenant().revoke("TeamsTab.ReadWrite.Group");
        assertThat(tab(AcmeTeams.APP.catalogId(), configuration("e")).status()).isEqualTo(403);
        assertThat(stage.teams.channel(support).tabs()).isEmpty();
    }
}
