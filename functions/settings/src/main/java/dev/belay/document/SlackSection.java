package dev.belay.document;

import dev.belay.chat.Platform;
import dev.belay.settings.ChatSettings;
import java.net.URI;
import java.util.Set;

/** What the document says of Slack, and which workspaces its routes may lead to. */
final class SlackSection {
    private static final String API = "https://slack.com/api/";

    private final ConnectionSettings.Slack connection;

    SlackSection(JsonSection section) {
        section.allowOnly("app_id", "api_url", "organization", "workspaces")
                .requireNonEmpty("workspaces", "at least one Slack team id, such as \"T01ACME\"");
        ChatSettings chat = new ChatSettings(
                Platform.SLACK,
                section.text("app_id", ValueFormat.SLACK_APP),
                section.texts("workspaces", ValueFormat.SLACK_TEAM),
                section.optionalText("organization", ValueFormat.SLACK_ORGANIZATION));
        this.connection = new ConnectionSettings.Slack(
                chat,
                URI.create(
                        section.optionalText("api_url", ValueFormat.SLACK_URL).orElse(API)));
    }

    ConnectionSettings.Slack connection() {
        return connection;
    }

    /** A route's workspace must be one of ours: only for these we have tokens. */
    String workspace(JsonSection inSlack) {
        String workspace = inSlack.text("workspace_id", ValueFormat.SLACK_TEAM);
        Set<String> ours = connection.chat().workspaces();
        if (!workspace.isEmpty() && !ours.isEmpty() && !ours.contains(workspace)) {
            inSlack.problem(
                    "workspace_id",
                    "is \"" + workspace + "\": give one of slack.workspaces, or add it there; they are "
                            + String.join(", ", ours.stream().sorted().toList()));
        }
        return workspace;
    }
}
