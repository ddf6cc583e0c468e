package dev.belay.simulator.teams;

import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ControlTest {
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
        String heal = stage.teams.url() + "/_sim/heal";
        assertThat(stage.postFrom("http://evil.example", heal, "").statusCode()).isEqualTo(403);
        assertThat(stage.postFrom(stage.teams.url().toString(), heal, "").statusCode())
                .isEqualTo(200);
    }
}
