package dev.belay.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A template's host is its own, whatever a record's fields hold. */
final class LinkTemplateTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://acme.example/{number}",
                "https://{u_host}/x",
                "https://acme.example{u_rest}",
                "https://{u_host}.acme.example/",
                "https://user@acme.example/{number}",
                "https://acme.example:{u_port}/",
                "https://acme.example/{Number}",
                "https://acme.example/{number",
                "https://acme.example/ x",
                "https://acme.example/<b>|x",
                "//acme.example/{number}",
                "{u_address}",
                ""
            })
    void a_template_is_https_a_host_and_fields_behind_it_only(String url) {
        assertThat(LinkTemplate.isTemplate(url)).isFalse();
        assertThatThrownBy(() -> new LinkTemplate("Bridge", url)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "https://acme.example/{number}, INC1, https://acme.example/INC1",
        "https://acme.example/?q={cmdb_ci.name}#a, a b&c=d/é, https://acme.example/?q=a%20b%26c%3Dd%2F%C3%A9#a",
        "https://acme.example/{x}, ../../evil, https://acme.example/..%2F..%2Fevil",
        "https://acme.example/{x}, https://evil.example, https://acme.example/https%3A%2F%2Fevil.example",
        "https://acme.example/fixed, , https://acme.example/fixed"
    })
    void a_fields_value_is_percent_encoded(String url, String value, String address) {
        assertThat(new LinkTemplate("Bridge", url).address(_ -> value == null ? "" : value))
                .contains(address);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ".", ".."})
    void a_field_that_leads_nowhere_leaves_the_link_out(String value) {
        assertThat(new LinkTemplate("Bridge", "https://acme.example/a/{x}/b").address(_ -> value))
                .isEmpty();
    }

    @Test
    void an_address_that_is_too_long_is_left_out() {
        assertThat(new LinkTemplate("Bridge", "https://acme.example/{x}").address(_ -> "x".repeat(600)))
                .isEmpty();
    }

    @Test
    void no_value_leads_to_another_host_or_out_of_its_place() {
        long seed = 20261129L;
        Random random = new Random(seed);
        LinkTemplate template = new LinkTemplate("Bridge", "https://acme.example/a/{x}/b");
        for (int i = 0; i < 500; i++) {
            String value = random.ints(1 + random.nextInt(20), 0, 0x250)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            template.address(_ -> value).map(URI::create).ifPresent(address -> {
                assertThat(address.getHost()).as("seed %d, %s", seed, address).isEqualTo("acme.example");
                assertThat(address.getRawPath()).startsWith("/a/").endsWith("/b");
                assertThat(address.normalize().getRawPath()).isEqualTo(address.getRawPath());
            });
        }
    }
}
