package dev.belay.simulator.slack.app;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * A request as Slack sends it to an app's request URL.
 *
 * @param headers with {@code X-Slack-Request-Timestamp} and {@code X-Slack-Signature}
 * @param body the very bytes that were signed
 */
public record SignedRequest(Map<String, String> headers, byte[] body) {
    public SignedRequest {
        headers = Map.copyOf(headers);
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }
}
