package dev.belay.simulator.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.grack.nanojson.JsonObject;
import dev.belay.simulator.aws.call.AwsError;
import dev.belay.simulator.http.Request;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class GatekeeperTest {
    /** Long ago, because the machine's own clock is heeded too. */
    private static final Instant NOW = Instant.parse("2001-11-23T09:30:00Z");

    private static final Credentials FUNCTION = Credentials.ofFunction("ingress");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    private final Gatekeeper gatekeeper = new Gatekeeper("eu-central-1", CLOCK);

    GatekeeperTest() {
        gatekeeper.admit(FUNCTION);
    }

    @Test
    void a_signed_request_is_its_callers() {
        assertThat(gatekeeper.prove(signed(FUNCTION, NOW, "eu-central-1", "sqs"), "sqs"))
                .isEqualTo(FUNCTION);
    }

    @Test
    void a_request_without_authorization_is_refused() {
        Request bare = new Request("POST", "/", "", Map.of(), new byte[0]);
        assertThatThrownBy(() -> gatekeeper.prove(bare, "sqs")).hasMessage("Request is missing Authentication Token");
    }

    @Test
    void an_unknown_key_is_refused() {
        assertRefused(
                signed(Credentials.ofFunction("stranger"), NOW, "eu-central-1", "sqs"),
                "The security token included in the request is invalid.");
    }

    @Test
    void a_function_without_its_session_token_is_refused() {
        Credentials tokenless =
                new Credentials("ingress", FUNCTION.accessKeyId(), FUNCTION.secretAccessKey(), Optional.empty());
        assertRefused(
                signed(tokenless, NOW, "eu-central-1", "sqs"),
                "The security token included in the request is invalid.");
    }

    @Test
    void another_secret_is_refused() {
        Credentials forged = new Credentials("ingress", FUNCTION.accessKeyId(), "guessed", FUNCTION.sessionToken());
        assertRefused(signed(forged, NOW, "eu-central-1", "sqs"), "The request signature we calculated does not match");
    }

    @Test
    void a_changed_body_is_refused() {
        Request signed = signed(FUNCTION, NOW, "eu-central-1", "sqs");
        Request changed =
                new Request("POST", "/", "", signed.headers(), "{\"other\":1}".getBytes(StandardCharsets.UTF_8));
        assertRefused(changed, "The request signature we calculated does not match");
    }

    @Test
    void another_service_or_region_is_refused() {
        assertRefused(
                signed(FUNCTION, NOW, "eu-central-1", "dynamodb"), "Credential should be scoped to correct service");
        assertRefused(signed(FUNCTION, NOW, "us-east-1", "sqs"), "Credential should be scoped to a valid region.");
    }

    @Test
    void five_minutes_count_in_both_directions() {
        Duration window = Duration.ofMinutes(5);
        assertThatCode(() -> prove(NOW.minus(window))).doesNotThrowAnyException();
        assertThatCode(() -> prove(NOW.plus(window))).doesNotThrowAnyException();
        assertThatThrownBy(() -> prove(NOW.minus(window).minusSeconds(1))).hasMessageStartingWith("Signature expired");
        assertThatThrownBy(() -> prove(NOW.plus(window).plusSeconds(1))).hasMessageStartingWith("Signature expired");
    }

    @Test
    void the_services_write_their_errors_as_json() {
        assertThat(new String(AwsError.unknownClient().response("sqs").body(), StandardCharsets.UTF_8))
                .isEqualTo("{\"__type\":\"com.amazon.coral.service#UnrecognizedClientException\","
                        + "\"message\":\"The security token included in the request is invalid.\"}");
        assertThat(new String(
                        AwsError.unknownClient().response("secretsmanager").body(), StandardCharsets.UTF_8))
                .contains("\"Message\"");
    }

    private void prove(Instant at) {
        gatekeeper.prove(signed(FUNCTION, at, "eu-central-1", "sqs"), "sqs");
    }

    private void assertRefused(Request request, String message) {
        assertThatThrownBy(() -> gatekeeper.prove(request, "sqs")).hasMessageStartingWith(message);
    }

    private static Request signed(Credentials by, Instant at, String region, String service) {
        byte[] body = new JsonObject().toString().getBytes(StandardCharsets.UTF_8);
        String time = Gatekeeper.TIME.format(at);
        SortedMap<String, List<String>> headers =
                new TreeMap<>(Map.of("host", List.of("127.0.0.1:4566"), "x-amz-date", List.of(time)));
        by.sessionToken().ifPresent(token -> headers.put("x-amz-security-token", List.of(token)));
        SdkSigner.Subject subject = new SdkSigner.Subject("POST", "/", Map.of(), headers, SdkSigner.sha256(body));
        Map<String, List<String>> sent = new TreeMap<>(headers);
        sent.put("authorization", List.of(SdkSigner.authorization(subject, at, region, service, by)));
        return new Request("POST", "/", "", sent, body);
    }
}
