package dev.belay.document;

import dev.belay.chat.Channel;
import dev.belay.chat.Platform;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the document says of the operations channel, where those who run this are warned: one on each platform at most. */
final class OperationsSection {
    private static final String KEY = "operations_channel";

    private OperationsSection() {}

    static List<Channel> read(JsonSection top, Platforms platforms) {
        if (!top.has(KEY)) {
            return List.of();
        }
        JsonSection section =
                top.object(KEY, "an object with slack, teams or both").allowOnly("slack", "teams");
        List<Channel> channels = new ArrayList<>();
        if (section.has("slack") || !section.has("teams")) {
            channels.add(inSlack(section, platforms));
        }
        if (section.has("teams")) {
            channels.add(inTeams(section, platforms));
        }
        return channels;
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
