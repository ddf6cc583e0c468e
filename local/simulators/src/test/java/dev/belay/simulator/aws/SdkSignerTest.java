package dev.belay.simulator.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The vectors that AWS publishes: the test suite of Signature Version 4, and the worked example of its guide. */
class SdkSignerTest {
    private static final Credentials EXAMPLE =
            new Credentials("example", "AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", Optional.empty());
    private static final String TIME = "20150830T123600Z";
    private static final Instant AT = Instant.parse("2015-08-30T12:36:00Z");

    @Test
    void get_vanilla() {
        assertThat(signature(subject("GET", Map.of())))
                .isEqualTo("5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31");
    }

    @Test
    void post_vanilla() {
        assertThat(signature(subject("POST", Map.of())))
                .isEqualTo("5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b");
    }

    @Test
    void get_vanilla_query_order_key_case() {
        assertThat(signature(subject("GET", Map.of("Param2", "value2", "Param1", "value1"))))
                .isEqualTo("b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500");
    }

    @Test
    void the_guides_example() {
        SortedMap<String, List<String>> headers = headers("iam.amazonaws.com");
        headers.put("content-type", List.of("application/x-www-form-urlencoded; charset=utf-8"));
        SdkSigner.Subject subject = new SdkSigner.Subject(
                "GET",
                "/",
                Map.of("Action", "ListUsers", "Version", "2010-05-08"),
                headers,
                SdkSigner.sha256(new byte[0]));
        assertThat(SdkSigner.authorization(subject, AT, "us-east-1", "iam", EXAMPLE))
                .isEqualTo("AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/iam/aws4_request,"
                        + " SignedHeaders=content-type;host;x-amz-date,"
                        + " Signature=5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7");
    }

    private static String signature(SdkSigner.Subject subject) {
        return SdkSigner.sign(subject, AT, "us-east-1", "service", EXAMPLE);
    }

    private static SdkSigner.Subject subject(String method, Map<String, String> query) {
        return new SdkSigner.Subject(
                method, "/", query, headers("example.amazonaws.com"), SdkSigner.sha256(new byte[0]));
    }

    private static SortedMap<String, List<String>> headers(String host) {
        return new TreeMap<>(Map.of("host", List.of(host), "x-amz-date", List.of(TIME)));
    }
}
