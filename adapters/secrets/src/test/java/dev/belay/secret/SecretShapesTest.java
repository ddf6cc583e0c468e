package dev.belay.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A secret of the wrong kind is told as what it is, and never shown. */
final class SecretShapesTest {
    private static final String GUID = "7f3c2c1e-0b52-4c8e-9d61-aa00acae0002";
    private static final String MARK = "TOPSECRET";
    private static final String CERTIFICATE = "-----BEGIN CERTIFICATE-----\nTOPSECRET\n-----END CERTIFICATE-----\n";
    private static final String KEY = "-----BEGIN PRIVATE KEY-----\nTOPSECRET\n-----END PRIVATE KEY-----\n";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            xoxb-1-TOPSECRET      |
            xoxp-1-TOPSECRET      | bot_token is a user token (xoxp-)
            xoxe.xoxp-1-TOPSECRET | bot_token is a user token (xoxp-)
            xapp-1-TOPSECRET      | bot_token is an app-level token (xapp-)
            xoxe-1-TOPSECRET      | bot_token is a refresh token (xoxe-)
            xoxc-1-TOPSECRET      | bot_token is a token of somebody's browser (xoxc-)
            TOPSECRET             | bot_token is no bot token
            xoxb-1-TOP SECRET     | bot_token has a blank or a line break in it
            'xoxb-1-TOPSECRET '   | bot_token has a blank or a line break in it
            "xoxb-1-TOPSECRET"    | bot_token stands in quotation marks
            xoxb-1-TOPSECRÉT      | bot_token has a character in it that is not ASCII
            """)
    void a_token_of_another_kind_is_told_as_what_it_is(String token, @Nullable String said) {
        List<String> problems = SecretKind.SLACK_TOKENS.problems(Map.of("bot_token", token));
        if (said == null) {
            assertThat(problems).isEmpty();
        } else {
            expect(problems, said);
        }
    }

    @Test
    void a_token_that_rotates_has_its_refresh_token_and_its_end() {
        Map<String, String> pair =
                Map.of("bot_token", "xoxe.xoxb-1-a", "refresh_token", "xoxe-1-b", "expires_at", "2027-01-31T12:00:00Z");
        assertThat(SecretKind.SLACK_TOKENS.problems(pair)).isEmpty();
        assertThat(SecretKind.SLACK_TOKENS.remarks(pair)).isEmpty();
        expect(without(pair, "refresh_token"), "bot_token rotates (xoxe.xoxb-), and its refresh_token is missing");
        expect(without(pair, "expires_at"), "expires_at is missing");
        expect(without(pair, "bot_token"), "bot_token is missing");
        expect(
                SecretKind.SLACK_TOKENS.problems(with(pair, "refresh_token", "xoxb-1-TOPSECRET")),
                "refresh_token is a bot token");
        expect(SecretKind.SLACK_TOKENS.problems(with(pair, "expires_at", "soon")), "expires_at is no moment");
    }

    @Test
    void a_pair_is_told_from_a_token_that_does_not_rotate() {
        assertThat(SlackTokenShape.isPair(Map.of("bot_token", "xoxe.xoxb-1-a"))).isTrue();
        assertThat(SlackTokenShape.isPair(Map.of("bot_token", "xoxb-1-a", "refresh_token", "xoxe-1-b")))
                .isFalse();
        assertThat(SlackTokenShape.isPair(Map.of("T01ACME", "xoxe.xoxb-1-a"))).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            123.456          | TOPSECRET        |
            TOPSECRET        | TOPSECRET        | client_id is no client id
            123.             | TOPSECRET        | client_id is no client id
            123.456          | 123.456          | client_secret is a client id
            123.456          | xoxb-TOPSECRET   | client_secret is a bot token
            xapp-TOPSECRET   | TOPSECRET        | client_id is an app-level token (xapp-)
            123.456          | 'TOP SECRET'     | client_secret has a blank
                             | TOPSECRET        | client_id is missing
            """)
    void the_apps_id_and_secret_are_told_apart(@Nullable String id, String secret, @Nullable String said) {
        Map<String, String> document = new TreeMap<>(Map.of("client_secret", secret));
        if (id != null) {
            document.put("client_id", id);
        }
        List<String> problems = SecretKind.SLACK_APP.problems(document);
        if (said == null) {
            assertThat(problems).isEmpty();
        } else {
            expect(problems, said);
        }
    }

    @Test
    void a_list_of_workspaces_is_judged_entry_by_entry() {
        Map<String, String> tokens = Map.of("T01ACME", "xoxb-1", "T02ACME", "xoxp-TOPSECRET");
        assertThat(SlackTokenShape.problems(tokens, "T01ACME")).isEmpty();
        assertThat(SlackTokenShape.isAbout(tokens, "arn:1", "T01ACME")).isTrue();
        assertThat(SlackTokenShape.isAbout(tokens, "arn:1", "T03ACME")).isFalse();
        assertThat(SlackTokenShape.isAbout(Map.of("bot_token", "xoxb-1"), "belay/slack/T02ACME", "T01ACME"))
                .isFalse();
        expect(SlackTokenShape.problems(Map.of("token", "xoxb-TOPSECRET"), "T01ACME"), "an entry is not named by");
        expect(SlackTokenShape.problems(tokens, "T02ACME"), "T02ACME is a user token (xoxp-)");
        assertThat(SecretKind.SLACK_TOKENS.problems(tokens)).hasSize(1);
        assertThat(SlackTokenShape.token(tokens, "T01ACME")).isEqualTo("xoxb-1");
        assertThat(SlackTokenShape.token(tokens, "T03ACME")).isNull();
        assertThat(SlackTokenShape.token(Map.of("bot_token", "xoxb-2"), "T03ACME"))
                .isEqualTo("xoxb-2");
        expect(
                SecretKind.SLACK_TOKENS.problems(Map.of("T01ACME", "xoxe.xoxb-TOPSECRET")),
                "T01ACME is a token that rotates, and its refresh token is missing");
        expect(
                SecretKind.SLACK_TOKENS.problems(Map.of("xoxb-TOPSECRET", "T01ACME")),
                "an entry is not named by a workspace's id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"xoxb-1-TOPSECRET", "xoxp-TOPSECRET", "xapp-TOPSECRET", "https://TOPSECRET.example"})
    void a_token_is_no_signing_secret(String token) {
        expect(
                SecretKind.SLACK_SIGNING.problems(Map.of("signing_secret", token)),
                "signing_secret is a",
                "give the app's Signing Secret");
        expect(
                SecretKind.SLACK_SIGNING.problems(Map.of("signing_secret", "s", "previous_signing_secret", token)),
                "previous_signing_secret is a");
        assertThat(SecretKind.SLACK_SIGNING.problems(Map.of("signing_secret", "8f742231b10e8888abcd99yyyzzz85a5")))
                .isEmpty();
    }

    @Test
    void a_guid_is_no_client_secret_of_an_app_registration() {
        assertThat(SecretKind.TEAMS.problems(Map.of("client_secret", "abc~DEF.123")))
                .isEmpty();
        expect(SecretKind.TEAMS.problems(Map.of("client_secret", GUID)), "client_secret is a GUID");
        expect(SecretKind.TEAMS.problems(Map.of()), "client_secret is missing");
        expect(SecretKind.TEAMS.problems(Map.of("client_secret", "TOPSECRET\n")), "client_secret has a blank");
    }

    @Test
    void the_end_of_a_client_secret_is_asked_for() {
        assertThat(SecretKind.TEAMS.remarks(Map.of("client_secret", "abc", "expires_on", "2027-11-23")))
                .isEmpty();
        expect(SecretKind.TEAMS.remarks(Map.of("client_secret", "abc")), "expires_on is missing");
        expect(
                SecretKind.TEAMS.remarks(Map.of("client_secret", "abc", "expires_on", "TOPSECRET")),
                "expires_on is no date");
    }

    @Test
    void a_certificate_has_its_key_and_both_are_pem() {
        Map<String, String> pair = Map.of("certificate", CERTIFICATE, "private_key", KEY);
        assertThat(SecretKind.TEAMS.problems(pair)).isEmpty();
        expect(SecretKind.TEAMS.problems(Map.of("certificate", CERTIFICATE)), "private_key is missing");
        expect(SecretKind.TEAMS.problems(Map.of("private_key", KEY)), "certificate is missing");
        expect(
                SecretKind.TEAMS.problems(with(pair, "private_key", "-----BEGIN RSA PRIVATE KEY-----TOPSECRET")),
                "private_key is in PKCS#1");
        expect(
                SecretKind.TEAMS.problems(with(pair, "private_key", "-----BEGIN ENCRYPTED PRIVATE KEY-----TOPSECRET")),
                "private_key is encrypted");
        expect(SecretKind.TEAMS.problems(with(pair, "certificate", "TOPSECRET")), "certificate is not in PEM");
    }

    @Test
    void a_client_of_servicenow_has_an_id_and_another_text_as_its_secret() {
        assertThat(SecretKind.SERVICENOW_CLIENT.problems(Map.of("client_id", "a", "client_secret", "b")))
                .isEmpty();
        expect(
                SecretKind.SERVICENOW_CLIENT.problems(Map.of("client_id", "TOPSECRET", "client_secret", "TOPSECRET")),
                "client_secret is the client_id");
        assertThat(SecretKind.SERVICENOW_CLIENT.problems(Map.of()))
                .containsExactly("client_id is missing", "client_secret is missing");
    }

    @Test
    void a_key_for_events_is_base64_and_long_enough() {
        Map<String, String> key = Map.of("key_id", "k1", "key", "MDEyMzQ1Njc4OTAxMjM0NQ==");
        assertThat(SecretKind.SERVICENOW_EVENTS.problems(key)).isEmpty();
        expect(SecretKind.SERVICENOW_EVENTS.problems(with(key, "key", "TOP-SECRET!")), "key is not base64");
        expect(SecretKind.SERVICENOW_EVENTS.problems(with(key, "key", "TOPSECRE")), "key is too short");
        expect(
                SecretKind.SERVICENOW_EVENTS.problems(with(key, "previous_key", "MDEyMzQ1Njc4OTAxMjM0NQ==")),
                "previous_key_id is missing");
    }

    @Test
    void a_pagers_key_is_judged_by_itself() {
        Map<String, String> keys =
                Map.of("pagerduty", "u+abc", "webhook", "a key with blanks", "other", "xoxb-TOPSECRET");
        assertThat(PagerShape.problems(keys, "pagerduty")).isEmpty();
        assertThat(PagerShape.problems(keys, "webhook")).isEmpty();
        expect(PagerShape.problems(keys, "other"), "other is a bot token");
        expect(PagerShape.problems(keys, "none"), "none is missing");
        expect(
                SecretKind.PAGERS.problems(Map.of("pagerduty", " TOPSECRET\n")),
                "pagerduty has a blank or a line break");
        expect(SecretKind.PAGERS.problems(Map.of("TOP SECRET", "")), "an entry that is named like no pager is empty");
    }

    @ParameterizedTest
    @EnumSource(SecretKind.class)
    void what_nobody_reads_is_remarked_or_refused_and_its_name_is_not_told(SecretKind kind) {
        Map<String, Object> document = new TreeMap<>(Map.of("TOPSECRET x", 5));
        assertThat(kind.problems(document)).isNotEmpty().noneMatch(SecretShapesTest::shows);
        assertThat(kind.remarks(document)).noneMatch(SecretShapesTest::shows);
    }

    @ParameterizedTest
    @EnumSource(SecretKind.class)
    void a_kind_is_known_by_its_name(SecretKind kind) {
        assertThat(SecretKind.named(kind.name("owner"))).contains(kind);
        assertThat(SecretKind.named(kind.name("owner") + (kind.isOwned() ? "x" : "/x")))
                .isEqualTo(kind.isOwned() ? Optional.of(kind) : Optional.empty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "slack", "slack/", "pagers/x", "slakc/T01ACME", "slack-tokens"})
    void another_name_is_of_no_kind(String name) {
        assertThat(SecretKind.named(name)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            belay/slack/*           | belay/slack/T01ACME
            arn:1                   | arn:1
            ' arn:1 , arn:2,'       | arn:1;arn:2
            arn:1,belay/slack/*     | arn:1;belay/slack/T01ACME
            """)
    void where_a_workspaces_secret_is_follows_from_what_is_listed(String listed, String ids) {
        assertThat(SecretIds.of(listed, "T01ACME")).containsExactly(ids.split(";"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "*", "../pagers", "a/b", "T01 ACME"})
    void what_is_no_id_names_no_secret(String owner) {
        assertThat(SecretIds.of("belay/slack/*", owner)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "belay/slack/T01ACME,true",
        "arn:aws:secretsmanager:eu-central-1:123456789012:secret:belay/slack/T01ACME-AbCdEf,true",
        "arn:aws:secretsmanager:eu-central-1:123456789012:secret:T01ACME-AbCdEf,true",
        "belay/slack/T02ACME,false",
        "arn:aws:secretsmanager:eu-central-1:123456789012:secret:belay/slack/T02ACME-AbCdEf,false",
        "arn:aws:secretsmanager:eu-central-1:123456789012:secret:belay/slack-tokens-AbCdEf,false"
    })
    void whose_secret_it_is_stands_at_the_end_of_its_name(String id, boolean its) {
        assertThat(SecretIds.isOf(id, "T01ACME")).isEqualTo(its);
    }

    private static boolean shows(String sentence) {
        return sentence.contains(MARK) || sentence.contains("TOP SECRET");
    }

    private static List<String> without(Map<String, String> document, String name) {
        Map<String, String> less = new TreeMap<>(document);
        less.remove(name);
        return SecretKind.SLACK_TOKENS.problems(less);
    }

    private static Map<String, String> with(Map<String, String> document, String name, String value) {
        Map<String, String> more = new TreeMap<>(document);
        more.put(name, value);
        return more;
    }

    private static void expect(List<String> sentences, String... parts) {
        assertThat(sentences).hasSize(1).noneMatch(SecretShapesTest::shows);
        assertThat(sentences.getFirst()).contains(parts);
    }
}
