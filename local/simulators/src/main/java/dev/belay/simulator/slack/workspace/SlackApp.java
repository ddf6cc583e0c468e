package dev.belay.simulator.slack.workspace;

/**
 * An app as it is installed in a workspace.
 *
 * @param botUser the user that it acts as
 * @param botId what its messages bear as {@code bot_id}
 * @param botToken what it calls the Web API with
 * @param signingSecret what Slack signs the requests with that it sends to the app
 */
public record SlackApp(String id, String name, String botUser, String botId, String botToken, String signingSecret) {
    @Override
    public String toString() {
        return "SlackApp[" + id + "]";
    }
}
