package dev.belay.simulator.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import dev.belay.simulator.slack.app.SignedRequest;
import dev.belay.simulator.slack.app.Submission;
import dev.belay.simulator.slack.view.OpenView;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sources: docs.slack.dev/surfaces/modals, docs.slack.dev/reference/interaction-payloads/view-interactions-payload. */
class ModalTest {
    private static final String FIELDS = """
            {"type":"section","block_id":"words","text":{"type":"mrkdwn","text":"INC0010023"}},
            {"type":"input","block_id":"code","label":{"type":"plain_text","text":"Code"},"element":{"type":"static_select",
              "action_id":"pick","options":[{"text":{"type":"plain_text","text":"Solved"},"value":"solved"},
              {"text":{"type":"plain_text","text":"Duplicate"},"value":"duplicate"}]}},
            {"type":"input","block_id":"notes","label":{"type":"plain_text","text":"Notes"},"element":{"type":"plain_text_input",
              "action_id":"text","multiline":true,"min_length":2,"max_length":10}},
            {"type":"input","block_id":"who","optional":true,"label":{"type":"plain_text","text":"Who"},
              "element":{"type":"multi_users_select","action_id":"people","max_selected_items":2}},
            {"type":"input","block_id":"link","optional":true,"label":{"type":"plain_text","text":"Link"},
              "element":{"type":"url_text_input","action_id":"url"}}""";

    private static final Map<String, List<String>> FILLED = Map.of(
            "code",
            List.of("solved"),
            "notes",
            List.of("a & <b>"),
            "who",
            List.of(AcmeWorkspace.BOB, AcmeWorkspace.CAROL));

    private final Stage stage = new Stage();
    private final App app = new App();
    private final String alice = AcmeWorkspace.ALICE;

    @BeforeEach
    void begin() {
        stage.slack.requestUrl(app.url());
    }

    @AfterEach
    void end() {
        stage.close();
        app.close();
    }

    private static String view(String more, String blocks) {
        return "{\"type\":\"modal\",\"callback_id\":\"resolve\",\"private_metadata\":\"m\",\"title\":"
                + "{\"type\":\"plain_text\",\"text\":\"Resolve\"},\"submit\":{\"type\":\"plain_text\",\"text\":\"Go\"}"
                + more
                + ",\"blocks\":[" + blocks + "]}";
    }

    private String openFor(String user, String view) {
        stage.slack.press(user, AcmeWorkspace.SUPPORT, stage.card(AcmeWorkspace.SUPPORT), "ack");
        return stage.call("views.open", "trigger_id", app.payload().getString("trigger_id"), "view", view)
                .getObject("view")
                .getString("id");
    }

    private String open() {
        return openFor(alice, view("", FIELDS));
    }

    private OpenView seen() {
        return stage.slack.views(alice).getLast();
    }

    @Test
    void a_modal_is_opened_for_the_person_who_pressed_alone() {
        String id = open();
        assertThat(id).startsWith("V");
        assertThat(stage.slack.views(alice)).singleElement().satisfies(view -> {
            assertThat(view.id()).isEqualTo(id);
            assertThat(view.callbackId() + " " + view.title()).isEqualTo("resolve Resolve");
            assertThat(view.inputs())
                    .extracting(input -> input.blockId())
                    .containsExactly("code", "notes", "who", "link");
        });
        assertThat(stage.slack.views(AcmeWorkspace.BOB)).isEmpty();
        assertThatThrownBy(() -> stage.slack.submit(AcmeWorkspace.BOB, id, FILLED))
                .hasMessage(AcmeWorkspace.BOB + " sees no view " + id);
    }

    @Test
    void a_submission_is_signed_over_its_bytes_and_says_who_what_and_which_view() {
        String id = open();
        Submission sent = stage.slack.submit(alice, id, FILLED);
        assertThat(sent.delivery().orElseThrow().accepted()).isTrue();
        assertThat(App.isSigned(app.last())).isTrue();
        assertThat(app.last().header("content-type")).contains("application/x-www-form-urlencoded");
        JsonObject payload = app.payload();
        assertThat(payload.getString("type")).isEqualTo("view_submission");
        assertThat(payload.getObject("team").getString("id")).isEqualTo(AcmeWorkspace.TEAM);
        assertThat(payload.getObject("team").getString("domain")).isEqualTo("acme");
        assertThat(payload.getObject("user").keySet()).containsExactlyInAnyOrder("id", "username", "name", "team_id");
        assertThat(payload.getString("api_app_id")).isEqualTo(AcmeWorkspace.APP.id());
        assertThat(payload.getArray("response_urls")).isEmpty();
        assertThat(payload.getBoolean("is_enterprise_install")).isFalse();
        assertThat(payload.isNull("enterprise")).isTrue();
        JsonObject view = payload.getObject("view");
        assertThat(view.getString("id") + view.getString("root_view_id")).isEqualTo(id + id);
        assertThat(view.isNull("previous_view_id")).isTrue();
        assertThat(view.getString("private_metadata") + view.getString("callback_id"))
                .isEqualTo("mresolve");
        assertThat(view.getString("app_installed_team_id")).isEqualTo(AcmeWorkspace.TEAM);
        assertThat(view.getString("hash")).matches("\\d+\\.[0-9a-z]{8}");
    }

