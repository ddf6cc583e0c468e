package dev.belay.simulator.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import dev.belay.simulator.http.Request;
import dev.belay.simulator.slack.app.Delivery;
import dev.belay.simulator.slack.app.SignedRequest;
import dev.belay.simulator.slack.workspace.Message;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sources: docs.slack.dev/interactivity/handling-user-interaction, docs.slack.dev/apis/events-api. */
class PressTest {
    private final Stage stage = new Stage();
    private final App app = new App();
    private final String support = AcmeWorkspace.SUPPORT;

    @BeforeEach
    void begin() {
        assertThat(stage.slack.requestUrl(app.url()).accepted()).isTrue();
    }

    @AfterEach
    void end() {
        stage.close();
        app.close();
    }

    private Delivery press(String ts) {
        return stage.slack.press(AcmeWorkspace.ALICE, support, ts, "ack");
    }

    @Test
    void a_request_url_is_taken_only_if_it_answers_a_signed_challenge() {
        assertThat(App.isSigned(app.last())).isTrue();
        app.answers(401);
        assertThat(stage.slack.requestUrl(app.url()).accepted()).isFalse();
    }

    @Test
    void a_press_is_signed_over_its_bytes() {
        assertThat(press(stage.card(support)).accepted()).isTrue();
        assertThat(App.isSigned(app.last())).isTrue();
        assertThat(app.last().header("content-type")).contains("application/x-www-form-urlencoded");
    }

    @Test
    void a_press_says_who_where_and_what() {
        String ts = stage.card(support);
        press(ts);
        JsonObject payload = app.payload();
        assertThat(payload.getString("type")).isEqualTo("block_actions");
        assertThat(payload.getObject("user").getString("team_id")).isEqualTo("T01ACME");
        assertThat(payload.getObject("container").getString("message_ts")).isEqualTo(ts);
        assertThat(payload.getObject("container").getBoolean("is_ephemeral")).isFalse();
        assertThat(payload.getObject("message").getArray("blocks")).hasSize(2);
        assertThat(payload.getArray("actions").getObject(0).getString("value")).isEqualTo("{\"action\":\"ack\"}");
        assertThat(payload.getArray("actions").getObject(0).getString("block_id"))
                .isEqualTo("incident");
    }

    /** The recording differs only in a message that repeats its channel. */
    @Test
    void a_press_has_all_that_a_recorded_one_has() throws IOException, JsonParserException {
        press(stage.card(support));
        JsonObject recorded = payload(recorded("block_actions_ack"));
        JsonObject made = app.payload();
        assertThat(made.keySet()).containsAll(recorded.keySet());
        for (String part : List.of("user", "team", "container", "channel", "state")) {
            assertThat(made.getObject(part).keySet())
                    .containsAll(recorded.getObject(part).keySet());
        }
        Set<String> message = recorded.getObject("message").keySet();
        message.remove("channel");
        assertThat(made.getObject("message").keySet()).containsAll(message);
        assertThat(made.getArray("actions").getObject(0).keySet())
                .containsAll(recorded.getArray("actions").getObject(0).keySet());
    }

    private static String recorded(String name) throws IOException, JsonParserException {
        try (InputStream file = PressTest.class.getResourceAsStream("/slack/" + name + ".json")) {
            return JsonParser.object().from(Objects.requireNonNull(file)).getString("body", "");
        }
    }

    private static JsonObject payload(String body) {
        return Stage.json(URLDecoder.decode(body.substring("payload=".length()), StandardCharsets.UTF_8));
    }

    @Test
    void an_event_has_all_that_a_recorded_one_has() throws IOException, JsonParserException {
        stage.slack.say(AcmeWorkspace.ALICE, support, "looking at the payment gateway now", "");
        JsonObject recorded = Stage.json(recorded("event_message"));
        JsonObject made = Stage.json(app.last().text());
        assertThat(made.keySet()).containsAll(recorded.keySet());
        assertThat(made.getObject("event").keySet())
                .containsAll(recorded.getObject("event").keySet());
        assertThat(made.getArray("authorizations")).isEqualTo(recorded.getArray("authorizations"));
    }

    @Test
    void a_press_in_a_thread_names_the_thread() {
        String parent = stage.card(support);
        String reply = stage.call("chat.postMessage", "channel", support, "thread_ts", parent, "blocks", Stage.CARD)
                .getString("ts");
        press(reply);
        assertThat(app.payload().getObject("container").getString("thread_ts")).isEqualTo(parent);
        assertThat(app.payload().getObject("message").getString("thread_ts")).isEqualTo(parent);
    }

