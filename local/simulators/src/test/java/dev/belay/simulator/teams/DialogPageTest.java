package dev.belay.simulator.teams;

import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonObject;
import dev.belay.simulator.page.OnlyOurScript;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A dialog on the page, and what can be done to it over HTTP. */
class DialogPageTest {
    private static final String LAUNCHER = """
            {"type":"AdaptiveCard","version":"1.5","body":[],"actions":[{"type":"Action.Submit","title":"Resolve",
             "data":{"action":"resolve","msteams":{"type":"task/fetch"}}}]}""";

    private static final String FORM = """
            {"task":{"type":"continue","value":{"title":"Resolve <b>","card":{
             "contentType":"application/vnd.microsoft.card.adaptive","content":{"type":"AdaptiveCard","version":"1.5","body":[
              {"type":"Input.ChoiceSet","id":"code","label":"Code","isRequired":true,"errorMessage":"Choose <one>.",
               "choices":[{"title":"Solved \\"now\\"","value":"sol<ved"}]},
              {"type":"Input.Text","id":"notes","label":"Notes","isMultiline":true,"maxLength":99},
              {"type":"Input.ChoiceSet","id":"who","label":"Who","isMultiSelect":true,"choices":[],
               "choices.data":{"type":"Data.Query","dataset":"graph.microsoft.com/users"}}],
             "actions":[{"type":"Action.Submit","title":"Send","data":{"action":"send"}}]}}}}}""";

    private final Stage stage = new Stage();
    private final App app = new App();
    private final String support = AcmeTeams.SUPPORT;

    @BeforeEach
    void begin() {
        stage.teams.messagingEndpoint(app.url());
        app.answers(200, FORM);
    }

    @AfterEach
    void end() {
        stage.close();
        app.close();
    }

    private HttpResponse<String> post(String path, String more) {
        String form = "as=" + AcmeTeams.ALICE + "&conversation=" + Stage.encoded(support) + more;
        return stage.postFrom("", stage.teams.url() + path, form);
    }

    private String page(String person) {
        return OnlyOurScript.without(stage.get("/?as=" + person + "&conversation=" + Stage.encoded(support))
                .body());
    }

    private String press() {
        String message = stage.connector("POST", Stage.activities(support), Stage.message(LAUNCHER))
                .json()
                .getString("id");
        return post("/press", "&message=" + message + "&action=resolve")
                .headers()
                .firstValue("location")
                .orElse("");
    }

    private String dialog() {
        return "&dialog=" + stage.teams.dialog(AcmeTeams.ALICE).orElseThrow().id() + "&action=send";
    }

    @Test
    void a_dialog_is_a_form_on_its_persons_page_alone_and_all_in_it_is_escaped() {
        press();
        assertThat(page(AcmeTeams.ALICE))
                .contains("<h2>Resolve &lt;b&gt;</h2>")
                .contains("<option value=\"sol&lt;ved\">Solved &quot;now&quot;</option>")
                .contains("<textarea rows=\"4\" name=\"input.notes\" maxlength=\"99\">")
                .contains("<select name=\"input.who\" multiple>")
                .contains("<option value=\"" + AcmeTeams.BOB + "\">Bob Baker</option>")
                .contains("action=\"/submit\"")
                .contains("<button name=\"action\" value=\"send\" class=\"default\">Send</button>")
                .doesNotContain(AcmeTeams.DEACTIVATED)
                .doesNotContain("<option value=\"" + AcmeTeams.STRANGER);
        assertThat(page(AcmeTeams.BOB)).doesNotContain("input.notes");
    }

    @Test
    void what_is_filled_in_is_submitted_and_the_dialog_is_gone() {
        press();
        String dialog = dialog();
        app.answers(200, "{\"task\":{\"type\":\"message\",\"value\":\"Resolved.\"}}");
        HttpResponse<String> sent = post(
                "/submit",
                dialog + "&input.code=" + Stage.encoded("sol<ved") + "&input.notes=" + Stage.encoded("a\r\nb")
                        + "&input.who=" + AcmeTeams.BOB + "&input.who=" + AcmeTeams.CAROL);
        assertThat(sent.headers().firstValue("location").orElse("")).endsWith("&said=Resolved.");
        JsonObject data = app.activity().getObject("value").getObject("data");
        assertThat(data.getString("notes")).isEqualTo("a\nb");
        assertThat(data.getString("who")).isEqualTo(AcmeTeams.BOB + "," + AcmeTeams.CAROL);
        assertThat(page(AcmeTeams.ALICE)).doesNotContain("input.notes");
        assertThat(post("/submit", dialog).statusCode()).isEqualTo(400);
    }

