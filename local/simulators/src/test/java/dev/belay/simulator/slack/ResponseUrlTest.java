package dev.belay.simulator.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Source: docs.slack.dev/interactivity/handling-user-interaction#message_responses. */
class ResponseUrlTest {
    private final Stage stage = new Stage();
    private final App app = new App();
    private String card = "";

    @BeforeEach
    void begin() {
        stage.slack.requestUrl(app.url());
        card = stage.card(AcmeWorkspace.SUPPORT);
        stage.slack.press(AcmeWorkspace.ALICE, AcmeWorkspace.SUPPORT, card, "ack");
    }

    @AfterEach
    void end() {
        stage.close();
        app.close();
    }

    private HttpResponse<String> say(String json) {
        return stage.post(app.payload().getString("response_url"), "", "application/json", json);
    }

    @Test
    void what_is_said_is_seen_by_the_person_alone() {
        assertThat(say("{\"text\":\"no\"}").body()).isEqualTo("ok");
        assertThat(stage.slack.ephemerals(AcmeWorkspace.ALICE).getFirst().text())
                .isEqualTo("no");
        assertThat(stage.slack.messages(AcmeWorkspace.SUPPORT)).hasSize(1);
        assertThat(stage.slack.calls("response_url")).hasSize(1);
        assertThat(stage.faults.calls()).endsWith("slack response_url");
    }

    @Test
    void it_may_be_said_to_all_or_in_place_of_the_message_or_delete_it() {
        say("{\"text\":\"all\",\"response_type\":\"in_channel\"}");
        assertThat(stage.slack.messages(AcmeWorkspace.SUPPORT)).hasSize(2);
        say("{\"text\":\"instead\",\"replace_original\":true}");
        assertThat(stage.slack
                        .messages(AcmeWorkspace.SUPPORT)
                        .getFirst()
                        .content()
                        .text())
                .isEqualTo("instead");
        say("{\"delete_original\":true}");
        assertThat(stage.slack.messages(AcmeWorkspace.SUPPORT)).hasSize(1);
    }

    @Test
    void a_private_message_is_replaced_for_its_person() {
        say("{\"text\":\"take over?\",\"blocks\":" + Stage.CARD + "}");
        String ts = stage.slack.ephemerals(AcmeWorkspace.ALICE).getFirst().ts();
        stage.slack.press(AcmeWorkspace.ALICE, AcmeWorkspace.SUPPORT, ts, "ack");
        say("{\"text\":\"done\",\"replace_original\":true}");
        assertThat(stage.slack.ephemerals(AcmeWorkspace.ALICE)).hasSize(1);
        assertThat(stage.slack.ephemerals(AcmeWorkspace.ALICE).getFirst().text())
                .isEqualTo("done");
    }

    @Test
    void it_is_good_for_five_uses() {
        for (int i = 0; i < 5; i++) {
            assertThat(say("{\"text\":\"no\"}").statusCode()).isEqualTo(200);
        }
        assertThat(say("{\"text\":\"no\"}").body()).contains("used_url");
    }

    @Test
    void it_is_good_for_half_an_hour() {
        stage.clock.pass(Duration.ofMinutes(31));
        assertThat(say("{\"text\":\"no\"}").body()).contains("expired_url");
    }

    @Test
    void a_url_that_was_never_given_is_refused() {
        assertThat(stage.post(stage.slack.url() + "/actions/T01ACME/x", "", "application/json", "{}")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void what_no_message_may_say_may_not_be_said_here_either() {
        assertThat(say("{\"text\":\"x\",\"blocks\":[{\"type\":\"carpet\"}]}").body())
                .contains("invalid_blocks");
        assertThat(say("{}").body()).contains("no_text");
        assertThat(say("carpet").body()).contains("invalid_payload");
    }
}
