package dev.belay.simulator.slack.workspace;

import java.util.Set;

/**
 * An app as it is installed in a workspace.
 *
 * @param botUser the user that it acts as
 * @param botId what its messages bear as {@code bot_id}
 * @param botToken what it calls the Web API with
 * @param signingSecret what Slack signs the requests with that it sends to the app
 * @param clientId what it names itself with where it proves itself without a token
 * @param clientSecret what it proves that with
 * @param commands the slash commands that its manifest declares, each with its slash
 */
public record SlackApp(
        String id,
        String name,
        String botUser,
        String botId,
        String botToken,
        String signingSecret,
        String clientId,
        String clientSecret,
        Set<String> commands) {
    public SlackApp {
        commands = Set.copyOf(commands);
    }

    @Override
    public String toString() {
        return "SlackApp[" + id + "]";
    }
}