    @Test
    void errors_stand_in_the_form_with_what_was_filled_in() {
        press();
        post("/submit", dialog() + "&input.code=&input.notes=" + Stage.encoded("</textarea><script>"));
        assertThat(page(AcmeTeams.ALICE))
                .contains("<p class=\"error\" role=\"alert\">Choose &lt;one&gt;.</p>")
                .contains("&lt;/textarea&gt;&lt;script&gt;")
                .doesNotContain("<script");
        app.answers(500, "");
        post("/submit", dialog() + "&input.code=" + Stage.encoded("sol<ved"));
        assertThat(page(AcmeTeams.ALICE)).contains("Unable to reach app. Please try again.");
    }

    @Test
    void the_dialog_is_closed_on_the_page() {
        press();
        assertThat(post("/close", dialog()).statusCode()).isEqualTo(303);
        assertThat(stage.teams.dialog(AcmeTeams.ALICE)).isEmpty();
        assertThat(page(AcmeTeams.ALICE)).doesNotContain("input.notes");
    }

    @Test
    void a_button_that_opens_no_dialog_says_what_the_app_said_or_that_it_failed() {
        app.answers(200, "{\"task\":{\"type\":\"message\",\"value\":\"Not now.\"}}");
        assertThat(press()).endsWith("&said=Not+now.");
        app.answers(200, "{}");
        assertThat(press()).endsWith("&error=invalid_task_response");
    }

    @Test
    void one_writes_to_the_bot_on_the_page() {
        app.answers(200, "");
        post("/say", "&text=" + Stage.encoded("@Belay help"));
        assertThat(app.activity().getString("text")).isEqualTo("<at>belay</at> help");
        String chat = stage.teams.tenant().chatWith(AcmeTeams.ALICE).id();
        String form = "as=" + AcmeTeams.ALICE + "&conversation=" + Stage.encoded(chat) + "&text=help";
        stage.postFrom("", stage.teams.url() + "/say", form);
        assertThat(app.activity().getObject("conversation").getString("conversationType"))
                .isEqualTo("personal");
        assertThat(stage.get("/?as=" + AcmeTeams.ALICE + "&conversation=" + Stage.encoded(chat))
                        .body())
                .contains("action=\"/say\"")
                .contains("help");
    }

    @Test
    void dialogs_and_words_to_the_bot_are_there_over_http() {
        press();
        JsonObject dialog = sim("dialog", "{\"person\":\"" + AcmeTeams.ALICE + "\"}");
        assertThat(dialog.getString("title")).isEqualTo("Resolve <b>");
        String submit =
                "{\"person\":\"" + AcmeTeams.ALICE + "\",\"dialog\":\"" + dialog.getString("id") + "\",\"inputs\":";
        assertThat(sim("submit", submit + "{}}").getObject("errors").getString("code"))
                .isEqualTo("Choose <one>.");
        app.answers(200, "");
        assertThat(sim("submit", submit + "{\"code\":\"sol<ved\"}}").getBoolean("open"))
                .isFalse();
        assertThat(sim("write", "{\"person\":\"" + AcmeTeams.ALICE + "\",\"text\":\"help\"}")
                        .getBoolean("accepted"))
                .isTrue();
        assertThat(sim(
                                "mention",
                                "{\"person\":\"" + AcmeTeams.ALICE + "\",\"channel\":\"" + support
                                        + "\",\"text\":\"help\"}")
                        .getBoolean("accepted"))
                .isTrue();
    }

    private JsonObject sim(String command, String json) {
        return stage.call("POST", stage.teams.url() + "/_sim/" + command, "", json)
                .json();
    }
}
