package dev.belay.ingress;

import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import com.grack.nanojson.JsonWriter;
import dev.belay.dialog.Input;
import dev.belay.event.Press;
import dev.belay.events.PressCodec;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A button that asks first opens its dialog at once, and what is entered there is a press. */
final class DialogsTest {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String BUTTON =
            "{\"table\":\"incident\",\"sys_id\":\"9d385017c611228701d22104cc95c371\",\"action\":\"hand-over\","
                    + "\"generation\":3,\"replaces\":\"5137153cc611227c000bbd1bd8cd2005\"}";

    private final Ingress ingress = new Ingress();

    @AfterEach
    void close() {
        ingress.close();
    }

    @Test
    void a_press_opens_the_dialog_with_its_trigger_and_the_workspace_s_token_and_nothing_is_stored()
            throws JsonParserException {
        assertThat(press().status()).isEqualTo(200);
        assertThat(ingress.aws.messages).isEmpty();
        assertThat(ingress.aws.tokens).containsExactly("Bearer xoxb-one");
        JsonObject opened = ingress.aws.views.getFirst();
        assertThat(opened.getString("trigger_id")).isEqualTo("12345.98765.abcd");
        JsonObject view = opened.getObject("view");
        assertThat(view.getString("type")).isEqualTo("modal");
        assertThat(view.getArray("blocks").getObject(0).getObject("element").getString("type"))
                .isEqualTo("users_select");
        assertThat(JsonParser.object().from(view.getString("private_metadata")))
                .containsEntry("channel", "C01GEN")
                .containsEntry("message", "1795336131.000001")
                .containsEntry("replaces", "5137153cc611227c000bbd1bd8cd2005");
        assertThat(ingress.lastLine()).contains("\"outcome\":\"opened\"").doesNotContain("xoxb");
    }

    @Test
    void a_dialog_that_does_not_open_is_stored_as_a_press_without_input() {
        ingress.aws.viewsOpen = "{\"ok\":false,\"error\":\"expired_trigger_id\"}";
        assertThat(press().status()).isEqualTo(200);
        assertThat(stored().input()).isEqualTo(Input.NONE);
        assertThat(ingress.lastLine()).contains("expired_trigger_id");
    }

    @Test
    void a_token_that_was_rotated_is_read_again_once() {
        press();
        ingress.clock.advance(Duration.ofSeconds(20));
        ingress.aws.secrets.put("arn:slack-tokens", "{\"T01ACME\":\"xoxb-two\"}");
        ingress.aws.viewsOpen = "{\"ok\":false,\"error\":\"token_revoked\"}";
        press();
        assertThat(ingress.aws.tokens).containsExactly("Bearer xoxb-one", "Bearer xoxb-one", "Bearer xoxb-two");
    }

    @Test
    void each_workspace_may_have_a_secret_of_its_own_which_is_cached_and_read_again_once() {
        try (Ingress own = new Ingress(Map.of("BELAY_SLACK_TOKENS_SECRET_ARN", "belay/slack/*"))) {
            own.aws.secrets.put("belay/slack/T01ACME", "{\"bot_token\":\"xoxb-own\"}");
            press(own);
            int reads = own.aws.secretReads.get();
            press(own);
            assertThat(own.aws.tokens).containsExactly("Bearer xoxb-own", "Bearer xoxb-own");
            assertThat(own.aws.secretReads).hasValue(reads);
            own.clock.advance(Duration.ofSeconds(20));
            own.aws.secrets.put("belay/slack/T01ACME", "{\"bot_token\":\"xoxb-new\"}");
            own.aws.viewsOpen = "{\"ok\":false,\"error\":\"invalid_auth\"}";
            press(own);
            assertThat(own.aws.tokens).endsWith("Bearer xoxb-own", "Bearer xoxb-new");
        }
    }

    @Test
    void a_workspace_without_a_secret_is_stored_with_the_reason() {
        try (Ingress own = new Ingress(Map.of("BELAY_SLACK_TOKENS_SECRET_ARN", "belay/slack/*"))) {
            assertThat(press(own).status()).isEqualTo(200);
            assertThat(own.aws.messages).hasSize(1);
            assertThat(own.lastLine())
                    .contains(
                            "there is no bot token for the workspace T01ACME: store it with './belay secrets put slack/T01ACME --stack belay'");
        }
    }

