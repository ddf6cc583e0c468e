package dev.belay.simulator.servicenow.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;

final class SignatureTest {
    @Test
    void the_mac_is_hmac_sha256_in_base64() {
        assertThat(Signature.of("sample_key".getBytes(UTF_8), "sample_data"))
                .isEqualTo("4VWUI48lJvmGSF6MYmOVWA9c0hfu55Ur+3e+fUFFFr4=");
    }

    @Test
    void a_target_does_not_show_its_key() {
        assertThat(new EventTarget(URI.create("http://x.example"), "hush".getBytes(UTF_8), "k1"))
                .asString()
                .isEqualTo("EventTarget[http://x.example, key k1]");
    }
}
