package dev.belay.document;

import dev.belay.chat.Platform;
import dev.belay.settings.ChatSettings;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** What the document says of the chat platforms: at least of one of them. */
final class Platforms {
    private final Optional<SlackSection> slack;
    private final Optional<TeamsSection> teams;
    private final boolean any;

    Platforms(JsonSection top) {
        this.any = top.has("slack") || top.has("teams");
        this.teams = top.has("teams")
                ? Optional.of(new TeamsSection(top.object("teams", "an object with app_id and tenants")))
                : Optional.empty();
        this.slack = top.has("slack") || teams.isEmpty()
                ? Optional.of(new SlackSection(top.object("slack", "an object with app_id and workspaces, or teams")))
                : Optional.empty();
    }

    Map<Platform, ChatSettings> chats() {
        Map<Platform, ChatSettings> chats = new EnumMap<>(Platform.class);
        for (Platform platform : Platform.values()) {
            chat(platform).ifPresent(chat -> chats.put(platform, chat));
        }
        return chats;
    }

    private Optional<ChatSettings> chat(Platform platform) {
        return switch (platform) {
            case SLACK -> slack().map(ConnectionSettings.Slack::chat);
            case TEAMS -> teams().map(ConnectionSettings.Teams::chat);
        };
    }

    Optional<ConnectionSettings.Slack> slack() {
        return slack.map(SlackSection::connection);
    }

    Optional<ConnectionSettings.Teams> teams() {
        return teams.map(TeamsSection::connection);
    }

    /**
     * The workspace that a part of the document names.
     *
     * @param part the route or the operations channel
     * @param inSlack its section {@code slack}
     */
    String workspace(JsonSection part, JsonSection inSlack) {
        if (slack.isEmpty()) {
            leadsNowhere(part, "slack");
        }
        return slack.map(section -> section.workspace(inSlack))
                .orElseGet(() -> inSlack.text("workspace_id", ValueFormat.SLACK_TEAM));
    }

    /**
     * The tenant that a part of the document names.
     *
     * @param part the route or the operations channel
     * @param inTeams its section {@code teams}
     */
    String tenant(JsonSection part, JsonSection inTeams) {
        if (teams.isEmpty()) {
            leadsNowhere(part, "teams");
        }
        return teams.map(section -> section.tenant(inTeams))
                .orElseGet(() -> inTeams.text("tenant_id", ValueFormat.TEAMS_TENANT));
    }

    private void leadsNowhere(JsonSection part, String section) {
        if (any && part.has(section)) {
            part.problem(section, "leads nowhere: add the section " + section + " to the document, or take this out");
        }
    }
}
