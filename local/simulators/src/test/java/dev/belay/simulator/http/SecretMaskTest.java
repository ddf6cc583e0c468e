package dev.belay.simulator.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes over the wire is shown without what nobody may see. */
final class SecretMaskTest {
    @Test
    void of_an_authorization_its_scheme_is_left() {
        assertThat(SecretMask.headers(Map.of(
                        "Authorization",
                        "Bearer xoxb-1",
                        "Cookie",
                        "JSESSIONID=1",
                        "x-amz-security-token",
                        "t",
                        "accept",
                        "a")))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "Authorization", "Bearer ***", "Cookie", "***", "x-amz-security-token", "***", "accept", "a"));
    }

    @Test
    void no_header_that_proves_who_sent_something_is_shown() {
        for (String name : List.of(
                "X-Slack-Signature",
                "x-belay-signature",
                "X-Amz-Signature",
                "Authorization",
                "Proxy-Authorization",
                "X-UserToken",
                "x-sn-apikey")) {
            assertThat(SecretMask.headers(Map.of(name, "v1=secret"))).containsExactly(Map.entry(name, "***"));
        }
        Map<String, String> plain = Map.of("X-Slack-Request-Timestamp", "1", "X-Amz-Target", "t", "X-Request-ID", "r");
        assertThat(SecretMask.headers(plain)).isEqualTo(plain);
    }

    @ParameterizedTest
    @ValueSource(ints = {64, 65, 100_000})
    void what_is_nested_too_deeply_is_masked_as_text(int depth) {
        String body =
                "[".repeat(depth) + "{\"text\":\"xoxb-1-a\",\"password\":\"p\",\"user\":\"u\"}" + "]".repeat(depth);
        assertThat(SecretMask.body("application/json", body)).startsWith("[[[").doesNotContain("xoxb", "\"p\"");
        assertThat(SecretMask.body("application/json", "{\"text\":" + quoted(body) + "}"))
                .doesNotContain("xoxb", "\\\"p\\\"");
        assertThat(SecretMask.form("a=" + "%5B".repeat(depth))).isEqualTo("a=" + "%5B".repeat(depth));
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\"", "\\\"") + "\"";
    }

    @Test
    void what_ends_too_early_shows_nothing_from_a_secret_on() {
        assertThat(SecretMask.json("{\"user\":\"u\",\"password\" : \"p, and more"))
                .isEqualTo("{\"user\":\"u\",\"password\" :***");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"bot_token":"a","team":"T1"}                            | {"bot_token":"***","team":"T1"}
                    {"a":[{"client_secret":"b"}],"n":null}                   | {"a":[{"client_secret":"***"}],"n":null}
                    {"SecretString":"{\\"key\\":\\"k\\"}"}                   | {"SecretString":"***"}
                    {"text":"{\\"response_url\\":\\"https://a/b\\"}"}        | {"text":"{\\"response_url\\":\\"***\\"}"}
                    {"text":"xoxb-12-ab said"}                               | {"text":"*** said"}
                    {"access_token":"eyJhbGciOi","token_type":"Bearer"}      | {"access_token":"***","token_type":"Bearer"}
                    {"SecretId":"belay/slack/T1"}                            | {"SecretId":"belay/slack/T1"}
                    {"token":{"a":1}}                                        | {"token":"***"}
                    not json, but xoxp-1-2                                   | not json, but ***
                    {"broken                                                 | {"broken
                    """)
    void secrets_in_json_are_masked_by_their_names_or_their_form(String body, String shown) {
        assertThat(SecretMask.body("application/json", body.replace("\\\\", "\\")))
                .isEqualTo(shown.replace("\\\\", "\\"));
    }

    @Test
    void secrets_in_a_form_are_masked_also_within_a_payload() {
        String type = "application/x-www-form-urlencoded";
        assertThat(SecretMask.body(type, "grant_type=client_credentials&client_id=a&client_secret=s%26t"))
                .isEqualTo("grant_type=client_credentials&client_id=a&client_secret=***");
        assertThat(SecretMask.body(type, "payload=%7B%22token%22%3A%22v%22%2C%22type%22%3A%22block_actions%22%7D"))
                .isEqualTo("payload=%7B%22token%22%3A%22***%22%2C%22type%22%3A%22block_actions%22%7D");
        assertThat(SecretMask.body(type, "a=%zz&token=t")).isEqualTo("a=%zz&token=***");
    }

    @Test
    void an_address_that_works_without_a_token_is_none_any_more() {
        assertThat(SecretMask.text("http://127.0.0.1:3002/actions/T1/2/abc and /upload/v1/0a1b?x=1"))
                .isEqualTo("http://127.0.0.1:3002/actions/*** and /upload/v1/***?x=1");
        assertThat(SecretMask.text("https://a.example/f?tempauth=abc&n=1"))
                .isEqualTo("https://a.example/f?tempauth=***&n=1");
    }
}
