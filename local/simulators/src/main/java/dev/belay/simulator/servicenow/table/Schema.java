package dev.belay.simulator.servicenow.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The tables that a new instance has; incident's columns are those that a real instance returned, and their lengths those of the
 * dictionary ({@code sys_dictionary.max_length}) of a new instance; those for the conversation are as infra/servicenow has them, and
 * {@code u_incident_commander} and {@code u_postmortem} are such as an installation makes for itself.
 */
final class Schema {
    private static final Map<String, String> STATES =
            Map.of("1", "New", "2", "In Progress", "3", "On Hold", "6", "Resolved", "7", "Closed", "8", "Canceled");
    private static final Map<String, String> MAJOR_STATES =
            Map.of("proposed", "Proposed", "accepted", "Accepted", "rejected", "Rejected", "canceled", "Canceled");
    static final Map<String, String> LEVELS = Map.of("1", "1 - High", "2", "2 - Medium", "3", "3 - Low");
    static final Map<String, String> PRIORITIES =
            Map.of("1", "1 - Critical", "2", "2 - High", "3", "3 - Moderate", "4", "4 - Low", "5", "5 - Planning");
    private static final Map<String, Integer> LENGTHS = Map.of(
            "number", 40,
            "short_description", 160,
            "description", 4_000,
            "close_notes", 4_000,
            "correlation_id", 100,
            "correlation_display", 100,
            "x_belay_chat_slack", 80,
            "x_belay_chat_teams", 100,
            "user_name", 40,
            "email", 100);

    private Schema() {}

    static List<Table> tables() {
        return Stream.of(
                        List.of(
                                incident(),
                                user(),
                                role(),
                                userHasRole(),
                                group(),
                                groupMember(),
                                journal(),
                                Attachments.table()),
                        Tasks.all(),
                        OutboundTables.all(),
                        List.of(InstalledRules.table()),
                        List.of(item("cmdb_ci"), item("cmdb_ci_service")))
                .flatMap(List::stream)
                .toList();
    }

    private static Table incident() {
        List<Column> columns = new ArrayList<>();
        texts("number caused_by hold_reason approval_history sys_tags user_input order delivery_plan business_impact")
                .forEach(columns::add);
        texts("rfc time_worked approval_set subcategory short_description").forEach(columns::add);
        texts("close_code correlation_display delivery_task business_stc description")
                .forEach(columns::add);
        texts("calendar_stc business_duration calendar_duration close_notes contact_type company correlation_id")
                .forEach(columns::add);
        texts("location x_belay_chat_slack x_belay_chat_teams").forEach(columns::add);
        columns.add(Column.text("major_incident_state").labelled(MAJOR_STATES));
        columns.add(Column.reference("u_incident_commander", "sys_user"));
        columns.add(Column.url("u_postmortem"));
        columns.add(Column.url("x_belay_chat_slack_link"));
        columns.add(Column.url("x_belay_chat_teams_link"));
        columns.add(Column.reference("problem_id", "problem"));
        columns.add(Column.reference("cmdb_ci", "cmdb_ci"));
        columns.add(Column.reference("business_service", "cmdb_ci_service"));
        Stream.of("watch_list", "work_notes_list", "additional_assignee_list")
                .forEach(name -> columns.add(Column.list(name, "sys_user")));
        columns.add(Column.list("group_list", "sys_user_group"));
        Map.of(
                        "upon_reject", "cancel",
                        "upon_approval", "proceed",
                        "approval", "not requested",
                        "category", "inquiry",
                        "sys_domain", "global",
                        "sys_domain_path", "/",
                        "sys_class_name", "incident",
                        "notify", "1",
                        "severity", "3")
                .forEach((name, initial) -> columns.add(Column.text(name).startingAt(initial)));
        texts("child_incidents reassignment_count reopen_count escalation")
                .forEach(column -> columns.add(column.startingAt("0")));
        moments("closed_at expected_start opened_at work_end work_start resolved_at reopened_time follow_up"
                        + " activity_due sla_due due_date proposed_on promoted_on")
                .forEach(columns::add);
        references(
                        "opened_by resolved_by reopened_by caller_id closed_by assigned_to proposed_by promoted_by",
                        "sys_user")
                .forEach(columns::add);
        references("parent parent_incident", "incident").forEach(columns::add);
        references("assignment_group", "sys_user_group").forEach(columns::add);
        Stream.of("work_notes", "comments", "comments_and_work_notes")
                .forEach(name -> columns.add(Column.journal(name)));
        columns.add(Column.flag("made_sla", true));
        columns.add(Column.flag("knowledge", false));
        columns.add(Column.flag("active", true).readOnlyColumn());
        columns.add(Column.text("state").startingAt("1").labelled(STATES));
        columns.add(Column.text("incident_state").startingAt("1").labelled(STATES));
        columns.add(Column.text("impact").startingAt("3").labelled(LEVELS));
        columns.add(Column.text("urgency").startingAt("3").labelled(LEVELS));
        columns.add(Column.text("priority").startingAt("5").readOnlyColumn().labelled(PRIORITIES));
        return table("incident", "number", columns);
    }

