package dev.belay.slack.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.signature.Proof;
import dev.belay.signature.SignedRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlackSignatureTest {
    /** The example of docs.slack.dev/authentication/verifying-requests-from-slack. */
    private static final String SECRET = "8f742231b10e8888abcd99yyyzzz85a5";

    private static final String TIMESTAMP = "1531420618";
    private static final long NOW = 1_531_420_618;
    private static final String SIGNATURE = "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503";
    private static final byte[] BODY = ("token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow"
                    + "&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner"
                    + "&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands"
                    + "%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN"
                    + "&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c")
            .getBytes(StandardCharsets.UTF_8);

    private static final SignedRequest SIGNED = new SignedRequest(TIMESTAMP, SIGNATURE, BODY);

    private final SlackSignature signature = new SlackSignature(List.of(SECRET));

    @Test
    void the_published_example_is_proved() {
        assertThat(prove(TIMESTAMP, SIGNATURE, BODY, NOW)).isEqualTo(Proof.PROVED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"block_actions_ack", "block_actions_postmortem", "event_message"})
    void a_recorded_request_is_proved_at_its_time(String name) {
        Recorded request = Recorded.request(name);
        assertThat(new SlackSignature(List.of("test-signing-secret"))
                        .prove(
                                new SignedRequest(
                                        request.header("x-slack-request-timestamp"),
                                        request.header("x-slack-signature"),
                                        request.body()),
                                request.time()))
                .isEqualTo(Proof.PROVED);
    }

    @ParameterizedTest
    @CsvSource({"-301, STALE", "-300, PROVED", "300, PROVED", "301, STALE"})
    void the_window_is_five_minutes_in_both_directions(long offset, Proof proof) {
        assertThat(prove(TIMESTAMP, SIGNATURE, BODY, NOW + offset)).isEqualTo(proof);
    }

    @Test
    void either_of_two_secrets_proves() {
        assertThat(new SlackSignature(List.of("another", SECRET)).prove(SIGNED, NOW))
                .isEqualTo(Proof.PROVED);
        assertThat(new SlackSignature(List.of(SECRET, "another")).prove(SIGNED, NOW))
                .isEqualTo(Proof.PROVED);
        assertThat(new SlackSignature(List.of("one", "another")).prove(SIGNED, NOW))
                .isEqualTo(Proof.FORGED);
    }

    @Test
    void any_other_byte_is_forged() {
        for (int i = 0; i < BODY.length; i += 37) {
            byte[] other = BODY.clone();
            other[i] ^= 1;
            assertThat(prove(TIMESTAMP, SIGNATURE, other, NOW)).isEqualTo(Proof.FORGED);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "v0=", "v1=a2114d57", "a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503"})
    void another_signature_is_forged(String other) {
        assertThat(prove(TIMESTAMP, other, BODY, NOW)).isEqualTo(Proof.FORGED);
    }

    @Test
    void a_missing_header_is_unsigned() {
        assertThat(prove(null, SIGNATURE, BODY, NOW)).isEqualTo(Proof.UNSIGNED);
        assertThat(prove(TIMESTAMP, null, BODY, NOW)).isEqualTo(Proof.UNSIGNED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "now", "-1531420618", "+1531420618", "1531420618.0", "9999999999999999999", "١٥٣١"})
    void a_time_that_is_not_seconds_is_unsigned(String timestamp) {
        assertThat(prove(timestamp, SIGNATURE, BODY, NOW)).isEqualTo(Proof.UNSIGNED);
    }

    @Test
    void without_a_secret_nothing_is_proved() {
        assertThatThrownBy(() -> new SlackSignature(List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SlackSignature(List.of(""))).isInstanceOf(IllegalArgumentException.class);
    }

    private Proof prove(@Nullable String timestamp, @Nullable String signed, byte[] body, long now) {
        return signature.prove(new SignedRequest(timestamp, signed, body), now);
    }
}
