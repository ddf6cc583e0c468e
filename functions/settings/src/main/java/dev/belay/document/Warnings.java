package dev.belay.document;

import dev.belay.chat.Channel;
import dev.belay.chat.Platform;
import dev.belay.settings.PagerSettings;
import dev.belay.settings.Route;
import dev.belay.settings.Settings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Finds what a document may say and hardly means. It is obeyed all the same. */
final class Warnings {
    private static final int PRIORITIES = 5;

    /** The tables that ServiceNow's application of {@code infra/servicenow} has its business rules on. */
    private static final Set<String> SERVED = Set.of("incident", "problem", "change_request");

    /** A route to one platform, and where in the document it stands. */
    record Placed(String path, Route route) {
        /** Within the route, e.g. {@code routes[0].slack}. */
        String place() {
            return path + "." + route.platform().id();
        }
    }

    private final List<Placed> routes;
    private final Settings settings;
    private final Set<String> pagers;

    /** @param pagers the names of those that routes may name */
    Warnings(List<Placed> routes, Settings settings, Set<String> pagers) {
        this.routes = routes;
        this.settings = settings;
        this.pagers = pagers;
    }

    List<Problem> all() {
        List<Problem> all = new ArrayList<>();
        unreached(all);
        unserved(all);
        all.addAll(TableWarnings.of(tables(), settings));
        unused(all);
        neverInvited(all);
        unnamed(all);
        oneEar(all);
        if (settings.dedicated().priorities().size() == PRIORITIES) {
            all.add(new Problem(
                    "dedicated_priorities",
                    "names all five: each record gets a channel of its own, and no shared channel is used."
                            + " Name fewer, such as [1, 2]"));
        }
        return List.copyOf(all);
    }

    private void unreached(List<Problem> all) {
        for (int i = 0; i < routes.size(); i++) {
            Placed placed = routes.get(i);
            takenBy(placed.route(), routes.subList(0, i))
                    .ifPresent(earlier -> all.add(new Problem(
                            placed.place(),
                            "is never reached: all that it takes is taken before by " + String.join(", ", earlier)
                                    + ". Put it first, or take it out")));
        }
    }

    /** The paths of the earlier routes, where they leave nothing to this one. */
    private static Optional<List<String>> takenBy(Route route, List<Placed> earlier) {
        Set<String> taking = new HashSet<>();
        for (int priority : route.priorities()) {
            for (Optional<String> group : groups(route)) {
                Optional<Placed> first = earlier.stream()
                        .filter(before -> takes(before.route(), route, priority, group))
                        .findFirst();
                if (first.isEmpty()) {
                    return Optional.empty();
                }
                taking.add(first.get().path());
            }
        }
        return Optional.of(earlier.stream()
                .map(Placed::path)
                .distinct()
                .filter(taking::contains)
                .toList());
    }

    /** Those that it takes; none stands for any group. */
    private static List<Optional<String>> groups(Route route) {
        return route.groups().isEmpty()
                ? List.of(Optional.empty())
                : route.groups().stream().sorted().map(Optional::of).toList();
    }

    private static boolean takes(Route before, Route route, int priority, Optional<String> group) {
        return before.platform() == route.platform()
                && before.table().equals(route.table())
                && before.priorities().contains(priority)
                && (before.groups().isEmpty()
                        || group.filter(before.groups()::contains).isPresent());
    }

    private void unserved(List<Problem> all) {
        tables().forEach((path, table) -> {
            if (!SERVED.contains(table)) {
                all.add(new Problem(
                        path,
                        "is \"" + table + "\": see that the business rules and the integration user's rights of"
                                + " infra/servicenow are set up on " + table + " too, or nothing comes from it"));
            }
        });
    }

    /** The tables that routes take records of, by the path where that stands. */
    private Map<String, String> tables() {
        return routes.stream()
                .collect(Collectors.toMap(
                        placed -> placed.path() + ".table",
                        placed -> placed.route().table(),
                        (one, _) -> one,
                        LinkedHashMap::new));
    }

    private void neverInvited(List<Problem> all) {
        for (Placed placed : routes) {
            Set<String> taken = placed.route().groups();
            Set<String> named =
                    new TreeSet<>(placed.route().place().invitations().groups().keySet());
            named.removeAll(taken);
            if (!taken.isEmpty() && !named.isEmpty()) {
                all.add(new Problem(
                        placed.place() + ".groups",
                        "names " + String.join(", ", named)
                                + ", and the route takes no record of it: put it into the route that does"));
            }
        }
    }

    private void unused(List<Problem> all) {
        Arrays.stream(Platform.values())
                .filter(settings.chats()::containsKey)
                .filter(platform ->
                        routes.stream().noneMatch(placed -> placed.route().platform() == platform))
                .forEach(platform -> all.add(new Problem(
                        platform.id(),
                        "has no route that leads there, so no conversation is opened in it: add " + platform.id()
                                + " to a route, or take the section out")));
    }

    /** Who is told through a platform of its own refused token is not told. */
    private void oneEar(List<Problem> all) {
        Set<Platform> told =
                settings.operations().stream().map(Channel::platform).collect(Collectors.toSet());
        Arrays.stream(Platform.values())
                .filter(platform ->
                        !told.isEmpty() && settings.chats().containsKey(platform) && !told.contains(platform))
                .forEach(platform -> all.add(new Problem(
                        "operations_channel",
                        "names no channel in " + platform.label()
                                + ": when the other platform refuses our token, nobody is told in chat. Add "
                                + platform.id())));
    }

    private void unnamed(List<Problem> all) {
        Set<String> named = routes.stream()
                .flatMap(placed -> placed.route().pager().stream())
                .map(PagerSettings::name)
                .collect(Collectors.toSet());
        pagers.stream()
                .filter(pager -> !named.contains(pager))
                .sorted()
                .forEach(pager -> all.add(new Problem(
                        "pagers." + pager,
                        "is named by no route, so nobody can page with it: give a route \"pager\": \"" + pager
                                + "\", or take it out")));
    }
}
