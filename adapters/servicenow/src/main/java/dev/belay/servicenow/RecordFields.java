package dev.belay.servicenow;

import dev.belay.record.Assignee;
import dev.belay.record.Assignment;
import dev.belay.record.AssignmentGroup;
import dev.belay.record.RecordRef;
import dev.belay.record.RecordSnapshot;
import dev.belay.record.RecordState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Which fields of a record are read, and what they mean.
 *
 * @param conversations for each platform's id the field that holds the conversation's id there
 */
record RecordFields(Map<String, String> conversations) {
    static final String INCIDENT = "incident";

    private static final List<String> ALWAYS = List.of(
            "sys_id",
            "number",
            "short_description",
            "priority",
            "state",
            "active",
            "assigned_to",
            "assigned_to.name",
            "assignment_group",
            "assignment_group.name",
            "opened_at",
            "sys_mod_count");

    List<String> names() {
        List<String> names = new ArrayList<>(ALWAYS);
        names.addAll(new TreeSet<>(conversations.values()));
        return List.copyOf(names);
    }

    /** The field that holds the conversation's id on a platform. */
    Optional<String> conversationOn(String platform) {
        return Optional.ofNullable(conversations.get(platform));
    }

    RecordSnapshot snapshot(RecordRef ref, Row row) {
        return new RecordSnapshot(
                ref,
                row.filled("number").orElseThrow(() -> row.unreadable("number", "empty")),
                row.text("short_description"),
                priority(row),
                state(ref, row),
                row.flag("active"),
                assignment(row),
                conversations(row),
                row.time("opened_at"),
                row.number("sys_mod_count"));
    }

    private static Assignment assignment(Row row) {
        return new Assignment(
                row.filled("assigned_to")
                        .map(id ->
                                new Assignee(id, row.shown("assigned_to.name").orElse(id))),
                row.filled("assignment_group")
                        .map(id -> new AssignmentGroup(
                                id, row.shown("assignment_group.name").orElse(id))));
    }

    private Map<String, String> conversations(Row row) {
        Map<String, String> filled = new HashMap<>();
        conversations.forEach((platform, field) -> row.filled(field).ifPresent(id -> filled.put(platform, id)));
        return filled;
    }

    /** Empty, or a choice that an installation added, is none: such a record goes where everything else goes. */
    private static int priority(Row row) {
        String priority = row.text("priority");
        return priority.length() == 1 && priority.charAt(0) >= '1' && priority.charAt(0) <= '5'
                ? priority.charAt(0) - '0'
                : 0;
    }

    /** The numbers mean other things on other tables: a change request's 3 is closed, an incident's on hold. */
    private static RecordState state(RecordRef ref, Row row) {
        String code = row.text("state");
        return ref.table().equals(INCIDENT) ? RecordState.of(code) : RecordState.OTHER;
    }
}
