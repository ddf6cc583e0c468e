package dev.belay.document;

import dev.belay.chat.Channel;
import dev.belay.chat.Platform;
import java.util.Optional;

/** What the document says of the operations channel, where those who run this are warned. */
final class OperationsSection {
    private static final String KEY = "operations_channel";

    private OperationsSection() {}

    static Optional<Channel> read(JsonSection top, Platforms platforms) {
        if (!top.has(KEY)) {
            return Optional.empty();
        }
        JsonSection section =
                top.object(KEY, "an object with either slack or teams").allowOnly("slack", "teams");
        if (section.has("slack") && section.has("teams")) {
            top.problem(KEY, "names two channels: give either slack or teams");
        }
        return Optional.of(section.has("teams") ? inTeams(section, platforms) : inSlack(section, platforms));
    }

    private static Channel inSlack(JsonSection section, Platforms platforms) {
        JsonSection slack = section.object("slack", "an object with workspace_id and channel, or teams")
                .allowOnly("workspace_id", "channel");
        String workspace = platforms.workspace(section, slack);
        String id = slack.text("channel", ValueFormat.SLACK_CHANNEL);
        return new Channel(Platform.SLACK, workspace, Optional.empty(), id, id);
    }

    private static Channel inTeams(JsonSection section, Platforms platforms) {
        JsonSection teams = section.object("teams", "an object with tenant_id, team_id and channel")
                .allowOnly("tenant_id", "team_id", "channel");
        String tenant = platforms.tenant(section, teams);
        String team = teams.text("team_id", ValueFormat.TEAMS_TEAM);
        String id = teams.text("channel", ValueFormat.TEAMS_CHANNEL);
        return new Channel(Platform.TEAMS, tenant, Optional.of(team), id, id);
    }
}
