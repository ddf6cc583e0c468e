package dev.belay.wiring.document;

import dev.belay.chat.Platform;
import dev.belay.settings.Route;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What the document says of one route. */
final class RouteSection {
    private RouteSection() {}

    static Route read(Place place, SlackSection workspaces, Set<Integer> dedicated) {
        place.knowing("table", "priorities", "assignment_groups", "private", "slack")
                .needing("priorities", "the priorities that it takes, such as [1, 2, 3, 4, 5]");
        Place slack = place.object("slack", "an object with team_id and shared_channel");
        slack.knowing("team_id", "shared_channel", "responders");
        Route route = new Route(
                place.text("table", Form.TABLE),
                place.priorities("priorities"),
                place.texts("assignment_groups", Form.SYS_ID),
                Platform.SLACK,
                workspaces.workspace(slack),
                List.of(),
                slack.optionalText("shared_channel", Form.SLACK_CHANNEL),
                List.copyOf(slack.texts("responders", Form.SLACK_USER)),
                place.flag("private"));
        everyRecordHasAPlace(route, slack, dedicated);
        return route;
    }

    /** A private route's records appear nowhere but in channels of their own; any other route's need the shared channel. */
    private static void everyRecordHasAPlace(Route route, Place slack, Set<Integer> dedicated) {
        Set<Integer> sharing = new TreeSet<>(route.priorities());
        sharing.removeAll(dedicated);
        if (!route.isPrivate() && !sharing.isEmpty() && !slack.has("shared_channel")) {
            slack.note(
                    "shared_channel",
                    "is missing: give " + Form.SLACK_CHANNEL.description() + "; priorities " + sharing
                            + " get no channel of their own");
        }
    }
}