    private static Table user() {
        List<Column> columns = new ArrayList<>();
        texts("user_name name email").forEach(columns::add);
        columns.add(Column.flag("active", true));
        columns.add(Column.flag("locked_out", false));
        columns.add(Column.flag("web_service_access_only", false));
        return table("sys_user", "name", columns);
    }

    private static Table role() {
        return table("sys_user_role", "name", List.of(Column.text("name")));
    }

    private static Table userHasRole() {
        return table(
                "sys_user_has_role",
                "role",
                List.of(
                        Column.reference("user", "sys_user"),
                        Column.reference("role", "sys_user_role"),
                        Column.reference("included_in_role", "sys_user_role"),
                        Column.reference("granted_by", "sys_user_group"),
                        Column.text("state").startingAt("active"),
                        Column.flag("inherited", false),
                        Column.text("inh_count")));
    }

    private static Table group() {
        return table("sys_user_group", "name", List.of(Column.text("name"), Column.flag("active", true)));
    }

    private static Table groupMember() {
        return table(
                "sys_user_grmember",
                "user",
                List.of(Column.reference("user", "sys_user"), Column.reference("group", "sys_user_group")));
    }

    /** A configuration item or a service; that each service is an item as well is left out. */
    private static Table item(String name) {
        return table(
                name,
                "name",
                List.of(
                        Column.text("name"),
                        Column.text("sys_class_name").startingAt(name),
                        Column.text("operational_status").startingAt("1"),
                        Column.reference("owned_by", "sys_user"),
                        Column.reference("support_group", "sys_user_group")));
    }

    private static Table journal() {
        List<Column> columns = texts("name element element_id value").toList();
        return Table.of(
                Journal.TABLE,
                "value",
                Stream.concat(columns.stream(), system()).toList());
    }

    static Table table(String name, String display, List<Column> columns) {
        Stream<Column> updated = Stream.of(
                Column.moment("sys_updated_on").readOnlyColumn(),
                Column.text("sys_updated_by").readOnlyColumn(),
                Column.text("sys_mod_count").startingAt("0").readOnlyColumn());
        return Table.of(
                name,
                display,
                Stream.of(columns.stream(), system(), updated)
                        .flatMap(all -> all)
                        .toList());
    }

    private static Stream<Column> system() {
        return Stream.of(
                Column.text("sys_id").readOnlyColumn(),
                Column.moment("sys_created_on").readOnlyColumn(),
                Column.text("sys_created_by").readOnlyColumn());
    }

    static Stream<Column> texts(String names) {
        return Stream.of(names.split(" ", -1)).map(name -> Column.text(name).holding(LENGTHS.getOrDefault(name, 0)));
    }

    static Stream<Column> moments(String names) {
        return Stream.of(names.split(" ", -1)).map(Column::moment);
    }

    static Stream<Column> references(String names, String table) {
        return Stream.of(names.split(" ", -1)).map(name -> Column.reference(name, table));
    }
}
