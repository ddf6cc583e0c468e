package dev.belay.simulator.teams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonWriter;
import dev.belay.simulator.teams.app.Button;
import dev.belay.simulator.teams.app.Delivery;
import dev.belay.simulator.teams.app.SignedRequest;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sources: learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/cards-actions, universal action model. */
class PressTest {
    private final Stage stage = new Stage();
    private final App app = new App();
    private final String support = AcmeTeams.SUPPORT;

    @BeforeEach
    void begin() {
        stage.teams.messagingEndpoint(app.url());
    }

    @AfterEach
    void end() {
        stage.close();
        app.close();
    }

    @Test
    void an_execute_is_an_invoke_whose_answer_is_read() {
        String message = stage.card(support);
        Delivery delivery = stage.teams.press(AcmeTeams.ALICE, support, message, "ack", Button.EXECUTE);
        assertThat(delivery.accepted()).isTrue();
        assertThat(delivery.invoke().orElseThrow().sentence()).isEqualTo("Done.");
        JsonObject activity = app.activity();
        assertThat(activity.getString("type")).isEqualTo("invoke");
        assertThat(activity.getString("name")).isEqualTo("adaptiveCard/action");
        assertThat(activity.getString("replyToId")).isEqualTo(message);
        assertThat(activity.getObject("conversation").getString("id")).isEqualTo(support + ";messageid=" + message);
        JsonObject action = activity.getObject("value").getObject("action");
        assertThat(action.getString("verb")).isEqualTo("ack");
        assertThat(action.getObject("data").getInt("generation")).isEqualTo(1);
    }

    @Test
    void a_submit_is_a_message_with_a_value_and_without_text() {
        String message = stage.card(support);
        stage.teams.press(AcmeTeams.ALICE, support, message, "ack", Button.SUBMIT);
        JsonObject activity = app.activity();
        assertThat(activity.getString("type")).isEqualTo("message");
        assertThat(activity.has("text")).isFalse();
        assertThat(activity.getObject("value").getString("action")).isEqualTo("ack");
        assertThat(activity.getObject("from").getString("aadObjectId")).isEqualTo(AcmeTeams.ALICE);
    }

    @Test
    void an_activity_bears_what_those_from_teams_bear() {
        String message = stage.card(support);
        stage.teams.press(AcmeTeams.ALICE, support, message, "ack", Button.EXECUTE);
        JsonObject activity = app.activity();
        assertThat(activity.getString("channelId")).isEqualTo("msteams");
        assertThat(activity.getString("serviceUrl"))
                .isEqualTo(stage.teams.connectorUrl().toString());
        assertThat(activity.getObject("recipient").getString("id")).isEqualTo("28:" + AcmeTeams.APP.id());
        assertThat(activity.getObject("from").getString("id")).isEqualTo(AcmeTeams.mri(AcmeTeams.ALICE));
        assertThat(activity.getObject("conversation").getString("conversationType"))
                .isEqualTo("channel");
        assertThat(activity.getObject("conversation").getString("tenantId")).isEqualTo(AcmeTeams.TENANT);
        JsonObject data = activity.getObject("channelData");
        assertThat(data.getObject("tenant").getString("id")).isEqualTo(AcmeTeams.TENANT);
        assertThat(data.getObject("team").getString("id")).isEqualTo(AcmeTeams.GENERAL);
        assertThat(data.getObject("team").has("aadGroupId")).isFalse();
        assertThat(activity.getArray("entities").getObject(0).getString("type")).isEqualTo("clientInfo");
        assertThat(app.last().header("x-ms-tenant-id")).contains(AcmeTeams.TENANT);
        assertThat(app.last().header("authorization").orElse("")).startsWith("Bearer ");
    }

    @Test
    void what_was_filled_in_is_sent_with_the_data_of_either_kind() {
        String message = stage.card(support);
        for (Button how : Button.values()) {
            JsonObject press = JsonObject.builder()
                    .value("person", AcmeTeams.ALICE)
                    .value("conversation", support)
                    .value("message", message)
                    .value("action", "ack")
                    .value("how", how.name())
                    .object("inputs")
                    .value("note", "seen")
                    .end()
                    .done();
            stage.call("POST", stage.teams.url() + "/_sim/press", "", JsonWriter.string(press));
            JsonObject value = app.activity().getObject("value");
            JsonObject data = how == Button.EXECUTE ? value.getObject("action").getObject("data") : value;
            assertThat(data.getString("note") + data.getString("action")).isEqualTo("seenack");
        }
    }

    @Test
    void an_invoke_needs_an_answer_of_the_forms_that_there_are() {
        String message = stage.card(support);
        String shape = "{\"statusCode\":%d,\"type\":\"application/vnd.microsoft.%s\",\"value\":%s}";
        for (String good : new String[] {
            shape.formatted(200, "card.adaptive", Stage.CARD),
            shape.formatted(500, "error", "{\"code\":\"Unavailable\",\"message\":\"Later.\"}"),
            shape.formatted(200, "activity.message", "\"ok\"")
        }) {
            app.answers(200, good);
            assertThat(stage.teams
                            .press(AcmeTeams.ALICE, support, message, "ack", Button.EXECUTE)
                            .reason())
                    .isEmpty();
        }
        for (String bad : new String[] {
            "",
            "ok",
            shape.formatted(200, "error", "{\"code\":\"x\",\"message\":\"y\"}"),
            shape.formatted(200, "card.adaptive", "\"text\""),
            shape.formatted(400, "error", "\"text\""),
            shape.formatted(200, "other", "\"text\"")
        }) {
            app.answers(200, bad);
            assertThat(stage.teams
                            .press(AcmeTeams.ALICE, support, message, "ack", Button.EXECUTE)
                            .reason())
                    .isEqualTo("invalid_invoke_response");
        }
    }

