package dev.belay.simulator.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What can be done to a modal over HTTP. */
class ModalControlTest {
    private static final String VIEW = """
            {"type":"modal","title":{"type":"plain_text","text":"Resolve <b>"},"submit":{"type":"plain_text","text":"Go"},
             "close":{"type":"plain_text","text":"Never mind"},"blocks":[
              {"type":"section","text":{"type":"mrkdwn","text":"*INC0010023*"}},
              {"type":"input","block_id":"code","label":{"type":"plain_text","text":"Code"},
               "hint":{"type":"plain_text","text":"Why <i>"},"element":{"type":"static_select","action_id":"pick","options":[
               {"text":{"type":"plain_text","text":"Solved \\"now\\""},"value":"sol<ved"}]}},
              {"type":"input","block_id":"notes","label":{"type":"plain_text","text":"Notes"},
               "element":{"type":"plain_text_input","action_id":"text","multiline":true}},
              {"type":"input","block_id":"who","optional":true,"label":{"type":"plain_text","text":"Who"},
               "element":{"type":"multi_users_select","action_id":"people"}}]}""";

    private final Stage stage = new Stage();
    private final App app = new App();
    private final String support = AcmeWorkspace.SUPPORT;
    private String view = "";

    @BeforeEach
    void begin() {
        stage.slack.requestUrl(app.url());
        stage.slack.press(AcmeWorkspace.ALICE, support, stage.card(support), "ack");
        view = stage.call("views.open", "trigger_id", app.payload().getString("trigger_id"), "view", VIEW)
                .getObject("view")
                .getString("id");
    }

    @AfterEach
    void end() {
        stage.close();
        app.close();
    }

    private JsonObject sim(String command, String json) {
        return Stage.json(stage.post(stage.slack.url() + "/_sim/" + command, "", "application/json", json)
                .body());
    }

    @Test
    void modals_and_commands_are_there_over_http() {
        assertThat(Stage.json(stage.get("/_sim/views?user=U01ALICE").body())
                        .getArray("views")
                        .getObject(0)
                        .getString("id"))
                .isEqualTo(view);
        String submit = "{\"user\":\"U01ALICE\",\"view\":\"" + view + "\",\"values\":";
        assertThat(sim("submit", submit + "{\"code\":\"sol<ved\"}}")
                        .getObject("errors")
                        .keySet())
                .containsExactly("notes");
        assertThat(sim("submit", submit + "7}").getString("error")).isEqualTo("values is not an object");
        JsonObject sent = sim("submit", submit + "{\"notes\":\"x\",\"who\":[\"U01BOB\"]}}");
        assertThat(sent.getBoolean("open")).isFalse();
        assertThat(sent.getObject("delivery").getInt("status")).isEqualTo(200);
        String command =
                "{\"user\":\"U01ALICE\",\"channel\":\"" + support + "\",\"command\":\"/belay\",\"text\":\"x\"}";
        assertThat(sim("command", command).getBoolean("accepted")).isTrue();
        assertThat(sim("close", "{\"user\":\"U01ALICE\",\"view\":\"" + view + "\"}")
                        .getString("error"))
                .contains("sees no view");
    }
}
