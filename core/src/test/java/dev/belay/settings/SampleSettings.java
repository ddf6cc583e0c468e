package dev.belay.settings;

import dev.belay.chat.Channel;
import dev.belay.chat.Platform;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Settings to test with, each told apart by what differs from the first. */
public final class SampleSettings {
    private static final Instant LONG_AGO = Instant.parse("2026-01-01T00:00:00Z");
    private static final Set<Integer> EVERY = Set.of(1, 2, 3, 4, 5);
    private static final Route SLACK =
            route(Platform.SLACK, "T01ACME", Set.of(), Optional.of("C0SUPPORT"), List.of("U01ALICE"), false);

    private SampleSettings() {}

    /** Where all incidents of a platform go to this workspace, or to these teams of it, and nobody is called. */
    public static Settings routedTo(Platform platform, String workspace, List<String> teams) {
        Route route = new Route(
                "incident",
                EVERY,
                Set.of(),
                new Place(platform, workspace, teams, Optional.empty(), List.of()),
                false,
                Optional.empty(),
                true);
        ChatSettings chat = new ChatSettings(platform, "the-app", Set.of(workspace), Optional.empty());
        return settings(LONG_AGO, List.of(route), List.of(), Map.of(platform, chat));
    }

    /** A route of the incidents of these groups, whatever their priority. */
    public static Route route(
            Platform platform,
            String workspace,
            Set<String> groups,
            Optional<String> shared,
            List<String> responders,
            boolean isPrivate) {
        Place place = new Place(platform, workspace, List.of(), shared, responders);
        return new Route("incident", EVERY, groups, place, isPrivate, Optional.empty(), true);
    }

    /** Where nothing is said of what happens to records. */
    public static Settings silent() {
        return settings(
                LONG_AGO,
                List.of(new Route(
                        SLACK.table(), EVERY, Set.of(), SLACK.place(), SLACK.isPrivate(), SLACK.pager(), false)),
                List.of());
    }

    public static Settings slack() {
        return settings(LONG_AGO, List.of(SLACK), List.of());
    }

    /** Where no platform is set up. */
    public static Settings without() {
        return chatting(Map.of());
    }

    /** Where a second platform has conversations too. */
    public static Settings both() {
        ChatSettings teams = new ChatSettings(Platform.TEAMS, "app-1", Set.of("tenant-1"), Optional.empty());
        return chatting(Map.of(Platform.SLACK, chat(Optional.empty()), Platform.TEAMS, teams));
    }

    /** Where the workspace belongs to an organization whose people are ours. */
    public static Settings ofOrganization(String organization) {
        return chatting(Map.of(Platform.SLACK, chat(Optional.of(organization))));
    }

    /** Where every incident's channel is private. */
    public static Settings confidential() {
        return settings(
                LONG_AGO,
                List.of(route(Platform.SLACK, "T01ACME", Set.of(), Optional.empty(), List.of(), true)),
                List.of());
    }

    /** Where another workspace is ours too. */
    public static Settings alsoIn(String workspace) {
        ChatSettings slack =
                new ChatSettings(Platform.SLACK, "A01BELAY", Set.of("T01ACME", workspace), Optional.empty());
        return chatting(Map.of(Platform.SLACK, slack));
    }

    /** Where the workspace's people have addresses of this domain. */
    public static Settings mailOf(String domain) {
        ChatSettings slack = chat(Optional.empty());
        return chatting(Map.of(
                Platform.SLACK,
                new ChatSettings(
                        slack.platform(),
                        slack.app(),
                        slack.workspaces(),
                        slack.organization(),
                        Map.of("T01ACME", Set.of(domain)),
                        slack.markingReaction())));
    }

    /** The pager of those routes that have one, and whom it can be asked for. */
    public static final PagerSettings PAGER = new PagerSettings(
            "pagerduty",
            PagerSettings.Kind.PAGERDUTY,
            List.of(new PagerSettings.Target("PT4KHLK", "Payments on-call")));

    /** Where a second platform has conversations too, and a pager is asked. */
    public static Settings paging() {
        return paging(PAGER);
    }

