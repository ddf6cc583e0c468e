package dev.belay.slack;

/** What our app proves itself with to Slack where it has no token: its client id and secret, never shown. */
public record SlackAppSecret(String clientId, String clientSecret) {
    @Override
    public String toString() {
        return "SlackAppSecret[" + clientId + "]";
    }
}
