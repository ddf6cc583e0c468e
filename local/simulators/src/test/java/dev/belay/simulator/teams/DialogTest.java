package dev.belay.simulator.teams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.grack.nanojson.JsonObject;
import dev.belay.simulator.teams.app.Button;
import dev.belay.simulator.teams.app.Delivery;
import dev.belay.simulator.teams.app.SignedRequest;
import dev.belay.simulator.teams.app.Submission;
import dev.belay.simulator.teams.dialog.Dialog;
import dev.belay.simulator.teams.dialog.TaskAnswer;
import dev.belay.simulator.teams.tenant.Person;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Sources: learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/task-modules/task-modules-bots and
 * …/task-modules-and-cards/cards/people-picker; npm {@code adaptivecards} for what its client sends.
 */
class DialogTest {
    private static final String LAUNCHER = """
            {"type":"AdaptiveCard","version":"1.5","body":[{"type":"TextBlock","text":"INC0010023"}],"actions":[
              {"type":"Action.Submit","title":"Resolve","data":{"action":"resolve","n":1,"msteams":{"type":"task/fetch"}}}]}""";

    private static final String FORM = """
            {"type":"AdaptiveCard","version":"1.5","body":[
              {"type":"Input.ChoiceSet","id":"code","isRequired":true,"errorMessage":"Choose one.","choices":[
                {"title":"Solved","value":"solved"},{"title":"Duplicate","value":"duplicate"}]},
              {"type":"Container","items":[{"type":"Input.Text","id":"notes","isMultiline":true,"isRequired":true,
                "errorMessage":"Say how.","maxLength":10}]},
              {"type":"Input.Text","id":"link","style":"url","regex":"^https://","errorMessage":"Not a link."},
              {"type":"Input.ChoiceSet","id":"who","isMultiSelect":true,"choices":[],
                "choices.data":{"type":"Data.Query","dataset":"graph.microsoft.com/users"}},
              {"type":"Input.ChoiceSet","id":"here","choices":[],
                "choices.data":{"type":"Data.Query","dataset":"graph.microsoft.com/users?scope=currentContext"}},
              {"type":"Input.Toggle","id":"sure","title":"Sure"}],
             "actions":[{"type":"Action.Submit","title":"Send","data":{"action":"resolve","n":2}}]}""";

    private static final Map<String, String> FILLED =
            Map.of("code", "solved", "notes", "it works", "who", AcmeTeams.BOB + "," + AcmeTeams.CAROL);

    private final Stage stage = new Stage();
    private final App app = new App();
    private final String support = AcmeTeams.SUPPORT;
    private final String alice = AcmeTeams.ALICE;

    @BeforeEach
    void begin() {
        stage.teams.messagingEndpoint(app.url());
        app.answers(200, shown(FORM));
    }

    @AfterEach
    void end() {
        stage.close();
        app.close();
    }

    private static String shown(String card) {
        return "{\"task\":{\"type\":\"continue\",\"value\":{\"title\":\"Resolve\",\"height\":\"medium\",\"width\":400,\"card\":"
                + "{\"contentType\":\"application/vnd.microsoft.card.adaptive\",\"content\":" + card + "}}}}";
    }

    private String launcher() {
        return stage.connector("POST", "v3/conversations", Stage.thread(support, Stage.message(LAUNCHER)))
                .json()
                .getString("activityId");
    }

    private Delivery fetch() {
        return stage.teams.press(alice, support, launcher(), "resolve", Button.SUBMIT);
    }

    private Dialog open() {
        assertThat(fetch().accepted()).isTrue();
        return stage.teams.dialog(alice).orElseThrow();
    }