    public static Settings paging(PagerSettings pager) {
        Settings as = both();
        return withRoutes(
                as,
                List.of(
                        pagedBy(pager, SLACK),
                        pagedBy(
                                pager,
                                route(
                                        Platform.TEAMS,
                                        "tenant-1",
                                        Set.of(),
                                        Optional.of("19:support"),
                                        List.of(),
                                        false))));
    }

    private static Route pagedBy(PagerSettings pager, Route route) {
        return new Route(
                route.table(),
                route.priorities(),
                route.groups(),
                route.place(),
                route.isPrivate(),
                Optional.of(pager),
                route.lines());
    }

    /** Where the records are private from now on. */
    public static Settings secret() {
        return withRoutes(
                both(), List.of(route(Platform.SLACK, "T01ACME", Set.of(), Optional.of("C0SUPPORT"), List.of(), true)));
    }

    /** The same with other routes. */
    public static Settings withRoutes(Settings as, List<Route> routes) {
        return settings(as.startAt(), routes, as.operations(), as.chats());
    }

    /** Where a press is dropped after this time. */
    public static Settings pressesLive(Duration life) {
        return both(Map.of(), life);
    }

    /** Where an incident's postmortem is written into this field, and is on one of these hosts. */
    public static Settings postmortems(Optional<String> field, Set<String> hosts) {
        TableSettings incident = TableSettings.usual("incident").with(new TableSettings.Postmortem(field, hosts));
        return both(Map.of("incident", incident), Duration.ofMinutes(10));
    }

    private static Settings both(Map<String, TableSettings> tables, Duration life) {
        Settings as = both();
        return new Settings(
                Lifecycle.from(as.startAt()),
                as.pauseOutbound(),
                as.serviceNow(),
                as.chats(),
                as.routes(),
                as.dedicated(),
                tables,
                as.roles(),
                as.operations(),
                Limits.of(life));
    }

    /** Where accepted major incidents get a channel of their own, or go where their priority goes. */
    public static Settings dedicating(boolean majorIncidents) {
        Settings as = slack();
        return new Settings(
                Lifecycle.from(as.startAt()),
                as.pauseOutbound(),
                as.serviceNow(),
                as.chats(),
                as.routes(),
                new Dedicated(as.dedicated().priorities(), majorIncidents),
                as.tables(),
                as.roles(),
                as.operations(),
                Limits.of(as.pressLife()));
    }

    public static Settings startingAt(Instant start) {
        return settings(start, List.of(SLACK), List.of());
    }

    public static Settings routed(List<Route> routes) {
        return settings(LONG_AGO, routes, List.of());
    }

    public static Settings routed(List<Route> routes, Optional<Channel> operations) {
        return settings(LONG_AGO, routes, operations.stream().toList());
    }

    /** With a channel for those who run it. */
    public static Settings operatedFrom(Optional<Channel> operations) {
        return operatedFrom(operations.stream().toList());
    }

    /** With channels on several platforms for those who run it. */
    public static Settings operatedFrom(List<Channel> operations) {
        return settings(LONG_AGO, List.of(SLACK), operations);
    }

    private static ChatSettings chat(Optional<String> organization) {
        return new ChatSettings(
                Platform.SLACK, "A01BELAY", Set.of("T01ACME"), organization, Map.of(), Optional.of("memo"));
    }

    private static Settings chatting(Map<Platform, ChatSettings> chats) {
        return settings(LONG_AGO, List.of(SLACK), List.of(), chats);
    }

    private static Settings settings(Instant start, List<Route> routes, List<Channel> operations) {
        return settings(start, routes, operations, Map.of(Platform.SLACK, chat(Optional.empty())));
    }

    private static Settings settings(
            Instant start, List<Route> routes, List<Channel> operations, Map<Platform, ChatSettings> chats) {
        ServiceNowSettings serviceNow = new ServiceNowSettings(
                "acme",
                URI.create("https://acme.service-now.com"),
                "belay.integration",
                Map.of(Platform.SLACK, "x_belay_chat_slack", Platform.TEAMS, "x_belay_chat_teams"));
        return new Settings(
                Lifecycle.from(start),
                false,
                serviceNow,
                chats,
                routes,
                new Dedicated(Set.of(1, 2), true),
                Map.of(),
                Map.of(),
                operations,
                Limits.of(Duration.ofMinutes(10)));
    }
}