    @Test
    void a_press_on_a_private_message_bears_no_message() {
        String ts = stage.call(
                        "chat.postEphemeral", "channel", support, "user", AcmeWorkspace.ALICE, "blocks", Stage.CARD)
                .getString("message_ts");
        assertThat(press(ts).accepted()).isTrue();
        assertThat(app.payload().getObject("container").getBoolean("is_ephemeral"))
                .isTrue();
        assertThat(app.payload().has("message")).isFalse();
        assertThatThrownBy(() -> stage.slack.press(AcmeWorkspace.BOB, support, ts, "ack"))
                .hasMessageContaining("sees no message");
    }

    @Test
    void a_stranger_presses_from_their_own_workspace() {
        stage.slack.press(AcmeWorkspace.STRANGER, support, stage.card(support), "ack");
        assertThat(app.payload().getObject("team").getString("id")).isEqualTo("T01ACME");
        assertThat(app.payload().getObject("user").getString("team_id")).isEqualTo("T02OTHER");
    }

    @Test
    void nobody_presses_who_is_gone_or_cannot_see() {
        String ts = stage.card(support);
        assertThatThrownBy(() -> stage.slack.press(AcmeWorkspace.DEACTIVATED, support, ts, "ack"))
                .hasMessageContaining("cannot press");
        String secret = stage.call("conversations.create", "name", "secret", "is_private", "true")
                .getObject("channel")
                .getString("id");
        String card = stage.card(secret);
        assertThatThrownBy(() -> stage.slack.press(AcmeWorkspace.ALICE, secret, card, "ack"))
                .hasMessageContaining("cannot press");
    }

    @Test
    void the_person_sees_an_error_where_the_app_does_not_take_the_press() {
        String ts = stage.card(support);
        app.answers(503);
        assertThat(press(ts).reason()).isEqualTo("http_error");
        app.answers(0);
        assertThat(press(ts).reason()).isEqualTo("connection_failed");
    }

    @Test
    void a_request_is_sent_again_byte_for_byte_or_with_a_new_signature() {
        SignedRequest first = press(stage.card(support)).request();
        Request original = app.last();
        stage.clock.pass(Duration.ofHours(1));
        stage.slack.send(first);
        assertThat(app.last().body()).isEqualTo(original.body());
        assertThat(app.last().header("x-slack-signature")).isEqualTo(original.header("x-slack-signature"));
        stage.slack.sendAfresh(first);
        assertThat(app.last().body()).isEqualTo(original.body());
        assertThat(app.last().header("x-slack-signature")).isNotEqualTo(original.header("x-slack-signature"));
        assertThat(App.isSigned(app.last())).isTrue();
    }

    @Test
    void a_dialog_opens_once_and_within_three_seconds() {
        String ts = stage.card(support);
        press(ts);
        String first = app.payload().getString("trigger_id");
        assertThat(open(first)).isEqualTo("none");
        assertThat(open(first)).isEqualTo("exchanged_trigger_id");
        press(ts);
        stage.clock.pass(Duration.ofSeconds(4));
        assertThat(open(app.payload().getString("trigger_id"))).isEqualTo("expired_trigger_id");
        assertThat(open("1.2.3")).isEqualTo("invalid_trigger_id");
    }

    private String open(String trigger) {
        String view = "{\"type\":\"modal\",\"title\":{\"type\":\"plain_text\",\"text\":\"T\"},\"blocks\":"
                + Stage.section("x") + "}";
        return stage.error("views.open", "trigger_id", trigger, "view", view);
    }

    @Test
    void an_event_that_the_app_does_not_take_comes_again_at_once_after_a_minute_and_after_five() {
        app.answers(500);
        Message said = stage.slack.say(AcmeWorkspace.ALICE, support, "looking", "");
        assertThat(Stage.json(app.last().text()).getObject("event").getString("ts"))
                .isEqualTo(said.ts());
        assertThat(stage.slack.tryAgain()).hasSize(1);
        assertThat(app.last().header("x-slack-retry-num")).contains("1");
        assertThat(app.last().header("x-slack-retry-reason")).contains("http_error");
        assertThat(stage.slack.tryAgain()).isEmpty();
        stage.clock.pass(Duration.ofMinutes(1));
        assertThat(stage.slack.tryAgain()).hasSize(1);
        stage.clock.pass(Duration.ofMinutes(5));
        assertThat(stage.slack.tryAgain()).hasSize(1);
        assertThat(app.last().header("x-slack-retry-num")).contains("3");
        stage.clock.pass(Duration.ofHours(1));
        assertThat(stage.slack.tryAgain()).isEmpty();
        assertThat(App.isSigned(app.last())).isTrue();
    }
}
