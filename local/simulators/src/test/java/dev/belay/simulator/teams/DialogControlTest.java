package dev.belay.simulator.teams;

import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonObject;
import dev.belay.simulator.teams.app.Button;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What can be done to a dialog over HTTP. */
class DialogControlTest {
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

    private void press() {
        String message = stage.connector("POST", Stage.activities(support), Stage.message(LAUNCHER))
                .json()
                .getString("id");
        assertThat(stage.teams
                        .press(AcmeTeams.ALICE, support, message, "resolve", Button.SUBMIT)
                        .accepted())
                .isTrue();
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
