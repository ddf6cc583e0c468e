package dev.belay.secret;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of a secret that is not there names the command that stores it, for the stack that lacks it. */
final class SecretPlaceTest {
    @ParameterizedTest
    @CsvSource({
        "belay/slack-signing, SLACK_SIGNING, '', ./belay secrets put slack-signing --stack belay",
        "belay/servicenow-events/acme, SERVICENOW_EVENTS, acme, ./belay secrets put servicenow-events/acme --stack belay",
        "dev/slack/T01ACME, SLACK_TOKENS, T01ACME, ./belay secrets put slack/T01ACME --stack dev",
        "a/b/pagers, PAGERS, any, ./belay secrets put pagers --stack a/b"
    })
    void a_secret_of_the_stack_is_stored_by_its_name(String id, SecretKind kind, String owner, String command) {
        assertThat(new SecretPlace(id, kind, owner).missing())
                .isEqualTo(
                        "not set up yet: the secret " + id + " is missing or empty: store it with '" + command + "'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "arn:aws:secretsmanager:eu-central-1:123456789012:secret:belay/slack-signing",
                "corp-slack",
                "slack-signing",
                "belay/servicenow-events/other",
                ""
            })
    void a_secret_that_the_stack_was_given_is_not_named(String id) {
        assertThat(new SecretPlace(id, SecretKind.SLACK_SIGNING, "").missing())
                .isEqualTo(
                        "not set up yet: the secret that the stack was given for slack-signing is missing or empty: store"
                                + " {\"signing_secret\": \"…\", \"previous_signing_secret\"?: \"…\"} in it");
    }

    @Test
    void a_secret_for_several_workspaces_wants_the_workspaces_id() {
        assertThat(new SecretPlace("arn:aws:x", SecretKind.SLACK_TOKENS, "T01ACME").remedy())
                .contains(", or {\"T01ACME\": \"xoxb-…\"}, in it");
    }

    @Test
    void what_is_wrong_is_said_before_the_remedy() {
        assertThat(new SecretPlace("belay/slack-signing", SecretKind.SLACK_SIGNING, "").wrong("it is no JSON"))
                .isEqualTo("the secret belay/slack-signing is wrong: it is no JSON; store it with"
                        + " './belay secrets put slack-signing --stack belay'");
    }

    @ParameterizedTest
    @CsvSource({
        "belay/slack/*, ./belay secrets put slack/T01ACME --stack belay",
        "'belay/slack/*,corp-slack', ./belay secrets put slack/T01ACME --stack belay",
        "'corp-slack,belay/slack/*', or {\"T01ACME\": \"xoxb-…\"}"
    })
    void of_several_places_it_is_stored_in_the_first_that_may_hold_it(String listed, String remedy) {
        assertThat(SecretPlace.first(listed, SecretKind.SLACK_TOKENS, "T01ACME").remedy())
                .contains(remedy);
    }
}
