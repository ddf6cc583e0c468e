package dev.belay.servicenow.check;

import dev.belay.record.SysId;
import dev.belay.servicenow.table.EncodedQuery;
import dev.belay.servicenow.table.RoleName;
import dev.belay.servicenow.table.Rows;
import dev.belay.servicenow.table.TableApi;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a person's check of an installation asks an instance beyond its token: whether what the settings name is there. */
public final class ServiceNowSurvey {
    private static final String ROLES = "sys_user_has_role";
    private static final List<String> ROLE_FIELDS =
            List.of("user", "user.active", "user.locked_out", "role.name", "state");
    private static final String RULES = "sys_script";
    private static final String RULE_NAMES = "Belay: ";
    private static final List<String> RULE_FIELDS = List.of("name", "collection", "active");

    /** Four on each of three tables, one on attachments, and as many of an administrator's own. */
    private static final int MOST_RULES = 100;

    private static final String GROUPS = "sys_user_group";

    /** How a table of records stands to the integration user. */
    public enum Sight {
        /** Its records are read. */
        SEEN,
        /** It has none. */
        EMPTY,
        /** It has some, and their rows are taken out of the answer. */
        HIDDEN,
        /** The API says that it may not be read. */
        FORBIDDEN
    }

    private final TableApi api;

    public ServiceNowSurvey(TableApi api) {
        this.api = api;
    }

    /**
     * Whether the records of a table can be read.
     *
     * @throws dev.belay.failure.Rejected when there is no such table
     */
    public Sight records(String table) {
        return api.rowsIfPermitted(table, EncodedQuery.where("active=true"), List.of("sys_id", "number"), 1)
                .map(ServiceNowSurvey::sight)
                .orElse(Sight.FORBIDDEN);
    }

    private static Sight sight(Rows rows) {
        if (rows.hides()) {
            return Sight.HIDDEN;
        }
        return rows.list().isEmpty() ? Sight.EMPTY : Sight.SEEN;
    }

    /**
     * Whether anybody who is active holds one of these roles.
     *
     * @throws dev.belay.failure.Rejected when that cannot be seen
     */
    public boolean isHeld(Set<String> roles) {
        Set<RoleName> names = roles.stream().map(RoleName::new).collect(Collectors.toUnmodifiableSet());
        EncodedQuery query = EncodedQuery.where("state=active")
                .andIn("role.name", names)
                .and("user.active=true")
                .and("user.locked_out=false");
        Rows rows = api.rows(ROLES, query, ROLE_FIELDS, 0, 1).holding(ROLE_FIELDS);
        boolean held = rows.list().stream()
                .anyMatch(row -> roles.contains(row.text("role.name"))
                        && row.text("state").equals("active")
                        && row.flag("user.active")
                        && !row.flag("user.locked_out"));
        if (!held) {
            rows.complete();
        }
        return held;
    }

    /**
     * The names of the application's business rules that are active, by the table that each is on; none where the integration user may not
     * read rules.
     */
    public Optional<Map<String, Set<String>>> activeRules() {
        EncodedQuery query = EncodedQuery.where("nameSTARTSWITH" + RULE_NAMES).and("active=true");
        return api.rowsIfPermitted(RULES, query, RULE_FIELDS, MOST_RULES)
                .filter(rows -> !rows.hides())
                .map(rows -> rows.holding(RULE_FIELDS).list().stream()
                        .filter(row -> row.flag("active"))
                        .collect(Collectors.groupingBy(
                                row -> row.text("collection"),
                                Collectors.mapping(row -> row.text("name"), Collectors.toUnmodifiableSet()))));
    }

    /**
     * Those of these assignment groups that the instance does not show.
     *
     * @throws dev.belay.failure.Rejected when groups cannot be read
     */
    public Set<String> missingGroups(Set<String> groups) {
        List<SysId> ids = groups.stream().map(SysId::new).toList();
        Set<String> missing = new HashSet<>(groups);
        api.rows(GROUPS, EncodedQuery.whereAny("sys_id", ids), List.of("sys_id"), 0, groups.size())
                .holding(List.of("sys_id"))
                .list()
                .forEach(row -> missing.remove(row.text("sys_id")));
        return missing;
    }
}
