package dev.belay.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafeAddressTest {
    @ParameterizedTest
    @CsvSource({
        "https://acme.service-now.com, true, false",
        "HTTPS://acme.service-now.com:8443/path, true, false",
        "http://acme.service-now.com, false, false",
        "http://localhost:8080, true, true",
        "HTTP://LOCALHOST/, true, true",
        "https://127.0.0.1/, true, true",
        "http://127.0.0.1:3004/connector/, true, true",
        "http://[::1]:3004/, true, true",
        "http://127.0.0.1.example.com/, false, false",
        "http://localhost.example.com/, false, false",
        "http://localhost@example.com/, false, false",
        "ftp://localhost/, false, true",
        "//localhost/, false, true",
        "https:acme, false, false",
        "localhost, false, false",
        "'', false, false"
    })
    void only_what_is_encrypted_or_stays_here_is_safe(URI address, boolean safe, boolean loopback) {
        assertThat(SafeAddress.isSafe(address)).isEqualTo(safe);
        assertThat(SafeAddress.isLoopback(address)).isEqualTo(loopback);
    }
}
