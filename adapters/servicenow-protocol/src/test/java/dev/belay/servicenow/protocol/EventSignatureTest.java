package dev.belay.servicenow.protocol;

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

class EventSignatureTest {
    private static final EventKey OLD = key("2025", "the old key of 2025");
    private static final EventKey NEW = key("2026", "the new key of 2026");
    private static final byte[] BODY = bytes("{\"schema\":1}");
    private static final long NOW = 1_795_336_131;

    /** Made with {@code openssl dgst -sha256 -mac HMAC -binary | base64} over {@code v1:1795336131:{"schema":1}}. */
    private static final String SIGNATURE = "v1=9SFSCGOSfAxh2s/pYg+szvg7VNk+7gQkNwWI+i2k+no=";

    private final EventSignature signature = new EventSignature(List.of(NEW, OLD));

    @Test
    void a_signature_made_elsewhere_is_proved() {
        assertThat(prove("1795336131", SIGNATURE, "2026", BODY, NOW)).isEqualTo(Proof.PROVED);
    }

    @Test
    void both_keys_hold_during_a_rotation() {
        String old = EventSignature.FORMAT.sign(OLD.hmac(), "1795336131", BODY);
        assertThat(prove("1795336131", old, "2025", BODY, NOW)).isEqualTo(Proof.PROVED);
    }

    @Test
    void a_key_holds_under_its_own_id_only() {
        assertThat(prove("1795336131", SIGNATURE, "2025", BODY, NOW)).isEqualTo(Proof.FORGED);
        assertThat(prove("1795336131", SIGNATURE, "2024", BODY, NOW)).isEqualTo(Proof.UNKNOWN_KEY);
    }

    @ParameterizedTest
    @CsvSource({"-301, STALE", "-300, PROVED", "300, PROVED", "301, STALE"})
    void the_window_is_five_minutes_in_both_directions(long offset, Proof proof) {
        assertThat(prove("1795336131", SIGNATURE, "2026", BODY, NOW + offset)).isEqualTo(proof);
    }

    @Test
    void another_body_or_time_is_forged() {
        assertThat(prove("1795336131", SIGNATURE, "2026", bytes("{\"schema\":1} "), NOW))
                .isEqualTo(Proof.FORGED);
        assertThat(prove("1795336132", SIGNATURE, "2026", BODY, NOW)).isEqualTo(Proof.FORGED);
    }

    @Test
    void a_missing_header_is_unsigned() {
        assertThat(prove(null, SIGNATURE, "2026", BODY, NOW)).isEqualTo(Proof.UNSIGNED);
        assertThat(prove("1795336131", null, "2026", BODY, NOW)).isEqualTo(Proof.UNSIGNED);
        assertThat(prove("1795336131", SIGNATURE, null, BODY, NOW)).isEqualTo(Proof.UNSIGNED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "now", "-1795336131", "+1795336131", "1795336131.0", "9999999999999999999", "١٧٩٥"})
    void a_time_that_is_not_seconds_is_unsigned(String timestamp) {
        assertThat(prove(timestamp, SIGNATURE, "2026", BODY, NOW)).isEqualTo(Proof.UNSIGNED);
    }

    @Test
    void without_a_key_nothing_is_proved() {
        assertThatThrownBy(() -> new EventSignature(List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> key("2026", "short")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_key_does_not_tell_itself() {
        assertThat(NEW).asString().isEqualTo("EventKey[2026]");
    }

    private Proof prove(
            @Nullable String timestamp, @Nullable String signed, @Nullable String keyId, byte[] body, long now) {
        return signature.prove(new SignedRequest(timestamp, signed, body), keyId, now);
    }

    private static EventKey key(String id, String text) {
        return new EventKey(id, bytes(text));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
