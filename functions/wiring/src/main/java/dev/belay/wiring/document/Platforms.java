package dev.belay.wiring.document;

import dev.belay.chat.Platform;
import dev.belay.settings.ChatSettings;
import dev.belay.settings.TeamsSettings;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** What the document says of the chat platforms: at least of one of them. */
final class Platforms {
    private final Optional<SlackSection> slack;
    private final Optional<TeamsSection> teams;
    private final boolean any;

    Platforms(Place top) {
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
        slack.ifPresent(section -> chats.put(Platform.SLACK, section.settings()));
        teams.ifPresent(section -> chats.put(Platform.TEAMS, section.settings()));
        return chats;
    }

    Optional<TeamsSettings> teams() {
        return teams.map(TeamsSection::services);
    }

    /** The place in Slack that a part of the document names, and its workspace. */
    String workspace(Place part, Place place) {
        if (slack.isEmpty()) {
            leadsNowhere(part, "slack");
        }
        return slack.map(section -> section.workspace(place)).orElseGet(() -> place.text("team_id", Form.SLACK_TEAM));
    }

    /** The place in Teams that a part of the document names, and its tenant. */
    String tenant(Place part, Place place) {
        if (teams.isEmpty()) {
            leadsNowhere(part, "teams");
        }
        return teams.map(section -> section.tenant(place)).orElseGet(() -> place.text("tenant_id", Form.TEAMS_TENANT));
    }

    private void leadsNowhere(Place part, String section) {
        if (any && part.has(section)) {
            part.note(section, "leads nowhere: add the section " + section + " to the document, or take this out");
        }
    }
}
