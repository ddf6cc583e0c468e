package dev.belay.teams.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServiceHostsTest {
    private final ServiceHosts hosts = new ServiceHosts(Set.of("SMBA.trafficmanager.net", "127.0.0.1", "localhost"));

    @ParameterizedTest
    @CsvSource({
        "https://smba.trafficmanager.net/amer/, true",
        "https://SMBA.TrafficManager.net/amer, true",
        "https://smba.trafficmanager.net:443/, true",
        "http://127.0.0.1:3004/connector/, true",
        "http://localhost:56150/_connector, true",
        "http://smba.trafficmanager.net/amer/, false",
        "https://smba.trafficmanager.net:8443/, false",
        "https://evil.smba.trafficmanager.net/, false",
        "https://smba.trafficmanager.net.evil.example/, false",
        "https://smba.trafficmanager.net@evil.example/, false",
        "https://who@smba.trafficmanager.net/, false",
        "https://smba.trafficmanager.net/?to=evil, false",
        "https://smba.trafficmanager.net/#evil, false",
        "http://127.0.0.2/, false",
        "http://[::1]/, false",
        "ftp://127.0.0.1/, false",
        "//smba.trafficmanager.net/, false",
        "smba.trafficmanager.net, false",
        "'', false",
        "'https://smba.trafficmanager.net /', false"
    })
    void our_token_goes_to_a_listed_host_and_encrypted_unless_it_stays_here(String address, boolean allowed) {
        assertThat(hosts.allow(address)).isEqualTo(allowed);
    }
}
