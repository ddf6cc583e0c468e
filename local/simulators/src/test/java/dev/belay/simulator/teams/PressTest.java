package dev.belay.simulator.teams;

import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonObject;
import dev.belay.simulator.teams.app.Button;
import dev.belay.simulator.teams.app.Delivery;
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
}
