package dev.belay.wiring.document;

import dev.belay.chat.Channel;
import dev.belay.chat.Platform;
import java.util.Optional;

/** What the document says of the channel where those who run this are told of what they should look at. */
final class OperationsSection {
    private static final String KEY = "operations_channel";

    private OperationsSection() {}

    static Optional<Channel> read(Place top, Platforms platforms) {
        if (!top.has(KEY)) {
            return Optional.empty();
        }
        Place place = top.object(KEY, "an object with either slack or teams").knowing("slack", "teams");
        if (place.has("slack") && place.has("teams")) {
            top.note(KEY, "names two channels: give either slack or teams");
        }
        return Optional.of(place.has("teams") ? inTeams(place, platforms) : inSlack(place, platforms));
    }

    private static Channel inSlack(Place part, Platforms platforms) {
        Place place = part.object("slack", "an object with team_id and channel, or teams")
                .knowing("team_id", "channel");
        String workspace = platforms.workspace(part, place);
        String id = place.text("channel", Form.SLACK_CHANNEL);
        return new Channel(Platform.SLACK, workspace, Optional.empty(), id, id);
    }

    private static Channel inTeams(Place part, Platforms platforms) {
        Place place = part.object("teams", "an object with tenant_id, team_id and channel")
                .knowing("tenant_id", "team_id", "channel");
        String tenant = platforms.tenant(part, place);
        String team = place.text("team_id", Form.TEAMS_TEAM);
        String id = place.text("channel", Form.TEAMS_CHANNEL);
        return new Channel(Platform.TEAMS, tenant, Optional.of(team), id, id);
    }
}
