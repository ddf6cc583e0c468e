package dev.belay.simulator.teams;

import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import dev.belay.simulator.page.OnlyOurScript;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PageAndControlTest {
    private final Stage stage = new Stage();
    private final App app = new App();
    private final String support = AcmeTeams.SUPPORT;

    @BeforeEach
    void begin() {
        sim("messaging-endpoint", "{\"url\":\"" + app.url() + "\"}");
    }

    @AfterEach
    void end() {
        stage.close();
        app.close();
    }

    private JsonObject sim(String command, String json) {
        return stage.call("POST", stage.teams.url() + "/_sim/" + command, "", json)
                .json();
    }

    private JsonObject ask(String command) {
        return Stage.json(stage.get("/_sim/" + command).body());
    }

    private String page(String person, String conversation, String more) {
        return stage.get("/?as=" + person + "&conversation=" + Stage.encoded(conversation) + more)
                .body();
    }

    private String form(String message, String client) {
        return "as=" + AcmeTeams.ALICE + "&conversation=" + Stage.encoded(support) + "&message=" + message
                + "&action=ack&client=" + client;
    }

    @Test
    void everything_that_people_and_apps_wrote_is_escaped() {
        stage.teams.say(AcmeTeams.ALICE, support, "<script>alert('x')</script> \"quoted\" & more", "");
        String card = Stage.CARD.replace("INC0010023", "<script>y</script>").replace("Acknowledge", "<b>Ack</b>");
        stage.connector("POST", Stage.activities(support), Stage.message(card));
        assertThat(OnlyOurScript.without(
                        page(AcmeTeams.ALICE, support, "&error=" + Stage.encoded("<script>z</script>"))))
                .contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &quot;quoted&quot; &amp; more")
                .contains("&lt;script&gt;y&lt;/script&gt;")
                .contains("&lt;b&gt;Ack&lt;/b&gt;")
                .doesNotContain("<script");
    }

    @Test
    void a_card_is_drawn_with_its_words_its_facts_and_its_button() {
        String facts = "{\"type\":\"FactSet\",\"facts\":[{\"title\":\"Priority\",\"value\":\"P1\"}]},";
        String card = Stage.CARD.replace("\"body\":[", "\"body\":[" + facts);
        stage.connector("POST", Stage.activities(support), Stage.message(card));
        assertThat(page(AcmeTeams.ALICE, support, ""))
                .contains("INC0010023")
                .contains("<dt>Priority</dt><dd>P1</dd>")
                .contains("<button name=\"action\" value=\"ack\" class=\"default\">Acknowledge</button>")
                .contains("<strong>belay</strong>");
    }

    @Test
    void a_moment_a_link_and_a_coloured_container_are_drawn_as_people_see_them() {
        String runs =
                "{\"type\":\"Container\",\"style\":\"attention\",\"items\":[{\"type\":\"RichTextBlock\",\"inlines\":["
                        + "{\"type\":\"TextRun\",\"text\":\"{{DATE(2026-11-22T08:05:00Z, SHORT)}} {{TIME(2026-11-22T08:05:00Z)}}\"},"
                        + "{\"type\":\"TextRun\",\"text\":\"Bridge\",\"selectAction\":"
                        + "{\"type\":\"Action.OpenUrl\",\"url\":\"https://bridge.acme.example/1\"}}]}]},";
        String card = Stage.CARD.replace("\"body\":[", "\"body\":[" + runs);
        stage.connector("POST", Stage.activities(support), Stage.message(card));
        assertThat(page(AcmeTeams.ALICE, support, ""))
                .contains("Sun, Nov 22, 2026 08:05", "https://bridge.acme.example/1", "container attention")
                .doesNotContain("{{");
    }

    @Test
    void a_button_presses_and_leads_back_with_what_the_app_said() {
        String message = stage.card(support);
        HttpResponse<String> response = stage.postFrom("", stage.teams.url() + "/press", form(message, "EXECUTE"));
        String location = response.headers().firstValue("location").orElse("");
        assertThat(response.statusCode()).isEqualTo(303);
        assertThat(location).endsWith("&said=Done.");
        assertThat(stage.get(location).body()).contains("Done.").contains("support");
        app.answers(503, "");
        String failed = stage.postFrom("", stage.teams.url() + "/press", form(message, "SUBMIT"))
                .headers()
                .firstValue("location")
                .orElse("");
        assertThat(failed).endsWith("&error=HTTP+503");
        assertThat(stage.get(failed).body()).contains("Something went wrong: HTTP 503");
        assertThat(app.activity().getString("type")).isEqualTo("message");
    }

    @Test
    void what_one_person_sees_alone_is_on_their_page_only() {
        String root = stage.card(support);
        String body = "{\"type\":\"message\",\"text\":\"psst\",\"recipient\":{\"id\":\"" + AcmeTeams.BOB + "\"}}";
        String thread = Stage.activities(support + ";messageid=" + root);
        stage.connector("POST", thread + "?isTargetedActivity=true", body);
        String alone = Stage.activities(support) + "?isTargetedActivity=true";
        stage.connector("POST", alone, body.replace("psst", "beginning"));
        assertThat(page(AcmeTeams.BOB, support, ""))
                .contains("Only you can see this message")
                .contains("psst")
                .contains("beginning");
        assertThat(page(AcmeTeams.ALICE, support, "")).doesNotContain("psst").doesNotContain("beginning");
        assertThat(ask("targeted?person=" + AcmeTeams.BOB).getArray("messages")).hasSize(2);
    }

    @Test
    void a_1_1_chat_is_its_persons_alone() {
        String chat = ask("direct?person=" + AcmeTeams.BOB).getString("conversation");
        stage.connector("POST", Stage.activities(chat), Stage.text("between us"));
        assertThat(page(AcmeTeams.BOB, chat, "")).contains("between us");
        assertThat(page(AcmeTeams.ALICE, chat, "")).doesNotContain("between us");
        assertThat(ask("direct?person=" + AcmeTeams.BOB).getArray("messages")).hasSize(1);
    }

    @Test
    void a_person_writes_on_the_page() {
        String form = "as=" + AcmeTeams.ALICE + "&conversation=" + Stage.encoded(support) + "&text=hello";
        stage.postFrom("", stage.teams.url() + "/say", form);
        assertThat(page(AcmeTeams.BOB, support, "")).contains("hello").contains("Alice Archer");
    }

    @Test
    void tabs_are_shown_and_lead_to_the_record() {
        stage.graph(
                "POST",
                Stage.path(support) + "/tabs",
                "{\"displayName\":\"INC0010023\",\"teamsApp@odata.bind\":\"https://x/appCatalogs/teamsApps/"
                        + AcmeTeams.APP.catalogId() + "\",\"configuration\":{\"entityId\":\"incident:1\","
                        + "\"contentUrl\":\"https://acme.example/x\",\"websiteUrl\":\"https://acme.example/y\"}}");
        assertThat(page(AcmeTeams.ALICE, support, "")).contains("<a href=\"https://acme.example/y\">INC0010023</a>");
        assertThat(stage.get("/_sim/teams").body()).contains("incident:1");
    }

    @Test
    void what_can_be_done_over_http_is_listed() {
        JsonArray commands = Stage.json(stage.get("/_sim").body()).getArray("commands");
        assertThat(commands).hasSizeGreaterThan(20);
        assertThat(commands.getObject(0).getString("path")).isEqualTo("/_sim/people");
    }

    @Test
    void a_press_over_http_tells_what_came_back_and_is_delivered_again() {
        String message = stage.card(support);
        String fields = "{\"person\":\"" + AcmeTeams.ALICE + "\",\"conversation\":\"" + support + "\",\"message\":\""
                + message + "\",\"action\":\"ack\",\"how\":\"%s\"}";
        assertThat(sim("press", fields.formatted("execute")).getBoolean("accepted"))
                .isTrue();
        assertThat(sim("press", fields.formatted("submit")).getInt("status")).isEqualTo(200);
        for (String how : new String[] {"same", "afresh", "anew"}) {
            assertThat(sim("redeliver", "{\"how\":\"" + how + "\"}").getBoolean("accepted"))
                    .isTrue();
        }
        assertThat(app.requests()).hasSize(5);
        assertThat(ask("deliveries").getArray("deliveries")).hasSize(5);
        assertThat(sim("try-again", "{}").getArray("deliveries")).isEmpty();
    }

    @Test
    void failures_keys_and_permissions_are_told_over_http() {
        sim("fail", "{\"call\":\"graph.getChannel\",\"how\":\"error\",\"status\":504,\"times\":2}");
        assertThat(stage.graph("GET", Stage.path(support), "").status()).isEqualTo(504);
        sim("heal", "{}");
        sim("revoke", "{\"permission\":\"ChannelSettings.ReadWrite.Group\"}");
        sim("revoke", "{\"permission\":\"ChannelSettings.ReadWrite.All\"}");
        assertThat(stage.graph("GET", Stage.path(support), "").status()).isEqualTo(403);
        sim("grant", "{\"permission\":\"ChannelSettings.ReadWrite.Group\"}");
        assertThat(stage.graph("GET", Stage.path(support), "").status()).isEqualTo(200);
        assertThat(sim("rotate-keys", "{}").getString("kid"))
                .isEqualTo(stage.teams.keys().current().id());
        assertThat(ask("calls").getArray("calls")).hasSize(3);
    }

    @Test
    void what_owners_and_people_do_is_done_over_http() {
        String alice = "\"person\":\"" + AcmeTeams.ALICE + "\"";
        assertThat(sim("install", "{" + alice + ",\"team\":\"" + AcmeTeams.TEAM + "\"}")
                        .getArray("deliveries"))
                .hasSize(2);
        sim("rename", "{" + alice + ",\"channel\":\"" + support + "\",\"name\":\"help\"}");
        assertThat(stage.teams.channel(support).name()).isEqualTo("help");
        sim("say", "{" + alice + ",\"channel\":\"" + support + "\",\"text\":\"hello\"}");
        assertThat(ask("messages?channel=" + Stage.encoded(support)).getArray("messages"))
                .hasSize(1);
        sim("delete", "{" + alice + ",\"channel\":\"" + support + "\"}");
        sim("restore", "{" + alice + ",\"channel\":\"" + support + "\"}");
        sim("remove", "{" + alice + ",\"team\":\"" + AcmeTeams.TEAM + "\"}");
        sim("targeted-messages", "{\"on\":false}");
        sim("personal-app", "{" + alice + ",\"installed\":false}");
        sim("block", "{" + alice + ",\"blocked\":true}");
        sim("deactivate", "{" + alice + "}");
        assertThat(stage.teams.tenant().hasTargetedMessages()).isFalse();
        assertThat(stage.teams.tenant().hasPersonalApp(AcmeTeams.ALICE)).isFalse();
        assertThat(stage.teams.tenant().blocks(AcmeTeams.ALICE)).isTrue();
        assertThat(ask("people").getArray("people")).hasSize(9);
    }

    @Test
    void what_becomes_of_channels_is_done_over_http() {
        sim("archive", "{\"channel\":\"" + support + "\"}");
        assertThat(stage.teams.channel(support).isArchived()).isTrue();
        sim("unarchive", "{\"channel\":\"" + support + "\"}");
        assertThat(stage.teams.channel(support).isArchived()).isFalse();
        sim("owned", "{\"team\":\"" + AcmeTeams.TEAM + "\",\"on\":false}");
        sim("fill", "{\"team\":\"" + AcmeTeams.TEAM + "\",\"channels\":20}");
        assertThat(stage.teams.tenant().team(AcmeTeams.TEAM).orElseThrow())
                .satisfies(team -> assertThat(team.hasOwner()).isFalse())
                .satisfies(team -> assertThat(team.counted()).hasSize(20));
        assertThat(sim("fill", "{\"team\":\"" + AcmeTeams.TEAM + "\",\"channels\":\"many\"}")
                        .getString("error"))
                .isNotEmpty();
    }

    @Test
    void bad_input_over_http_gets_a_clear_error() {
        assertThat(sim("press", "{\"person\":\"x\"}").getString("error")).isEqualTo("conversation is missing");
        assertThat(sim("press", "[").getString("error")).isEqualTo("the body is not a JSON object");
        assertThat(sim("dance", "{}").getString("error")).startsWith("nothing is called dance");
        assertThat(sim("fail", "{\"call\":\"graph.getChannel\",\"how\":\"oddly\"}")
                        .getString("error"))
                .startsWith("nothing fails like oddly");
        assertThat(stage.get("/_sim/press").statusCode()).isEqualTo(405);
        assertThat(stage.get("/nowhere").statusCode()).isEqualTo(404);
    }

    @Test
    void another_web_page_may_press_nothing() {
        String press = stage.teams.url() + "/press";
        String form = form(stage.card(support), "EXECUTE");
        assertThat(stage.postFrom("http://evil.example", press, form).statusCode())
                .isEqualTo(403);
        assertThat(app.requests()).isEmpty();
        assertThat(stage.postFrom(stage.teams.url().toString(), press, form).statusCode())
                .isEqualTo(303);
    }
}
