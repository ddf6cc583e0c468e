package dev.belay.simulator.slack.app;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs requests as Slack does (docs.slack.dev/authentication/verifying-requests-from-slack). */
final class Signer {
    static final String FORM = "application/x-www-form-urlencoded";
    static final String JSON = "application/json";
    private static final String TIMESTAMP = "X-Slack-Request-Timestamp";
    private static final String SIGNATURE = "X-Slack-Signature";

    private final String secret;
    private final Clock clock;

    Signer(String secret, Clock clock) {
        this.secret = secret;
        this.clock = clock;
    }

    SignedRequest sign(String contentType, String body, Map<String, String> more) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        Map<String, String> headers = new LinkedHashMap<>(more);
        headers.put("Content-Type", contentType);
        headers.put("User-Agent", "Slackbot 1.0 (+https://api.slack.com/robots)");
        return stamped(headers, bytes);
    }

    /** An interaction, as the one field of a form. */
    SignedRequest signPayload(JsonObject payload) {
        String json = JsonWriter.string(payload);
        return sign(FORM, "payload=" + URLEncoder.encode(json, StandardCharsets.UTF_8), Map.of());
    }

    /** The same bytes, with the time of now and the signature that belongs to it. */
    SignedRequest signAgain(SignedRequest request) {
        return stamped(new LinkedHashMap<>(request.headers()), request.body());
    }

    private SignedRequest stamped(Map<String, String> headers, byte[] body) {
        String timestamp = String.valueOf(clock.instant().getEpochSecond());
        headers.put(TIMESTAMP, timestamp);
        headers.put(SIGNATURE, signature(timestamp, body));
        return new SignedRequest(headers, body);
    }

    private String signature(String timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update(("v0:" + timestamp + ":").getBytes(StandardCharsets.UTF_8));
            return "v0=" + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }
}
