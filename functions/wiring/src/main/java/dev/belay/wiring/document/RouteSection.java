package dev.belay.wiring.document;

import dev.belay.chat.Platform;
import dev.belay.settings.Route;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What the document says of one route, which leads to a place on each platform that it names. */
final class RouteSection {
    private final Place route;
    private final Platforms platforms;
    private final String table;
    private final Set<Integer> priorities;
    private final Set<String> groups;
    private final boolean isPrivate;
    private final Set<Integer> sharing;

    RouteSection(Place route, Platforms platforms, Set<Integer> dedicated) {
        this.route = route.knowing("table", "priorities", "assignment_groups", "private", "slack", "teams")
                .needing("priorities", "the priorities that it takes, such as [1, 2, 3, 4, 5]");
        this.platforms = platforms;
        this.table = route.text("table", Form.TABLE);
        this.priorities = route.priorities("priorities");
        this.groups = route.texts("assignment_groups", Form.SYS_ID);
        this.isPrivate = route.flag("private");
        this.sharing = new TreeSet<>(priorities);
        sharing.removeAll(dedicated);
    }

    List<Route> routes() {
        List<Route> routes = new ArrayList<>();
        if (route.has("slack") || !route.has("teams")) {
            routes.add(inSlack(route.object("slack", "an object with team_id and shared_channel, or teams")));
        }
        if (route.has("teams")) {
            routes.add(inTeams(route.object("teams", "an object with tenant_id, team_id and shared_channel")));
        }
        return routes;
    }

    private Route inSlack(Place place) {
        place.knowing("team_id", "shared_channel", "responders");
        return leading(
                Platform.SLACK,
                platforms.workspace(route, place),
                List.of(),
                shared(place, Form.SLACK_CHANNEL),
                place.texts("responders", Form.SLACK_USER));
    }

    private Route inTeams(Place place) {
        place.knowing("tenant_id", "team_id", "overflow_team_ids", "shared_channel", "responders");
        if (isPrivate) {
            route.note(
                    "private",
                    "is true, and in Teams a bot cannot be in a private channel: take teams out of this route, or private");
        }
        Set<String> teams = new LinkedHashSet<>(Set.of(place.text("team_id", Form.TEAMS_TEAM)));
        teams.addAll(place.texts("overflow_team_ids", Form.TEAMS_TEAM));
        return leading(
                Platform.TEAMS,
                platforms.tenant(route, place),
                List.copyOf(teams),
                shared(place, Form.TEAMS_CHANNEL),
                place.texts("responders", Form.TEAMS_USER));
    }

    private Route leading(
            Platform platform, String workspace, List<String> teams, Optional<String> shared, Set<String> responders) {
        return new Route(
                table, priorities, groups, platform, workspace, teams, shared, List.copyOf(responders), isPrivate);
    }

    /** A private route's records appear nowhere but in channels of their own; any other route's need the shared channel. */
    private Optional<String> shared(Place place, Form form) {
        if (!isPrivate && !sharing.isEmpty() && !place.has("shared_channel")) {
            place.note(
                    "shared_channel",
                    "is missing: give " + form.description() + "; priorities " + sharing
                            + " get no channel of their own");
        }
        return place.optionalText("shared_channel", form);
    }
}