    @Test
    void a_button_that_asks_for_a_dialog_is_an_invoke_that_bears_what_others_bear() {
        String message = launcher();
        stage.teams.press(alice, support, message, "resolve", Button.SUBMIT);
        JsonObject activity = app.activity();
        assertThat(activity.getString("type") + " " + activity.getString("name"))
                .isEqualTo("invoke task/fetch");
        assertThat(activity.getString("replyToId")).isEqualTo(message);
        assertThat(activity.getObject("conversation").getString("id")).isEqualTo(support + ";messageid=" + message);
        assertThat(activity.getObject("from").getString("aadObjectId")).isEqualTo(alice);
        assertThat(activity.getObject("channelData").getObject("tenant").getString("id"))
                .isEqualTo(AcmeTeams.TENANT);
        JsonObject value = activity.getObject("value");
        assertThat(value.getObject("data").getString("action")
                        + value.getObject("data").getInt("n"))
                .isEqualTo("resolve1");
        assertThat(value.getObject("context").getString("theme")).isEqualTo("default");
        assertThat(app.last().header("authorization").orElse("")).startsWith("Bearer ");
    }

    @Test
    void a_card_in_the_answer_opens_a_dialog_for_the_person_who_pressed() {
        Dialog dialog = open();
        assertThat(dialog.title()).isEqualTo("Resolve");
        assertThat(dialog.fields())
                .extracting(field -> field.id())
                .containsExactly("code", "notes", "link", "who", "here", "sure");
        assertThat(stage.teams.dialog(AcmeTeams.BOB)).isEmpty();
        assertThatThrownBy(() -> stage.teams.submit(AcmeTeams.BOB, dialog.id(), FILLED))
                .hasMessageContaining("sees no dialog");
    }

    @Test
    void a_message_in_the_answer_opens_none() {
        app.answers(200, "{\"task\":{\"type\":\"message\",\"value\":\"Not now.\"}}");
        assertThat(fetch().task()).contains(new TaskAnswer.Said("Not now."));
        assertThat(stage.teams.dialog(alice)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "ok",
                "{\"task\":{\"type\":\"message\",\"value\":{}}}",
                "{\"task\":{\"type\":\"dance\",\"value\":\"x\"}}",
                "{\"task\":{\"type\":\"continue\",\"value\":{\"title\":\"x\"}}}",
                "{\"task\":{\"type\":\"continue\",\"value\":{\"url\":\"https://x.example\"}}}",
            })
    void an_answer_of_no_form_opens_none_and_is_told(String body) {
        app.answers(200, body);
        assertThat(fetch().reason()).isEqualTo("invalid_task_response");
        assertThat(stage.teams.dialog(alice)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"medium\"|\"huge\"",
                "\"medium\"|0",
                "400|-1",
                "400|true",
                "\"Resolve\"|7",
                "Data.Query|Data.Carpet",
                "application/vnd.microsoft.card.adaptive|text/html",
                "\"AdaptiveCard\"|\"Card\"",
                "\"1.5\"|\"1.6\""
            })
    void a_dialog_has_its_form(String right, String wrong) {
        app.answers(200, shown(FORM).replace(right, wrong));
        assertThat(fetch().reason()).isEqualTo("invalid_task_response");
        app.answers(200, shown(FORM));
        assertThat(fetch().reason()).isEmpty();
    }

