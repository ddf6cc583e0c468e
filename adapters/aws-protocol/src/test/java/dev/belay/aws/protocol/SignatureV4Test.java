package dev.belay.aws.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The vectors that AWS publishes as aws-sig-v4-test-suite. */
class SignatureV4Test {
    private static final String SECRET = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
    private static final long TIME = Instant.parse("2015-08-30T12:36:00Z").getEpochSecond();
    private static final SignatureV4 SIGNATURE =
            new SignatureV4(new AwsCredentials("AKIDEXAMPLE", SECRET, Optional.empty()), "us-east-1", "service");

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "get-vanilla, GET, '', 5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31",
        "get-vanilla-query-order-key-case, GET, Param1=value1&Param2=value2,"
                + " b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500",
        "post-vanilla, POST, '', 5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b",
        "post-vanilla-query, POST, Param1=value1,"
                + " 28038455d6de14eafc1f9222cf5aa6f1a96197d7deb8263271d420d138af7f11",
    })
    void a_published_request_without_body_is_signed_as_published(
            String name, String method, String query, String signature) {
        assertThat(signed(method, query, Map.of(), ""))
                .endsWith("SignedHeaders=host;x-amz-date, Signature=" + signature);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "post-header-key-sort, my-header1, value1,"
                + " c5410059b04c1ee005303aed430f6e6645f61f4dc9e1461ec8f8916fdf18852c",
        "post-header-value-case, my-header1, VALUE1,"
                + " cdbc9802e29d2942e5e10b5bccfdd67c5f22c7c4e8ae67b53629efa58b974b7d",
    })
    void a_published_header_is_signed_as_published(String name, String header, String value, String signature) {
        assertThat(signed("POST", "", Map.of(header, value), "")).endsWith("Signature=" + signature);
    }

    @Test
    void spaces_in_headers_are_trimmed_and_collapsed_as_published() {
        assertThat(signed("GET", "", Map.of("my-header1", " value1", "my-header2", " \"a   b   c\""), ""))
                .endsWith("Signature=acc3ed3afb60bb290fc8d2dd0098b9911fcaa05412b367055dee359757a9c736");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "post-x-www-form-urlencoded, application/x-www-form-urlencoded,"
                + " ff11897932ad3f4e8b18135d722051e5ac45fc38421b1da7b9d196a0fe09473a",
        "post-x-www-form-urlencoded-parameters, application/x-www-form-urlencoded; charset=utf8,"
                + " 1a72ec8f64bd914b0e42e42607c7fbce7fb2c7465f63e3092b3b0d39fa77a6fe",
    })
    void a_published_body_is_signed_as_published(String name, String type, String signature) {
        assertThat(signed("POST", "", Map.of("content-type", type), "Param1=value1"))
                .isEqualTo("AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request,"
                        + " SignedHeaders=content-type;host;x-amz-date, Signature=" + signature);
    }

    @Test
    void a_session_token_is_sent_and_signed() {
        SignatureV4 signature = new SignatureV4(
                new AwsCredentials("AKIDEXAMPLE", SECRET, Optional.of("the-token")), "us-east-1", "service");
        var headers = signature.sign(subject("POST", "", Map.of(), ""), TIME);
        assertThat(headers).containsEntry("x-amz-security-token", "the-token");
        assertThat(headers.get("authorization")).contains("SignedHeaders=host;x-amz-date;x-amz-security-token,");
    }

    @Test
    void credentials_do_not_tell_their_secret() {
        assertThat(new AwsCredentials("AKIDEXAMPLE", SECRET, Optional.of("the-token")))
                .asString()
                .doesNotContain(SECRET, "the-token");
    }

    private static String signed(String method, String query, Map<String, String> headers, String body) {
        return SIGNATURE.sign(subject(method, query, headers, body), TIME).getOrDefault("authorization", "");
    }

    private static SignatureV4.Subject subject(String method, String query, Map<String, String> headers, String body) {
        TreeMap<String, String> all = new TreeMap<>(headers);
        all.put("host", "example.amazonaws.com");
        return new SignatureV4.Subject(method, "/", query, all, body.getBytes(StandardCharsets.UTF_8));
    }
}