    /** Source: the payload's model in github.com/slackapi/java-slack-sdk (json-logs/samples/app-backend/views). */
    @Test
    void a_submission_has_the_fields_of_the_published_model() {
        stage.slack.submit(alice, open(), FILLED);
        assertThat(app.payload().keySet())
                .containsExactlyInAnyOrder(
                        "type",
                        "team",
                        "user",
                        "api_app_id",
                        "token",
                        "trigger_id",
                        "view",
                        "response_urls",
                        "is_enterprise_install",
                        "enterprise");
        assertThat(app.payload().getObject("view").keySet())
                .contains("team_id", "type", "blocks", "state", "title", "clear_on_close", "notify_on_close")
                .contains("close", "submit", "app_id", "external_id", "bot_id", "submit_disabled");
    }

    @Test
    void the_state_holds_each_field_in_the_form_of_its_element() {
        stage.slack.submit(alice, open(), FILLED);
        JsonObject values = app.payload().getObject("view").getObject("state").getObject("values");
        assertThat(values.keySet()).containsExactlyInAnyOrder("code", "notes", "who", "link");
        JsonObject code = values.getObject("code").getObject("pick");
        assertThat(code.getString("type")).isEqualTo("static_select");
        assertThat(code.getObject("selected_option").getString("value")).isEqualTo("solved");
        assertThat(code.getObject("selected_option").getObject("text").getString("text"))
                .isEqualTo("Solved");
        assertThat(values.getObject("notes").getObject("text").getString("value"))
                .isEqualTo("a & <b>");
        assertThat(values.getObject("who").getObject("people").getArray("selected_users"))
                .isEqualTo(JsonArray.from(AcmeWorkspace.BOB, AcmeWorkspace.CAROL));
        assertThat(values.getObject("link").getObject("url").isNull("value")).isTrue();
    }

    @Test
    void what_stands_in_a_field_at_first_is_sent_unless_it_is_emptied() {
        String field = """
                {"type":"input","block_id":"a","optional":true,"label":{"type":"plain_text","text":"A"},
                 "element":{"type":"multi_users_select","action_id":"x","initial_users":["U01BOB"]}}""";
        stage.slack.submit(alice, openFor(alice, view("", field)), Map.of());
        assertThat(selected()).isEqualTo(JsonArray.from("U01BOB"));
        stage.slack.submit(alice, openFor(alice, view("", field)), Map.of("a", List.of()));
        assertThat(selected()).isEmpty();
    }

