package dev.belay.simulator.slack.app;

/**
 * What became of a request that Slack sent to the app.
 *
 * @param status the HTTP status, 0 where there was no answer
 * @param reason why it failed, in the words of {@code x-slack-retry-reason}; empty where it did not
 */
public record Delivery(SignedRequest request, int status, String body, String reason) {
    /** Whether the app took it; if not, a person who pressed a button sees an error. */
    public boolean accepted() {
        return reason.isEmpty();
    }
}
