package dev.belay.wiring.document;

import dev.belay.chat.Platform;
import dev.belay.settings.ChatSettings;
import java.net.URI;
import java.util.Set;

/** What the document says of Slack, and which workspaces its routes may lead to. */
final class SlackSection {
    private static final String API = "https://slack.com/api/";

    private final ChatSettings settings;

    SlackSection(Place place) {
        place.knowing("app_id", "api_url", "organization", "workspaces")
                .needing("workspaces", "at least one Slack team id, such as \"T01ACME\"");
        settings = new ChatSettings(
                Platform.SLACK,
                place.text("app_id", Form.SLACK_APP),
                URI.create(place.optionalText("api_url", Form.SLACK_URL).orElse(API)),
                place.texts("workspaces", Form.SLACK_TEAM),
                place.optionalText("organization", Form.SLACK_ORGANIZATION));
    }

    ChatSettings settings() {
        return settings;
    }

    /** A route's workspace must be one of ours: only theirs are the tokens. */
    String workspace(Place route) {
        String team = route.text("team_id", Form.SLACK_TEAM);
        Set<String> ours = settings.workspaces();
        if (!team.isEmpty() && !ours.isEmpty() && !ours.contains(team)) {
            route.note(
                    "team_id",
                    "is \"" + team + "\": give one of slack.workspaces, or add it there; they are "
                            + String.join(", ", ours.stream().sorted().toList()));
        }
        return team;
    }
}
