package dev.belay.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which addresses people may be led to. */
final class WebAddressTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://wiki.acme.example/postmortem?id=1#top",
                "HTTPS://wiki.acme.example:8443/",
                "https://bücher.example/seite",
                "https://bücher.example:8443/ä"
            })
    void a_page_has_an_address(String address) {
        assertThat(WebAddress.isOne(address)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "http://wiki.acme.example/, The address must begin with https://.",
        "wiki.acme.example/x, The address must begin with https://.",
        "javascript:alert(1), The address must begin with https://.",
        "https:///x, 'This is not a web address. Paste it whole, as in https://example.com/page.'",
        "https://jane@wiki.acme.example/, 'This is not a web address. Paste it whole, as in https://example.com/page.'",
        "https://jane@bücher.example/, 'This is not a web address. Paste it whole, as in https://example.com/page.'",
        "https://bücher.example:x/, 'This is not a web address. Paste it whole, as in https://example.com/page.'",
        "https://wiki acme.example/, 'This is not a web address. Paste it whole, as in https://example.com/page.'",
        "https:wiki.acme.example, 'This is not a web address. Paste it whole, as in https://example.com/page.'"
    })
    void what_is_none_is_told_apart(String address, String problem) {
        assertThat(WebAddress.problem(address, List.of())).isEqualTo(problem);
    }

    @Test
    void an_address_that_is_too_long_is_none() {
        assertThat(WebAddress.problem("https://wiki.acme.example/" + "x".repeat(2_000), List.of()))
                .contains("longer than 2000");
    }

    @ParameterizedTest
    @CsvSource({
        "https://wiki.acme.example/x, wiki.acme.example, true",
        "https://WIKI.Acme.Example/x, wiki.acme.example, true",
        "https://wiki.acme.example./x, wiki.acme.example, true",
        "https://wiki.acme.example:8443/x, wiki.acme.example, true",
        "https://bücher.example/x, xn--bcher-kva.example, true",
        "https://xn--bcher-kva.example/x, bücher.example, true",
        "https://evil.wiki.acme.example/x, wiki.acme.example, false",
        "https://acme.example/x, wiki.acme.example, false",
        "https://wiki.acme.example.evil.example/x, wiki.acme.example, false"
    })
    void a_host_is_the_whole_host_in_any_spelling(String address, String host, boolean allowed) {
        assertThat(WebAddress.problem(address, List.of("docs.acme.example", host))
                        .isEmpty())
                .isEqualTo(allowed);
    }

    @Test
    void whoever_is_refused_hears_which_hosts_there_are() {
        assertThat(WebAddress.problem("https://evil.example/", List.of("a.example", "b.example")))
                .isEqualTo("The address must be on a.example or b.example.");
    }
}
