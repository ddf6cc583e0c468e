package dev.belay.wiring.credential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.credential.CredentialCheck;
import dev.belay.credential.Finding;
import dev.belay.simulator.slack.AcmeWorkspace;
import dev.belay.simulator.slack.workspace.Grant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each credential that the settings name has a check, which reads what is stored now and shows it where it belongs. */
final class CredentialChecksTest {
    private static final String SECRET = "belay/slack/" + AcmeWorkspace.TEAM;

    private final ErrorStage stage = new ErrorStage();

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void there_is_one_for_each_that_is_shown_to_a_system() {
        assertThat(stage.checks())
                .extracting(check -> check.id().toString())
                .containsExactly(
                        "slack/T01ACME",
                        "teams/7f3c2c1e-0b52-4c8e-9d61-aa00ac3e0001",
                        "servicenow/acme",
                        "pager/pagerduty",
                        "pager/webhook");
        assertThat(stage.checks()).allSatisfy(check -> assertThat(check.check())
                .isInstanceOf(check.id().owner().equals("webhook") ? Finding.NotProvable.class : Finding.Taken.class));
    }

    @Test
    void what_is_stored_anew_is_checked_at_once() {
        stage.aws().putSecret(SECRET, "{\"bot_token\":\"xoxb-another\"}");
        assertThat(why()).contains("invalid_auth").doesNotContain("xoxb-another");
        stage.aws().putSecret(SECRET, "{\"bot_token\":\"" + AcmeWorkspace.APP.botToken() + "\"}");
        assertThat(stage.check("Slack")).isInstanceOf(Finding.Taken.class);
    }

    @Test
    void a_token_that_died_is_refused_and_one_that_lives_again_is_taken() {
        stage.slack().workspace().botToken(Grant.Standing.REVOKED);
        assertThat(why()).contains("token_revoked", "install the app again");
        stage.slack().workspace().botToken(Grant.Standing.VALID);
        assertThat(stage.check("Slack")).isInstanceOf(Finding.Taken.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {"bot_token":"xapp-top-secret"}    | its secret is wrong: bot_token is an app-level token
        {"bot_token":"xoxe.xoxb-top"}      | its secret is wrong: bot_token rotates (xoxe.xoxb-), and its refresh_token is missing
        xoxb-top-secret                    | is not a JSON object
        {"T02OTHER":"xoxb-top-secret"}     | there is no bot token for the workspace T01ACME
        """)
    void what_has_the_wrong_shape_is_refused_and_sent_to_nobody(String document, String said) {
        stage.slack().forgetCalls();
        stage.aws().putSecret(SECRET, document);
        assertThat(why()).contains(said).doesNotContain("top-secret");
        assertThat(stage.slack().calls()).isEmpty();
    }

    @Test
    void a_token_that_rotates_says_so_and_has_no_end() {
        stage.aws()
                .putSecret(
                        SECRET,
                        "{\"bot_token\":\"" + AcmeWorkspace.APP.botToken()
                                + "\",\"refresh_token\":\"xoxe-1\",\"expires_at\":\"2026-11-23T20:00:00Z\"}");
        Finding.Taken taken = (Finding.Taken) stage.check("Slack");
        assertThat(taken.proof()).contains("it rotates: this token is good until 2026-11-23T20:00:00Z");
        assertThat(taken.ends()).isEmpty();
    }

    @Test
    void a_store_that_does_not_answer_says_nothing_of_any_credential() {
        stage.aws().interrupt("secretsmanager");
        assertThat(stage.checks())
                .extracting(CredentialCheck::check)
                .hasSize(5)
                .allMatch(Finding.NotChecked.class::isInstance);
    }

    private String why() {
        return ((Finding.Refused) stage.check("Slack")).why();
    }
}
