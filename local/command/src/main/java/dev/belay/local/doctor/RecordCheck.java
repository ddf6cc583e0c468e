package dev.belay.local.doctor;

import dev.belay.card.CardAction;
import dev.belay.failure.Rejected;
import dev.belay.servicenow.check.ServiceNowSurvey;
import dev.belay.settings.Route;
import dev.belay.settings.Settings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether ServiceNow has what the settings name: the tables, roles and assignment groups. */
final class RecordCheck {
    private static final String TABLES = "routes";
    private static final String ROLES = "roles";

    private final ServiceNowSurvey serviceNow;

    RecordCheck(ServiceNowSurvey serviceNow) {
        this.serviceNow = serviceNow;
    }

    List<Result> results(Settings settings) {
        return Stream.of(tables(settings), groups(settings), roles(settings))
                .flatMap(each -> each)
                .toList();
    }

    private Stream<Result> tables(Settings settings) {
        return new TreeSet<>(settings.routedTables())
                .stream().map(table -> Result.of(TABLES, table, () -> table(table)));
    }

    private Result table(String table) {
        try {
            return result(table, serviceNow.records(table));
        } catch (Rejected e) {
            return Result.wrong(
                    TABLES,
                    table,
                    String.valueOf(e.getMessage()),
                    "name a table of this instance in the route, and let the integration user read it");
        }
    }

    private static Result result(String table, ServiceNowSurvey.Sight sight) {
        String grant = "grant the integration user to read it, as infra/servicenow/README.md says";
        return switch (sight) {
            case SEEN -> Result.good(TABLES, table, "its records are read");
            case EMPTY -> Result.good(TABLES, table, "it is read, and has no active record");
            case HIDDEN -> Result.wrong(TABLES, table, "its records are hidden from the integration user", grant);
            case FORBIDDEN -> Result.wrong(TABLES, table, "the integration user may not read it", grant);
        };
    }

    private Stream<Result> groups(Settings settings) {
        Set<String> groups = settings.routes().stream()
                .map(Route::groups)
                .flatMap(Set::stream)
                .collect(Collectors.toUnmodifiableSet());
        return groups.isEmpty()
                ? Stream.empty()
                : Stream.of(Result.of(TABLES, "assignment groups", () -> groups(groups)));
    }

    private Result groups(Set<String> groups) {
        Set<String> missing = new TreeSet<>(serviceNow.missingGroups(groups));
        return missing.isEmpty()
                ? Result.good(TABLES, "assignment groups", "ServiceNow has all that the routes name")
                : Result.wrong(
                        TABLES,
                        "assignment groups",
                        "ServiceNow shows no " + String.join(", ", missing) + ", so their routes take nothing",
                        "name groups of this instance by their sys_id, and let the integration user read sys_user_group");
    }

    /** Actions that need the same roles are told together. */
    private Stream<Result> roles(Settings settings) {
        Map<Set<String>, List<String>> actions = new LinkedHashMap<>();
        for (CardAction action : CardAction.values()) {
            actions.merge(settings.rolesFor(action), List.of(action.id()), (some, more) -> Stream.concat(
                            some.stream(), more.stream())
                    .toList());
        }
        return actions.entrySet().stream()
                .map(each -> Result.of(
                        ROLES, String.join(", ", each.getValue()), () -> role(each.getKey(), each.getValue())));
    }

    private Result role(Set<String> roles, List<String> actions) {
        String subject = String.join(", ", actions);
        String named = String.join(" or ", new TreeSet<>(roles));
        return serviceNow.isHeld(roles)
                ? Result.good(ROLES, subject, "somebody holds " + named)
                : Result.wrong(
                        ROLES,
                        subject,
                        "nobody who is active holds " + named + ", so every press is refused",
                        "give the role to whoever is to press, or name another under roles in the settings");
    }
}
