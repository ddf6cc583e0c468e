package dev.belay.simulator.slack.app;

import dev.belay.simulator.http.Outcome;

/**
 * What became of a request that Slack sent to the app.
 *
 * @param status the HTTP status, 0 where there was no answer
 * @param reason why it failed, in the words of {@code x-slack-retry-reason}; empty where it did not
 */
public record Delivery(SignedRequest request, int status, String body, String reason) implements Outcome {}
