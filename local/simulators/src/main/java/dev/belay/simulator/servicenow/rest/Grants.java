package dev.belay.simulator.servicenow.rest;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The fields that a user may read and write, by table.
 *
 * @param read what may be read, the system's own fields aside, which come with the row
 * @param write what may be written
 * @param create the tables in which rows may be made
 */
record Grants(Map<String, Set<String>> read, Map<String, Set<String>> write, Set<String> create) {
    /** The tables that Belay knows the states of. */
    private static final List<String> ROUTED = List.of("incident", "problem", "change_request");

    private static final Set<String> WRITTEN = Set.of(
            "state",
            "assigned_to",
            "work_notes",
            "additional_assignee_list",
            "x_belay_chat_slack",
            "x_belay_chat_slack_link",
            "x_belay_chat_teams",
            "x_belay_chat_teams_link");

    private static final Set<String> SHOWN = Set.of(
            "number",
            "short_description",
            "priority",
            "active",
            "assignment_group",
            "business_service",
            "cmdb_ci",
            "opened_at",
            "closed_at",
            "sys_mod_count",
            "sys_id",
            "sys_updated_on");

    private static final Set<String> RESOLUTION = Set.of("resolved_at", "resolved_by");

    private static final Set<String> SYSTEM = Set.of("sys_id", "sys_created_on", "sys_updated_on");

    Grants {
        read = Map.copyOf(read);
        write = Map.copyOf(write);
        create = Set.copyOf(create);
    }

    /** What infra/servicenow/README.md, "The integration user", has an administrator grant. */
    static Grants ofReadme() {
        Map<String, Set<String>> read = new HashMap<>(Map.of(
                "sys_journal_field",
                Set.of("element_id", "element", "value", "sys_created_by", "sys_created_on"),
                "sys_user",
                Set.of("name", "user_name", "email", "active", "locked_out"),
                "sys_user_group",
                Set.of("name"),
                "sys_user_grmember",
                Set.of("user", "group"),
                "sys_user_has_role",
                Set.of("user", "role", "state"),
                "sys_user_role",
                Set.of("name"),
                "cmdb_ci",
                Set.of("name"),
                "cmdb_ci_service",
                Set.of("name"),
                "sys_outbound_http_log",
                Set.of("url", "response_status")));
        read.put("ecc_queue", Set.of("agent", "topic", "source", "queue", "state", "error_string"));
        read.put("ecc_agent", Set.of("name", "status"));
        read.put("sys_script", Set.of("name", "collection", "active"));
        read.put(
                "sys_attachment",
                Set.of(
                        "file_name",
                        "size_bytes",
                        "content_type",
                        "table_name",
                        "table_sys_id",
                        "sys_created_by",
                        "sys_created_on"));
        Map<String, Set<String>> write = new HashMap<>();
        write.put("sys_attachment", Set.of("file_name"));
        for (String table : ROUTED) {
            read.put(table, union(WRITTEN, SHOWN));
            write.put(table, WRITTEN);
        }
        return new Grants(read, write, Set.of("sys_attachment"))
                .and("incident", Set.of("major_incident_state"), Set.of("major_incident_state"))
                .and("incident", RESOLUTION, Set.of())
                .and("problem", RESOLUTION, Set.of());
    }

    /** These and more fields of a table. */
    Grants and(String table, Set<String> toRead, Set<String> toWrite) {
        return new Grants(more(read, table, toRead), more(write, table, toWrite), create);
    }

    /** These but for a table. */
    Grants without(String table) {
        Map<String, Set<String>> fewer = new HashMap<>(read);
        fewer.remove(table);
        return new Grants(fewer, write, create);
    }

    private static Map<String, Set<String>> more(Map<String, Set<String>> granted, String table, Set<String> fields) {
        Map<String, Set<String>> all = new HashMap<>(granted);
        all.merge(table, fields, Grants::union);
        return all;
    }

    private static Set<String> union(Set<String> some, Set<String> others) {
        Set<String> both = new HashSet<>(some);
        both.addAll(others);
        return Set.copyOf(both);
    }

    boolean mayRead(String table, String column) {
        return SYSTEM.contains(column) || read.getOrDefault(table, Set.of()).contains(column);
    }

    boolean mayRead(String table) {
        return read.containsKey(table);
    }

    boolean mayWrite(String table, String column) {
        return write.getOrDefault(table, Set.of()).contains(column);
    }

    boolean mayCreate(String table) {
        return create.contains(table);
    }
}