    @Test
    void an_answer_that_is_late_or_an_error_is_told() {
        String message = stage.card(support);
        app.answers(503, "");
        Delivery failed = stage.teams.press(AcmeTeams.ALICE, support, message, "ack", Button.SUBMIT);
        assertThat(failed.accepted()).isFalse();
        assertThat(failed.reason() + failed.status()).isEqualTo("http_error503");
        app.answers(0, "");
        assertThat(stage.teams
                        .press(AcmeTeams.ALICE, support, message, "ack", Button.EXECUTE)
                        .reason())
                .isEqualTo("connection_failed");
    }

    /** Source: github.com/microsoft/botbuilder-dotnet/issues/5005: what was not answered comes again, with a new id. */
    @Test
    void what_was_not_taken_comes_again_with_a_new_id() {
        String message = stage.card(support);
        app.answers(501, "");
        stage.teams.press(AcmeTeams.ALICE, support, message, "ack", Button.SUBMIT);
        String first = app.activity().getString("id");
        app.answers(200, "");
        assertThat(stage.teams.tryAgain()).singleElement().satisfies(again -> assertThat(again.accepted())
                .isTrue());
        assertThat(app.activity().getString("id")).isNotEqualTo(first);
        assertThat(app.activity().getString("replyToId")).isEqualTo(message);
        assertThat(stage.teams.tryAgain()).isEmpty();
    }

    @Test
    void a_request_is_sent_as_often_and_as_late_as_one_likes() {
        SignedRequest request =
                stage.teams.prepare(AcmeTeams.ALICE, support, stage.card(support), "ack", Button.SUBMIT);
        stage.teams.send(request);
        stage.teams.send(request);
        assertThat(app.requests().get(0).text()).isEqualTo(app.requests().get(1).text());
        stage.clock.pass(Duration.ofHours(2));
        stage.teams.sendAfresh(request);
        assertThat(app.last().text()).isEqualTo(request.text());
        assertThat(app.last().header("authorization"))
                .isNotEqualTo(app.requests().getFirst().header("authorization"));
        stage.teams.send(request.withToken(""));
        assertThat(app.last().header("authorization")).isEmpty();
        assertThat(stage.teams.deliveries()).hasSize(4);
    }

    @Test
    void a_person_presses_what_they_see_and_nothing_else() {
        String message = stage.card(support);
        for (String person : new String[] {AcmeTeams.STRANGER, AcmeTeams.DEACTIVATED, AcmeTeams.OTHER_BOT}) {
            assertThatThrownBy(() -> stage.teams.press(person, support, message, "ack", Button.EXECUTE))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> stage.teams.press(AcmeTeams.ALICE, support, message, "dance", Button.EXECUTE))
                .hasMessage("the message has no button dance to EXECUTE");
        assertThat(stage.teams
                        .press(AcmeTeams.GUEST, support, message, "ack", Button.EXECUTE)
                        .accepted())
                .isTrue();
    }

    @Test
    void somebody_of_another_tenant_presses_under_their_own_tenant() {
        String message = stage.card(AcmeTeams.PARTNERS);
        stage.teams.press(AcmeTeams.STRANGER, AcmeTeams.PARTNERS, message, "ack", Button.EXECUTE);
        JsonObject activity = app.activity();
        assertThat(activity.getObject("channelData").getObject("tenant").getString("id"))
                .isEqualTo(AcmeTeams.OTHER_TENANT);
        assertThat(activity.getObject("conversation").getString("tenantId")).isEqualTo(AcmeTeams.TENANT);
    }

    @Test
    void a_button_is_pressed_in_a_1_1_chat() {
        String chat = stage.connector("POST", "v3/conversations", Stage.chat(AcmeTeams.BOB))
                .json()
                .getString("id");
        String message = stage.connector("POST", Stage.activities(chat), Stage.message(Stage.CARD))
                .json()
                .getString("id");
        stage.teams.press(AcmeTeams.BOB, chat, message, "ack", Button.SUBMIT);
        JsonObject conversation = app.activity().getObject("conversation");
        assertThat(conversation.getString("conversationType")).isEqualTo("personal");
        assertThat(conversation.getString("id")).isEqualTo(chat);
        assertThatThrownBy(() -> stage.teams.press(AcmeTeams.ALICE, chat, message, "ack", Button.SUBMIT))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_button_of_a_targeted_message_is_its_persons_alone() {
        String card = Stage.message(Stage.CARD)
                .replace(
                        "\"type\":\"message\",",
                        "\"type\":\"message\",\"recipient\":{\"id\":\"" + AcmeTeams.BOB + "\"},");
        String message = stage.connector("POST", Stage.activities(support) + "?isTargetedActivity=true", card)
                .json()
                .getString("id");
        assertThatThrownBy(() -> stage.teams.press(AcmeTeams.ALICE, support, message, "ack", Button.EXECUTE))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(stage.teams
                        .press(AcmeTeams.BOB, support, message, "ack", Button.EXECUTE)
                        .accepted())
                .isTrue();
        assertThat(app.activity().getString("replyToId")).isEqualTo(message);
    }
}
