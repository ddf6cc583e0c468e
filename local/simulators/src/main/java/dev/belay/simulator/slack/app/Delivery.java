package dev.belay.simulator.slack.app;

import dev.belay.simulator.http.Outcome;
import java.util.Locale;

/**
 * What became of a request that Slack sent to the app.
 *
 * @param status the HTTP status, 0 where there was no answer
 * @param contentType of the answer, empty where it said none
 * @param reason why it failed, in the words of {@code x-slack-retry-reason}; empty where it did not
 */
public record Delivery(SignedRequest request, int status, String contentType, String body, String reason)
        implements Outcome {
    boolean isJson() {
        return contentType.toLowerCase(Locale.ROOT).startsWith("application/json");
    }
}
