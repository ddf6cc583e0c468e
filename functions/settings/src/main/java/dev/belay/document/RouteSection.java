package dev.belay.document;

import dev.belay.chat.Platform;
import dev.belay.settings.Invitations;
import dev.belay.settings.PagerSettings;
import dev.belay.settings.Place;
import dev.belay.settings.Recording;
import dev.belay.settings.Route;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What the document says of one route, which leads to a place on each platform that it names. */
final class RouteSection {
    /** Of one group: so many users ServiceNow tells at once. */
    private static final int MOST_INVITED = 100;

    private final JsonSection route;
    private final Platforms platforms;
    private final String table;
    private final Set<Integer> priorities;
    private final Set<String> groups;
    private final boolean isPrivate;
    private final Optional<PagerSettings> pager;
    private final Recording recording;
    private final Set<Integer> sharing;

    RouteSection(JsonSection route, Platforms platforms, PagersSection pagers, Set<Integer> dedicated) {
        this.route = route.allowOnly(
                        "table",
                        "priorities",
                        "assignment_groups",
                        "private",
                        "pager",
                        "lines",
                        "recording",
                        "slack",
                        "teams")
                .requireNonEmpty("priorities", "the priorities that it takes, such as [1, 2, 3, 4, 5]");
        this.platforms = platforms;
        this.table = route.text("table", ValueFormat.TABLE);
        this.priorities = route.priorities("priorities");
        this.groups = route.texts("assignment_groups", ValueFormat.SYS_ID);
        this.isPrivate = route.flag("private");
        this.pager = pagers.of(route);
        this.recording = recording(route.objectOrEmpty("recording"));
        this.sharing = new TreeSet<>(priorities);
        sharing.removeAll(dedicated);
    }

    private static Recording recording(JsonSection section) {
        section.allowOnly("messages", "notice", "notes", "comments");
        return new Recording(
                section.optionalText("messages", ValueFormat.RECORDED)
                        .map(text -> Recording.Which.valueOf(text.toUpperCase(Locale.ROOT))),
                section.optionalText("notice", ValueFormat.NOTICE),
                section.flag("notes", Recording.USUAL.notes()),
                section.flag("comments", Recording.USUAL.comments()));
    }

    List<Route> routes() {
        List<Route> routes = new ArrayList<>();
        if (route.has("slack") || !route.has("teams")) {
            routes.add(inSlack(route.object("slack", "an object with workspace_id and shared_channel, or teams")));
        }
        if (route.has("teams")) {
            routes.add(inTeams(route.object("teams", "an object with tenant_id, team_id and shared_channel")));
        }
        return routes;
    }

    private Route inSlack(JsonSection slack) {
        slack.allowOnly("workspace_id", "shared_channel", "responders", "groups", "most_invited");
        return leading(
                Platform.SLACK,
                platforms.workspace(route, slack),
                List.of(),
                shared(slack, ValueFormat.SLACK_CHANNEL),
                slack.texts("responders", ValueFormat.SLACK_USER),
                invitations(slack, "user_group", ValueFormat.SLACK_USER_GROUP));
    }

    private Route inTeams(JsonSection teams) {
        teams.allowOnly(
                "tenant_id", "team_id", "overflow_team_ids", "shared_channel", "responders", "groups", "most_invited");
        if (isPrivate) {
            route.problem(
                    "private",
                    "is true, and in Teams a bot cannot be in a private channel: take teams out of this route, or private");
        }
        Set<String> all = new LinkedHashSet<>(Set.of(teams.text("team_id", ValueFormat.TEAMS_TEAM)));
        all.addAll(teams.texts("overflow_team_ids", ValueFormat.TEAMS_TEAM));
        return leading(
                Platform.TEAMS,
                platforms.tenant(route, teams),
                List.copyOf(all),
                shared(teams, ValueFormat.TEAMS_CHANNEL),
                teams.texts("responders", ValueFormat.TEAMS_USER),
                invitations(teams, "tag_id", ValueFormat.TEAMS_TAG));
    }

    private Route leading(
            Platform platform,
            String workspace,
            List<String> teams,
            Optional<String> shared,
            Set<String> responders,
            Invitations invitations) {
        Place place = new Place(platform, workspace, teams, shared, List.copyOf(responders), invitations);
        return new Route(table, priorities, groups, place, isPrivate, pager, route.flag("lines", true), recording);
    }

    /**
     * @param inChat what names a group of the platform
     */
    private static Invitations invitations(JsonSection section, String inChat, ValueFormat format) {
        Map<String, String> groups = new HashMap<>();
        for (JsonSection one : section.objects("groups")) {
            one.allowOnly("assignment_group", inChat);
            String group = one.text("assignment_group", ValueFormat.SYS_ID);
            if (groups.put(group, one.text(inChat, format)) != null) {
                one.problem("assignment_group", "is named before: name each group once");
            }
        }
        return new Invitations(groups, section.number("most_invited", 1, MOST_INVITED, Invitations.DEFAULT.most()));
    }

    /** A private route's records appear nowhere but in channels of their own; any other route's need the shared channel. */
    private Optional<String> shared(JsonSection section, ValueFormat format) {
        if (!isPrivate && !sharing.isEmpty() && !section.has("shared_channel")) {
            section.problem(
                    "shared_channel",
                    "is missing: give " + format.description() + "; priorities " + sharing
                            + " get no channel of their own");
        }
        return section.optionalText("shared_channel", format);
    }
}
