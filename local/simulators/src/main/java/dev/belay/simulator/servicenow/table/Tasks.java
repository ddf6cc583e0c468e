package dev.belay.simulator.servicenow.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The tables of tasks beside incident, with the states of their own: problem by the state model of the Madrid release, change request by
 * ServiceNow's documentation, "State model and transitions".
 */
public final class Tasks {
    /** What the numbers of a table begin with. */
    static final Map<String, String> NUMBERS =
            Map.of("incident", "INC", "problem", "PRB", "change_request", "CHG", "incident_task", "TASK");

    private static final Map<String, String> PROBLEM_STATES = Map.of(
            "101", "New",
            "102", "Assess",
            "103", "Root Cause Analysis",
            "104", "Fix in Progress",
            "106", "Resolved",
            "107", "Closed");
    private static final Map<String, String> CHANGE_STATES = Map.of(
            "-5", "New",
            "-4", "Assess",
            "-3", "Authorize",
            "-2", "Scheduled",
            "-1", "Implement",
            "0", "Review",
            "3", "Closed",
            "4", "Canceled");
    private static final Map<String, String> TASK_STATES = Map.of(
            "-5", "Pending",
            "1", "Open",
            "2", "Work in Progress",
            "3", "Closed Complete",
            "4", "Closed Incomplete",
            "7", "Closed Skipped");

    private Tasks() {}

    /** Whether the rows of a table are tasks, incident's among them. */
    public static boolean isTask(String table) {
        return NUMBERS.containsKey(table);
    }

    static List<Table> all() {
        return List.of(problem(), changeRequest(), incidentTask());
    }

    private static Table problem() {
        List<Column> columns = task("problem", "101", PROBLEM_STATES);
        columns.add(Column.text("problem_state").startingAt("101").labelled(PROBLEM_STATES));
        Schema.texts("resolution_code cause_notes fix_notes workaround").forEach(columns::add);
        Schema.references("resolved_by", "sys_user").forEach(columns::add);
        Schema.references("duplicate_of", "problem").forEach(columns::add);
        Schema.references("first_reported_by_task", "incident").forEach(columns::add);
        Schema.moments("resolved_at").forEach(columns::add);
        columns.add(Column.flag("known_error", false));
        columns.add(Column.flag("major_problem", false));
        return Schema.table("problem", "number", columns);
    }

    private static Table changeRequest() {
        List<Column> columns = task("change_request", "-5", CHANGE_STATES);
        columns.add(Column.text("type")
                .startingAt("normal")
                .labelled(Map.of("normal", "Normal", "standard", "Standard", "emergency", "Emergency")));
        columns.add(Column.text("risk")
                .startingAt("3")
                .labelled(Map.of("1", "Very High", "2", "High", "3", "Moderate", "4", "Low")));
        Schema.texts(
                        "category reason justification implementation_plan backout_plan test_plan close_code on_hold_reason")
                .forEach(columns::add);
        Schema.references("requested_by", "sys_user").forEach(columns::add);
        Schema.moments("start_date end_date").forEach(columns::add);
        columns.add(Column.flag("on_hold", false));
        return Schema.table("change_request", "number", columns);
    }

    private static Table incidentTask() {
        List<Column> columns = task("incident_task", "1", TASK_STATES);
        columns.add(Column.reference("incident", "incident"));
        return Schema.table("incident_task", "number", columns);
    }

    /** What every task has (the table {@code task}). */
    private static List<Column> task(String name, String first, Map<String, String> states) {
        List<Column> columns = new ArrayList<>();
        Schema.texts("number short_description description close_notes correlation_id correlation_display contact_type")
                .forEach(columns::add);
        Schema.texts("x_belay_chat_slack x_belay_chat_teams").forEach(columns::add);
        columns.add(Column.url("x_belay_chat_slack_link"));
        columns.add(Column.url("x_belay_chat_teams_link"));
        columns.add(Column.text("state").startingAt(first).labelled(states));
        columns.add(Column.text("priority").startingAt("4").readOnlyColumn().labelled(Schema.PRIORITIES));
        columns.add(Column.text("impact").startingAt("3").labelled(Schema.LEVELS));
        columns.add(Column.text("urgency").startingAt("3").labelled(Schema.LEVELS));
        columns.add(Column.text("approval").startingAt("not requested"));
        columns.add(Column.text("sys_class_name").startingAt(name));
        columns.add(Column.flag("active", true).readOnlyColumn());
        Schema.references("opened_by closed_by assigned_to", "sys_user").forEach(columns::add);
        Schema.references("assignment_group", "sys_user_group").forEach(columns::add);
        Schema.references("cmdb_ci", "cmdb_ci").forEach(columns::add);
        Schema.references("business_service", "cmdb_ci_service").forEach(columns::add);
        Schema.references("parent", "incident").forEach(columns::add);
        Schema.moments("opened_at closed_at work_start work_end due_date").forEach(columns::add);
        Stream.of("watch_list", "work_notes_list", "additional_assignee_list")
                .forEach(list -> columns.add(Column.list(list, "sys_user")));
        Stream.of("work_notes", "comments", "comments_and_work_notes")
                .forEach(journal -> columns.add(Column.journal(journal)));
        return columns;
    }
}
