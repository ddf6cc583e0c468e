package dev.belay.document;

import dev.belay.chat.Platform;
import dev.belay.settings.ChatSettings;
import java.net.URI;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the document says of Slack, and which workspaces its routes may lead to. */
final class SlackSection {
    private static final String API = "https://slack.com/api/";

    /** The emoji by which a reaction marks a message where the document names none. */
    private static final String MARKING_REACTION = "memo";

    private final ConnectionSettings.Slack connection;

    SlackSection(JsonSection section) {
        section.allowOnly("app_id", "api_url", "organization", "workspaces", "mail_domains", "marking_reaction")
                .requireNonEmpty("workspaces", "at least one Slack team id, such as \"T01ACME\"");
        Set<String> workspaces = section.texts("workspaces", ValueFormat.SLACK_TEAM);
        ChatSettings chat = new ChatSettings(
                Platform.SLACK,
                section.text("app_id", ValueFormat.SLACK_APP),
                workspaces,
                section.optionalText("organization", ValueFormat.SLACK_ORGANIZATION),
                mailDomains(section, workspaces),
                section.optionalText("marking_reaction", ValueFormat.EMOJI)
                        .or(() -> Optional.of(MARKING_REACTION))
                        .filter(emoji -> !emoji.isEmpty()));
        this.connection = new ConnectionSettings.Slack(
                chat,
                URI.create(
                        section.optionalText("api_url", ValueFormat.SLACK_URL).orElse(API)));
    }

    ConnectionSettings.Slack connection() {
        return connection;
    }

    private static Map<String, Set<String>> mailDomains(JsonSection section, Set<String> ours) {
        Map<String, Set<String>> domains = new HashMap<>();
        for (JsonSection one : section.objects("mail_domains")) {
            one.allowOnly("workspace_id", "domains").requireNonEmpty("domains", ValueFormat.MAIL_DOMAIN.description());
            domains.computeIfAbsent(workspace(one, ours), _ -> new HashSet<>())
                    .addAll(one.texts("domains", ValueFormat.MAIL_DOMAIN));
        }
        return domains;
    }

    /** A route's workspace must be one of ours: only for these we have tokens. */
    String workspace(JsonSection inSlack) {
        return workspace(inSlack, connection.chat().workspaces());
    }

    private static String workspace(JsonSection inSlack, Set<String> ours) {
        String workspace = inSlack.text("workspace_id", ValueFormat.SLACK_TEAM);
        if (!workspace.isEmpty() && !ours.isEmpty() && !ours.contains(workspace)) {
            inSlack.problem(
                    "workspace_id",
                    "is \"" + workspace + "\": give one of slack.workspaces, or add it there; they are "
                            + String.join(", ", ours.stream().sorted().toList()));
        }
        return workspace;
    }
}
