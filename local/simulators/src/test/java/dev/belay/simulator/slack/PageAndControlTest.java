package dev.belay.simulator.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import dev.belay.simulator.page.OnlyOurScript;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PageAndControlTest {
    private static final String FORM = "application/x-www-form-urlencoded";
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

    private String page(String query) {
        return stage.get("/?" + query).body();
    }

    @Test
    void everything_that_people_wrote_is_escaped() {
        stage.slack.say(AcmeWorkspace.ALICE, support, "<script>alert('x')</script> \"quoted\" & more", "");
        assertThat(OnlyOurScript.without(page("as=U01ALICE&channel=" + support)))
                .contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &quot;quoted&quot; &amp; more")
                .doesNotContain("<script");
    }

    @Test
    void a_card_is_drawn_with_its_words_and_its_button() {
        stage.card(support);
        assertThat(page("as=U01ALICE&channel=" + support))
                .contains("<strong>INC0010023</strong> P1")
                .contains("<button class=\"primary\">Acknowledge</button>")
                .contains("belay");
    }

    @Test
    void a_moment_is_drawn_as_its_fallback_says() {
        String opened =
                Stage.CARD.replace("P1", "<!date^1795334400^{date_short_pretty} {time}|2026-11-22 08:00 UTC> & on");
        stage.call("chat.postMessage", "channel", support, "text", "INC0010023", "blocks", opened);
        assertThat(page("as=U01ALICE&channel=" + support))
                .contains("<strong>INC0010023</strong> 2026-11-22 08:00 UTC")
                .doesNotContain("!date");
    }

    @Test
    void a_button_presses_and_leads_back() {
        String ts = stage.card(support);
        String form = "as=U01ALICE&channel=" + support + "&ts=" + ts + "&action_id=ack";
        HttpResponse<String> response = stage.post(stage.slack.url() + "/press", "", FORM, form);
        assertThat(response.statusCode()).isEqualTo(303);
        assertThat(response.headers().firstValue("location")).contains("/?as=U01ALICE&channel=" + support);
        assertThat(app.payload().getObject("user").getString("id")).isEqualTo("U01ALICE");
        app.answers(503);
        assertThat(stage.post(stage.slack.url() + "/press", "", FORM, form)
                        .headers()
                        .firstValue("location")
                        .orElse(""))
                .endsWith("&error=HTTP+503");
        assertThat(page("as=U01ALICE&channel=" + support + "&error=HTTP+503")).contains("did not succeed: HTTP 503");
    }

    @Test
    void what_one_person_sees_alone_is_on_their_page_only() {
        stage.call("chat.postEphemeral", "channel", support, "user", AcmeWorkspace.BOB, "text", "psst");
        assertThat(page("as=U01BOB&channel=" + support))
                .contains("Only visible to you")
                .contains("psst");
        assertThat(page("as=U01ALICE&channel=" + support)).doesNotContain("psst");
    }

    @Test
    void a_person_writes_on_the_page() {
        stage.post(stage.slack.url() + "/say", "", FORM, "as=U01ALICE&channel=" + support + "&text=hello");
        assertThat(page("as=U01BOB&channel=" + support)).contains("hello");
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
