package dev.belay.simulator.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ControlTest {
    private final Stage stage = new Stage();
    private final App app = new App();
    private final String support = AcmeWorkspace.SUPPORT;

    @BeforeEach
    void begin() {
        sim("request-url", "{\"url\":\"" + app.url() + "\"}");
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
    void what_can_be_done_over_http_is_listed() {
        JsonArray commands = Stage.json(stage.get("/_sim").body()).getArray("commands");
        assertThat(commands).hasSizeGreaterThan(10);
        assertThat(commands.getObject(0).getString("path")).isEqualTo("/_sim/people");
    }

    @Test
    void a_press_over_http_tells_what_came_back() {
        String ts = stage.card(support);
        JsonObject answer = sim(
                "press",
                "{\"user\":\"U01ALICE\",\"channel\":\"" + support + "\",\"ts\":\"" + ts + "\",\"action_id\":\"ack\"}");
        assertThat(answer.getBoolean("accepted")).isTrue();
        assertThat(answer.getInt("status")).isEqualTo(200);
        assertThat(sim("redeliver", "{\"number\":0,\"how\":\"afresh\"}").getBoolean("accepted"))
                .isTrue();
        assertThat(app.requests()).hasSize(3);
    }

    @Test
    void failures_and_limits_are_told_over_http() {
        sim("fail", "{\"call\":\"auth.test\",\"how\":\"error\",\"error\":\"internal_error\",\"times\":2}");
        assertThat(stage.error("auth.test")).isEqualTo("internal_error");
        sim("heal", "{}");
        assertThat(stage.error("auth.test")).isEqualTo("none");
        assertThat(Stage.json(stage.get("/_sim/calls").body()).getArray("calls"))
                .hasSize(2);
        assertThat(sim("fail", "{\"call\":\"auth.test\",\"how\":\"oddly\"}").getString("error"))
                .startsWith("nothing fails like oddly");
    }

    @Test
    void private_messages_are_read_over_http() {
        stage.call("chat.postEphemeral", "channel", support, "user", AcmeWorkspace.BOB, "text", "psst");
        JsonObject answer = Stage.json(stage.get("/_sim/ephemerals?user=U01BOB").body());
        assertThat(answer.getArray("messages").getObject(0).getString("text")).isEqualTo("psst");
    }

    @Test
    void bad_input_over_http_gets_a_clear_error() {
        assertThat(sim("press", "{\"user\":\"U01ALICE\"}").getString("error")).isEqualTo("channel is missing");
        assertThat(sim("press", "[").getString("error")).isEqualTo("the body is not a JSON object");
        assertThat(sim("dance", "{}").getString("error")).startsWith("nothing is called dance");
        assertThat(stage.get("/_sim/press").statusCode()).isEqualTo(405);
    }

    @Test
    void another_web_page_may_press_nothing() {
        assertThat(stage.postFrom("http://evil.example", stage.slack.url() + "/_sim/heal")
                        .statusCode())
                .isEqualTo(403);
        assertThat(stage.postFrom(stage.slack.url().toString(), stage.slack.url() + "/_sim/heal")
                        .statusCode())
                .isEqualTo(200);
    }
}