    private JsonArray selected() {
        return app.payload()
                .getObject("view")
                .getObject("state")
                .getObject("values")
                .getObject("a")
                .getObject("x")
                .getArray("selected_users");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "code|''|Please complete this required field.",
                "notes|'  '|Please complete this required field.",
                "notes|x|This is shorter than 2 characters.",
                "notes|12345678901|This is longer than 10 characters.",
                "link|acme.example|Enter a valid URL.",
                "link|ftp://acme.example|Enter a valid URL.",
                "who|U01BOB,U01CAROL,U01DAVE|Choose 2 at most."
            })
    void slacks_client_sends_nothing_that_is_not_filled_in_right(String block, String values, String fault) {
        String id = open();
        int before = app.requests().size();
        Map<String, List<String>> filled = new HashMap<>(FILLED);
        filled.put(block, values.isEmpty() ? List.of() : List.of(values.split(",")));
        Submission refused = stage.slack.submit(alice, id, filled);
        assertThat(refused.delivery()).isEmpty();
        assertThat(refused.errors()).isEqualTo(Map.of(block, fault));
        assertThat(refused.open()).isTrue();
        assertThat(app.requests()).hasSize(before);
        assertThat(stage.slack
                        .submit(alice, id, Map.of(block, FILLED.getOrDefault(block, List.of())))
                        .open())
                .isFalse();
    }

    @Test
    void nobody_chooses_what_is_not_offered() {
        String id = open();
        for (Map<String, List<String>> impossible : List.of(
                Map.of("code", List.of("other")),
                Map.of("code", List.of("solved", "duplicate")),
                Map.of("who", List.of("U0NOBODY")),
                Map.of("who", List.of(AcmeWorkspace.DEACTIVATED)),
                Map.of("words", List.of("x")),
                Map.of("other", List.of("x")))) {
            assertThatThrownBy(() -> stage.slack.submit(alice, id, impossible))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void an_empty_answer_closes_the_modal_and_a_closed_one_is_not_submitted() {
        String id = open();
        assertThat(stage.slack.submit(alice, id, FILLED).open()).isFalse();
        assertThat(stage.slack.views(alice)).isEmpty();
        assertThatThrownBy(() -> stage.slack.submit(alice, id, FILLED)).hasMessageContaining("sees no view");
    }

    @Test
    void errors_stand_beneath_their_fields_and_what_was_filled_in_stays() {
        String id = open();
        app.answersJson("{\"response_action\":\"errors\",\"errors\":{\"notes\":\"Say more.\"}}");
        Submission kept = stage.slack.submit(alice, id, FILLED);
        assertThat(kept.open()).isTrue();
        assertThat(kept.errors()).isEqualTo(Map.of("notes", "Say more."));
        assertThat(kept.notice()).isEmpty();
        assertThat(seen().errors()).isEqualTo(Map.of("notes", "Say more."));
        app.answersJson("");
        assertThat(stage.slack
                        .submit(alice, id, Map.of("notes", List.of("more")))
                        .open())
                .isFalse();
        JsonObject values = app.payload().getObject("view").getObject("state").getObject("values");
        assertThat(values.getObject("notes").getObject("text").getString("value"))
                .isEqualTo("more");
        assertThat(values.getObject("code")
                        .getObject("pick")
                        .getObject("selected_option")
                        .getString("value"))
                .isEqualTo("solved");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/json|{\"response_action\":\"errors\",\"errors\":{\"notes\":\"x\",\"words\":\"no field\"}}",
                "application/json|{\"response_action\":\"errors\",\"errors\":{\"nowhere\":\"x\"}}",
                "application/json|{\"response_action\":\"errors\",\"errors\":{\"notes\":\"\"}}",
                "application/json|{\"response_action\":\"errors\",\"errors\":{}}",
                "application/json|{\"response_action\":\"dance\"}",
                "application/json|{\"response_action\":\"update\"}",
                "application/json|{\"response_action\":\"push\",\"view\":{\"type\":\"modal\"}}",
                "application/json|{}",
                "application/json|ok",
                "text/plain|{\"response_action\":\"clear\"}"
            })
    void an_answer_that_slack_does_not_understand_leaves_the_modal_open(String type, String body) {
        String id = open();
        app.answers(type, body);
        Submission failed = stage.slack.submit(alice, id, FILLED);
        assertThat(failed.open()).isTrue();
        assertThat(failed.errors()).isEmpty();
        assertThat(failed.notice()).isEqualTo("We had some trouble connecting. Try again?");
        assertThat(seen().notice()).isEqualTo(OpenView.TROUBLE);
    }

    @ParameterizedTest
    @CsvSource({"0", "201", "401", "503"})
    void an_answer_that_is_missing_or_no_200_leaves_the_modal_open(int status) {
        String id = open();
        app.answers(status);
        assertThat(stage.slack.submit(alice, id, FILLED).notice()).isEqualTo(OpenView.TROUBLE);
        app.answers(200);
        assertThat(stage.slack.submit(alice, id, Map.of()).open()).isFalse();
    }

    @Test
    void an_update_stands_in_the_modals_place() {
        String id = open();
        String hash = seen().json().getString("hash");
        app.answersJson(
                "{\"response_action\":\"update\",\"view\":" + view(",\"callback_id\":\"second\"", FIELDS) + "}");
        assertThat(stage.slack.submit(alice, id, FILLED).open()).isTrue();
        assertThat(seen().id()).isEqualTo(id);
        assertThat(seen().callbackId()).isEqualTo("second");
        assertThat(seen().json().getString("hash")).isNotEqualTo(hash);
        assertThat(seen().value(seen().inputs().getFirst())).containsExactly("solved");
    }

    @Test
    void a_pushed_view_stands_on_top_and_the_one_below_is_seen_again() {
        String id = open();
        app.answersJson("{\"response_action\":\"push\",\"view\":" + view("", FIELDS) + "}");
        stage.slack.submit(alice, id, FILLED);
        String second = seen().id();
        assertThat(second).isNotEqualTo(id);
        assertThat(seen().json().getString("previous_view_id")).isEqualTo(id);
        assertThat(seen().json().getString("root_view_id")).isEqualTo(id);
        assertThatThrownBy(() -> stage.slack.submit(alice, id, FILLED)).hasMessageContaining("sees no view");
        stage.slack.submit(alice, second, FILLED);
        String third = seen().id();
        assertThat(stage.slack.submit(alice, third, FILLED).notice()).isEqualTo(OpenView.TROUBLE);
        app.answersJson("");
        assertThat(stage.slack.submit(alice, third, FILLED).open()).isTrue();
        assertThat(seen().id()).isEqualTo(second);
        app.answersJson("{\"response_action\":\"clear\"}");
        assertThat(stage.slack.submit(alice, second, FILLED).open()).isFalse();
        assertThat(stage.slack.views(alice)).isEmpty();
    }

    @Test
    void closing_is_told_only_where_it_was_asked_for() {
        String id = open();
        int before = app.requests().size();
        assertThat(stage.slack.closeView(alice, id)).isEmpty();
        assertThat(stage.slack.views(alice)).isEmpty();
        assertThatThrownBy(() -> stage.slack.submit(alice, id, FILLED)).hasMessageContaining("sees no view");
        String told = openFor(alice, view(",\"notify_on_close\":true,\"clear_on_close\":true", FIELDS));
        assertThat(app.requests()).hasSize(before + 1);
        assertThat(stage.slack.closeView(alice, told).orElseThrow().accepted()).isTrue();
        assertThat(app.payload().getString("type")).isEqualTo("view_closed");
        assertThat(app.payload().getBoolean("is_cleared")).isTrue();
        assertThat(app.payload().getObject("view").getString("id")).isEqualTo(told);
        assertThat(App.isSigned(app.last())).isTrue();
    }

    /** Source: github.com/slackapi/bolt-js/issues/1615: the team is the actor's. */
    @Test
    void somebody_of_a_connected_workspace_submits_from_their_own() {
        String id = openFor(AcmeWorkspace.STRANGER, view("", FIELDS));
        stage.slack.submit(AcmeWorkspace.STRANGER, id, FILLED);
        assertThat(app.payload().getObject("team").getString("id")).isEqualTo("T02OTHER");
        assertThat(app.payload().getObject("user").getString("team_id")).isEqualTo("T02OTHER");
        assertThat(app.payload().getObject("view").getString("app_installed_team_id"))
                .isEqualTo(AcmeWorkspace.TEAM);
    }

    @Test
    void a_submission_is_sent_again_byte_for_byte_or_with_a_new_signature() {
        SignedRequest prepared = stage.slack.prepareSubmission(alice, open(), FILLED);
        stage.slack.send(prepared);
        byte[] first = app.last().body();
        stage.clock.pass(Duration.ofHours(1));
        stage.slack.sendAfresh(prepared);
        assertThat(app.last().body()).isEqualTo(first).isEqualTo(prepared.body());
        assertThat(App.isSigned(app.last())).isTrue();
    }

    @Test
    void the_trigger_of_a_submission_opens_another_modal_within_three_seconds() {
        stage.slack.submit(alice, open(), FILLED);
        String trigger = app.payload().getString("trigger_id");
        assertThat(stage.error("views.open", "trigger_id", trigger, "view", view("", FIELDS)))
                .isEqualTo("none");
        assertThat(stage.error("views.open", "trigger_id", trigger, "view", view("", FIELDS)))
                .isEqualTo("exchanged_trigger_id");
    }

    @Test
    void the_app_updates_a_view_that_is_as_it_was() {
        String id = open();
        String hash = seen().json().getString("hash");
        assertThat(stage.error("views.update", "view_id", id, "hash", hash, "view", view("", FIELDS)))
                .isEqualTo("none");
        assertThat(stage.error("views.update", "view_id", id, "hash", hash, "view", view("", FIELDS)))
                .isEqualTo("hash_conflict");
        assertThat(stage.error("views.update", "view_id", "V0NONE", "view", view("", FIELDS)))
                .isEqualTo("not_found");
    }
}