    @Test
    void a_submission_bears_the_buttons_data_and_the_inputs_and_no_message() {
        Dialog dialog = open();
        app.answers(200, "");
        Submission sent = stage.teams.submit(alice, dialog.id(), FILLED);
        assertThat(sent.open()).isFalse();
        assertThat(sent.delivery().orElseThrow().task()).contains(new TaskAnswer.Closed());
        JsonObject activity = app.activity();
        assertThat(activity.getString("type") + " " + activity.getString("name"))
                .isEqualTo("invoke task/submit");
        assertThat(activity.has("replyToId")).isFalse();
        assertThat(activity.getObject("conversation").getString("id"))
                .isEqualTo(support + ";messageid=" + dialog.root());
        assertThat(activity.getObject("from").getString("id")).isEqualTo(AcmeTeams.mri(alice));
        JsonObject value = activity.getObject("value");
        assertThat(value.getObject("context").getString("theme")).isEqualTo("default");
        JsonObject expected = new JsonObject();
        expected.put("action", "resolve");
        expected.put("n", 2);
        expected.put("code", "solved");
        expected.put("notes", "it works");
        expected.put("link", "");
        expected.put("who", AcmeTeams.BOB + "," + AcmeTeams.CAROL);
        expected.put("sure", "false");
        assertThat(value.getObject("data")).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"code,'',Choose one.", "notes,'',Say how.", "link,http://x,Not a link."})
    void teams_client_sends_nothing_that_is_not_filled_in_right(String input, String value, String fault) {
        Dialog dialog = open();
        int before = app.requests().size();
        Map<String, String> filled = new HashMap<>(FILLED);
        filled.put(input, value);
        Submission refused = stage.teams.submit(alice, dialog.id(), filled);
        assertThat(refused.errors()).isEqualTo(Map.of(input, fault));
        assertThat(refused.delivery()).isEmpty();
        assertThat(app.requests()).hasSize(before);
        assertThat(stage.teams.dialog(alice).orElseThrow().errors()).containsKey(input);
        app.answers(200, "");
        assertThat(stage.teams
                        .submit(alice, dialog.id(), Map.of(input, FILLED.getOrDefault(input, "")))
                        .open())
                .isFalse();
    }

    @Test
    void nobody_fills_in_what_the_client_does_not_let_them() {
        Dialog dialog = open();
        for (Map<String, String> impossible : List.of(
                Map.of("code", "other"),
                Map.of("notes", "12345678901"),
                Map.of("who", "nobody"),
                Map.of("who", AcmeTeams.mri(AcmeTeams.BOB)),
                Map.of("who", AcmeTeams.STRANGER),
                Map.of("who", AcmeTeams.DEACTIVATED),
                Map.of("who", AcmeTeams.OTHER_BOT),
                Map.of("here", AcmeTeams.BOB + "," + AcmeTeams.CAROL),
                Map.of("other", "x"))) {
            assertThatThrownBy(() -> stage.teams.submit(alice, dialog.id(), impossible))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void a_people_picker_of_the_conversation_offers_only_those_who_are_in_it() {
        stage.teams
                .tenant()
                .add(new Person(
                        "5d0c1a00-7e1b-4a52-8f10-aa00ac3e0909",
                        "29:1FAY",
                        AcmeTeams.TENANT,
                        "Fay Frost",
                        Optional.empty(),
                        "fay@acme.example",
                        Person.Kind.MEMBER,
                        false));
        String fay = "5d0c1a00-7e1b-4a52-8f10-aa00ac3e0909";
        Dialog dialog = open();
        assertThatThrownBy(() -> stage.teams.submit(alice, dialog.id(), Map.of("here", fay)))
                .hasMessage("the field here does not offer " + fay);
        Map<String, String> filled = new HashMap<>(FILLED);
        filled.put("who", fay);
        filled.put("here", AcmeTeams.BOB);
        app.answers(200, "");
        assertThat(stage.teams.submit(alice, dialog.id(), filled).open()).isFalse();
        assertThat(app.activity().getObject("value").getObject("data").getString("here"))
                .isEqualTo(AcmeTeams.BOB);
    }

    @Test
    void another_card_stands_in_the_dialogs_place() {
        Dialog dialog = open();
        app.answers(200, shown(FORM.replace("\"n\":2", "\"n\":3")));
        Submission next = stage.teams.submit(alice, dialog.id(), FILLED);
        assertThat(next.open()).isTrue();
        assertThat(next.said()).isEmpty();
        assertThat(stage.teams.dialog(alice).orElseThrow().filled()).isEmpty();
        app.answers(200, "");
        stage.teams.submit(alice, dialog.id(), FILLED);
        assertThat(app.activity().getObject("value").getObject("data").getInt("n"))
                .isEqualTo(3);
        assertThat(stage.teams.dialog(alice)).isEmpty();
    }

    @Test
    void a_message_is_said_in_the_dialogs_place() {
        Dialog dialog = open();
        app.answers(200, "{\"task\":{\"type\":\"message\",\"value\":\"Resolved.\"}}");
        Submission said = stage.teams.submit(alice, dialog.id(), FILLED);
        assertThat(said.said() + said.open()).isEqualTo("Resolved.false");
        assertThatThrownBy(() -> stage.teams.submit(alice, dialog.id(), FILLED)).hasMessageContaining("sees no dialog");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"200|{}", "200|ok", "200|{\"task\":null}", "202|''", "500|''", "0|''"})
    void an_answer_that_teams_does_not_understand_leaves_the_dialog_open(int status, String body) {
        Dialog dialog = open();
        app.answers(status, body);
        Submission failed = stage.teams.submit(alice, dialog.id(), FILLED);
        assertThat(failed.open()).isTrue();
        assertThat(failed.said()).isEqualTo("Unable to reach app. Please try again.");
        app.answers(200, "");
        assertThat(stage.teams.submit(alice, dialog.id(), Map.of()).open()).isFalse();
    }

    @Test
    void closing_is_not_told() {
        Dialog dialog = open();
        int before = app.requests().size();
        stage.teams.closeDialog(alice, dialog.id());
        assertThat(app.requests()).hasSize(before);
        assertThatThrownBy(() -> stage.teams.submit(alice, dialog.id(), FILLED)).hasMessageContaining("sees no dialog");
    }

    @Test
    void a_dialog_with_several_buttons_is_submitted_by_one_of_them() {
        String second =
                ",{\"type\":\"Action.Submit\",\"title\":\"Skip\",\"associatedInputs\":\"none\",\"data\":{\"action\":\"skip\"}}]}";
        app.answers(200, shown(FORM.substring(0, FORM.length() - 2) + second));
        Dialog dialog = open();
        assertThatThrownBy(() -> stage.teams.submit(alice, dialog.id(), FILLED))
                .hasMessage("the dialog has 2 such buttons");
        app.answers(200, "");
        assertThat(stage.teams.submit(alice, dialog.id(), "skip", Map.of()).open())
                .isFalse();
        assertThat(app.activity().getObject("value").getObject("data").keySet()).containsExactly("action");
    }

    @Test
    void a_button_inside_a_dialog_cannot_ask_for_another() {
        app.answers(200, shown(LAUNCHER));
        Dialog dialog = open();
        assertThatThrownBy(() -> stage.teams.submit(alice, dialog.id(), Map.of()))
                .hasMessage("data.msteams does not work inside a dialog");
    }

    @Test
    void a_dialog_is_opened_and_submitted_in_a_1_1_chat() {
        String chat = stage.connector("POST", "v3/conversations", Stage.chat(alice))
                .json()
                .getString("id");
        String message = stage.connector("POST", Stage.activities(chat), Stage.message(LAUNCHER))
                .json()
                .getString("id");
        stage.teams.press(alice, chat, message, "resolve", Button.SUBMIT);
        Dialog dialog = stage.teams.dialog(alice).orElseThrow();
        app.answers(200, "");
        stage.teams.submit(alice, dialog.id(), FILLED);
        assertThat(app.activity().getObject("conversation").getString("id")).isEqualTo(chat);
        assertThat(app.activity().getObject("conversation").getString("conversationType"))
                .isEqualTo("personal");
    }

    @Test
    void a_submission_is_sent_again_byte_for_byte_or_under_a_token_of_now() {
        SignedRequest prepared = stage.teams.prepareSubmission(alice, open().id(), FILLED);
        stage.teams.send(prepared);
        assertThat(app.last().text()).isEqualTo(prepared.text());
        stage.clock.pass(Duration.ofHours(2));
        stage.teams.sendAfresh(prepared);
        assertThat(app.last().text()).isEqualTo(prepared.text());
        assertThat(app.last().header("authorization"))
                .isNotEqualTo(app.requests().get(app.requests().size() - 2).header("authorization"));
    }
}
