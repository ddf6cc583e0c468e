package dev.belay.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.signature.HmacSignature.Encoding;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds whoever signed: the platforms' own formats are proved on their own published and recorded requests. */
class HmacSignatureTest {
    private static final HmacSha256 OLD = new HmacSha256(bytes("the old key of 2025"));
    private static final HmacSha256 NEW = new HmacSha256(bytes("the new key of 2026"));
    private static final byte[] BODY = bytes("{\"schema\":1}");
    private static final long NOW = 1_795_336_131;

    @ParameterizedTest
    @EnumSource(Encoding.class)
    void what_one_of_the_keys_signed_is_proved_whichever_it_is(Encoding encoding) {
        HmacSignature signature = new HmacSignature("v9", encoding);
        for (HmacSha256 key : List.of(OLD, NEW)) {
            SignedRequest request = signed(signature, key);
            assertThat(signature.prove(request, List.of(NEW, OLD), NOW)).isEqualTo(Proof.PROVED);
            assertThat(signature.prove(request, List.of(OLD, NEW), NOW)).isEqualTo(Proof.PROVED);
        }
    }

    @ParameterizedTest
    @EnumSource(Encoding.class)
    void without_the_key_that_signed_it_is_forged(Encoding encoding) {
        HmacSignature signature = new HmacSignature("v9", encoding);
        assertThat(signature.prove(signed(signature, OLD), List.of(NEW), NOW)).isEqualTo(Proof.FORGED);
        assertThat(signature.prove(signed(signature, OLD), List.of(), NOW)).isEqualTo(Proof.FORGED);
    }

    @ParameterizedTest
    @CsvSource({"-301, STALE", "-300, PROVED", "300, PROVED", "301, STALE"})
    void the_window_is_five_minutes_in_both_directions(long offset, Proof proof) {
        HmacSignature signature = new HmacSignature("v9", Encoding.HEX);
        assertThat(signature.prove(signed(signature, NEW), List.of(NEW), NOW + offset))
                .isEqualTo(proof);
    }

    @Test
    void another_version_or_encoding_is_another_signature() {
        SignedRequest request = signed(new HmacSignature("v9", Encoding.HEX), NEW);
        assertThat(new HmacSignature("v8", Encoding.HEX).prove(request, List.of(NEW), NOW))
                .isEqualTo(Proof.FORGED);
        assertThat(new HmacSignature("v9", Encoding.BASE64).prove(request, List.of(NEW), NOW))
                .isEqualTo(Proof.FORGED);
    }

    /** RFC 4231, test case 2. */
    @Test
    void a_published_code_is_made_in_one_piece_or_two() {
        HmacSha256 key = new HmacSha256(bytes("Jefe"));
        String published = "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843";
        assertThat(key.of(bytes("what do ya want for nothing?"))).asHexString().isEqualToIgnoringCase(published);
        assertThat(key.of(bytes("what do ya want "), bytes("for nothing?")))
                .asHexString()
                .isEqualToIgnoringCase(published);
    }

    /** FIPS 180-2, appendix B.1. */
    @Test
    void a_published_hash_is_made() {
        assertThat(Sha256.hex("abc")).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void a_key_is_never_empty_and_does_not_tell_itself() {
        assertThatThrownBy(() -> new HmacSha256(new byte[0])).isInstanceOf(IllegalArgumentException.class);
        assertThat(NEW).hasToString("HmacSha256");
    }

    private static SignedRequest signed(HmacSignature signature, HmacSha256 key) {
        String timestamp = Long.toString(NOW);
        return new SignedRequest(timestamp, signature.sign(key, timestamp, BODY), BODY);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
