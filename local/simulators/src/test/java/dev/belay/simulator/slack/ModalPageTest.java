package dev.belay.simulator.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonObject;
import dev.belay.simulator.page.OnlyOurScript;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A modal on the page, and what can be done to it over HTTP. */
class ModalPageTest {
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

    private String page(String user) {
        return OnlyOurScript.without(
                stage.get("/?as=" + user + "&channel=" + support).body());
    }

    private HttpResponse<String> post(String path, String more) {
        String form = "as=U01ALICE&channel=" + support + "&view=" + view + more;
        return stage.post(stage.slack.url() + path, "", "application/x-www-form-urlencoded", form);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private JsonObject sim(String command, String json) {
        return Stage.json(stage.post(stage.slack.url() + "/_sim/" + command, "", "application/json", json)
                .body());
    }

    @Test
    void a_modal_is_a_form_on_its_persons_page_alone_and_all_in_it_is_escaped() {
        assertThat(page("U01ALICE"))
                .contains("<h2>Resolve &lt;b&gt;</h2>")
                .contains("<strong>INC0010023</strong>")
                .contains("Why &lt;i&gt;")
                .contains("<option value=\"sol&lt;ved\">Solved &quot;now&quot;</option>")
                .contains("<textarea rows=\"4\" name=\"field.notes\">")
                .contains("<select name=\"field.who\" multiple>")
                .contains("<option value=\"U01BOB\">Bob Baker</option>")
                .contains("<button class=\"primary\">Go</button>")
                .contains("<button>Never mind</button>")
                .doesNotContain("U01GONE")
                .doesNotContain("U01ROBOT");
        assertThat(page("U01BOB")).doesNotContain("field.notes");
    }

    @Test
    void what_is_filled_in_is_submitted_and_the_modal_is_gone() {
        HttpResponse<String> sent = post(
                "/submit",
                "&field.code=" + encoded("sol<ved") + "&field.notes=" + encoded("a\r\nb")
                        + "&field.who=U01BOB&field.who=U01CAROL");
        assertThat(sent.statusCode()).isEqualTo(303);
        JsonObject values = app.payload().getObject("view").getObject("state").getObject("values");
        assertThat(values.getObject("notes").getObject("text").getString("value"))
                .isEqualTo("a\nb");
        assertThat(values.getObject("who").getObject("people").getArray("selected_users"))
                .containsExactly("U01BOB", "U01CAROL");
        assertThat(page("U01ALICE")).doesNotContain("field.notes");
        assertThat(post("/submit", "").statusCode()).isEqualTo(400);
    }

    @Test
    void errors_stand_in_the_form_with_what_was_filled_in() {
        post("/submit", "&field.code=&field.notes=" + encoded("</textarea><script>"));
        assertThat(page("U01ALICE"))
                .contains("Please complete this required field.")
                .contains("&lt;/textarea&gt;&lt;script&gt;")
                .doesNotContain("<script");
        app.answersJson("{\"response_action\":\"errors\",\"errors\":{\"notes\":\"Say <more>.\"}}");
        post("/submit", "&field.code=" + encoded("sol<ved") + "&field.notes=x");
        assertThat(page("U01ALICE"))
                .contains("<p class=\"error\" role=\"alert\">Say &lt;more&gt;.</p>")
                .contains("<option value=\"sol&lt;ved\" selected>");
        app.answers(503);
        post("/submit", "&field.code=" + encoded("sol<ved") + "&field.notes=x");
        assertThat(page("U01ALICE")).contains("We had some trouble connecting. Try again?");
    }

    @Test
    void the_modal_is_closed_on_the_page() {
        assertThat(post("/close", "").statusCode()).isEqualTo(303);
        assertThat(page("U01ALICE")).doesNotContain("field.notes");
        assertThat(stage.slack.views("U01ALICE")).isEmpty();
    }

    @Test
    void a_command_is_given_on_the_page() {
        app.answers("text/plain", "Here you are.");
        post("/say", "&text=" + encoded("/belay help me"));
        assertThat(app.last().form()).containsEntry("command", "/belay").containsEntry("text", "help me");
        assertThat(page("U01ALICE")).contains("Here you are.");
        app.answers(500);
        assertThat(post("/say", "&text=%2Fbelay")
                        .headers()
                        .firstValue("location")
                        .orElse(""))
                .endsWith("&error=HTTP+500");
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