    @Test
    void a_token_of_another_kind_is_told_as_what_it_is_and_not_sent() {
        try (Ingress own = new Ingress(Map.of("BELAY_SLACK_TOKENS_SECRET_ARN", "arn:one, arn:two"))) {
            own.aws.secrets.put("arn:one", "{\"T02ACME\":\"xoxb-one\"}");
            own.aws.secrets.put("arn:two", "{\"T01ACME\":\"xoxp-top-secret\"}");
            assertThat(press(own).status()).isEqualTo(200);
            assertThat(own.aws.messages).hasSize(1);
            assertThat(own.aws.tokens).isEmpty();
            assertThat(own.lastLine())
                    .contains("T01ACME is a user token (xoxp-)")
                    .doesNotContain("top-secret");
        }
    }

    @Test
    void what_is_submitted_is_stored_as_a_press_of_the_card_with_what_was_entered() {
        Ingress.Reply reply = submit("{\"to\":{\"to\":{\"type\":\"users_select\",\"selected_user\":\"U02ANN\"}}}");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body()).isEmpty();
        Press press = stored();
        assertThat(press.input()).isEqualTo(new Input(Map.of("to", List.of("U02ANN"))));
        assertThat(press.workspace()).isEqualTo("T01ACME");
        assertThat(press.userWorkspace()).contains("T09OTHER");
        assertThat(press.place()).isEqualTo(new Press.Place("C01GEN", false, Optional.empty(), "1795336131.000001"));
        assertThat(press.button().action()).isEqualTo("hand-over");
    }

    @Test
    void what_is_missing_is_said_in_the_dialog_which_stays_open() {
        Ingress.Reply reply = submit("{\"to\":{\"to\":{\"type\":\"users_select\",\"selected_user\":null}}}");
        assertThat(reply.body())
                .isEqualTo("{\"response_action\":\"errors\",\"errors\":{\"to\":\"Please fill this in.\"}}");
        assertThat(ingress.aws.messages).isEmpty();
    }

    @Test
    void the_same_submission_is_one_press_however_often_it_comes() {
        String values = "{\"to\":{\"to\":{\"type\":\"users_select\",\"selected_user\":\"U02ANN\"}}}";
        submit(values);
        submit(values);
        assertThat(ingress.aws.messages)
                .hasSize(2)
                .extracting(message -> message.getString("MessageDeduplicationId"))
                .containsOnly(ingress.aws.messages.getFirst().getString("MessageDeduplicationId"));
    }

    @Test
    void another_apps_dialog_is_none_of_ours() {
        Ingress.Reply reply = ingress.send(slack(object("type", "view_submission", "view", object("id", "V1"))));
        assertThat(reply.status()).isEqualTo(200);
        assertThat(ingress.aws.messages).isEmpty();
    }

    private Press stored() {
        return PressCodec.read(ingress.aws.messages.getFirst().getString("MessageBody"));
    }

    private Ingress.Reply press() {
        return press(ingress);
    }

    private Ingress.Reply press(Ingress pressed) {
        JsonObject payload = who("block_actions");
        payload.put("trigger_id", "12345.98765.abcd");
        payload.put("container", object("channel_id", "C01GEN", "message_ts", "1795336131.000001"));
        payload.put(
                "actions",
                JsonArray.from(object("action_id", "hand-over", "value", BUTTON, "action_ts", "1795336131.5")));
        return pressed.send(slack(payload));
    }

    private Ingress.Reply submit(String values) {
        try {
            JsonObject metadata = JsonParser.object().from(BUTTON);
            metadata.put("channel", "C01GEN");
            metadata.put("message", "1795336131.000001");
            JsonObject payload = who("view_submission");
            payload.put("team", object("id", "T09OTHER"));
            payload.put(
                    "view",
                    object(
                            "id",
                            "V01",
                            "app_installed_team_id",
                            "T01ACME",
                            "private_metadata",
                            JsonWriter.string(metadata),
                            "state",
                            object("values", JsonParser.object().from(values))));
            return ingress.send(slack(payload));
        } catch (JsonParserException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static JsonObject who(String type) {
        return object(
                "type",
                type,
                "api_app_id",
                "A01BELAY",
                "team",
                object("id", "T01ACME"),
                "user",
                object("id", "U01ALICE"));
    }

    private JsonObject slack(JsonObject payload) {
        String json = JsonWriter.string(payload);
        return ingress.slack(FORM, "payload=" + URLEncoder.encode(json, StandardCharsets.UTF_8), Ingress.SLACK_SECRET);
    }

    private static JsonObject object(Object... pairs) {
        JsonObject object = new JsonObject();
        for (int i = 0; i < pairs.length; i += 2) {
            object.put((String) pairs[i], pairs[i + 1]);
        }
        return object;
    }
}
