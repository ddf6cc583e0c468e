package dev.belay.servicenow;

import dev.belay.record.Assignee;
import dev.belay.record.Assignment;
import dev.belay.record.AssignmentGroup;
import dev.belay.record.Chronicle;
import dev.belay.record.Details;
import dev.belay.record.Life;
import dev.belay.record.MajorIncident;
import dev.belay.record.RecordRef;
import dev.belay.record.RecordSnapshot;
import dev.belay.record.RecordState;
import java.time.Instant;
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

    /** A record that does not tell when it was opened is not older than what we begin with. */
    private static final Instant UNTOLD = Instant.MAX;

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

    /** Read where the instance has them: what is missing here decides nothing. */
    private static final List<String> FURTHER = List.of("additional_assignee_list", "major_incident_state");

    List<String> names() {
        List<String> names = new ArrayList<>(ALWAYS);
        names.addAll(FURTHER);
        names.addAll(new TreeSet<>(conversations.values()));
        return List.copyOf(names);
    }

    /** The field that holds the conversation's id on a platform. */
    Optional<String> conversationOn(String platform) {
        return Optional.ofNullable(conversations.get(platform));
    }

    /**
     * What the row says of the record. Needed are the priority and the group, by which it is routed, in private where that is asked
     * for, the assignee, whom nobody may replace unawares, and the count of updates; the rest has a meaning where it is missing too.
     */
    RecordSnapshot snapshot(RecordRef ref, Row row) {
        return new RecordSnapshot(
                ref,
                row.shown("number").orElse(ref.sysId().value()),
                row.shown("short_description").orElse(""),
                priority(row),
                life(ref, row),
                assignment(row),
                new Details(conversations(row), further(row)),
                row.time("opened_at").orElse(UNTOLD),
                row.number("sys_mod_count"),
                Chronicle.EMPTY);
    }

    private static Life life(RecordRef ref, Row row) {
        RecordState state = state(ref, row);
        return new Life(
                state,
                state.label(),
                isActive(ref, row),
                MajorIncident.of(row.shown("major_incident_state").orElse("")));
    }

    private static Map<String, String> further(Row row) {
        Map<String, String> filled = new HashMap<>();
        FURTHER.forEach(field -> row.shown(field).ifPresent(value -> filled.put(field, value)));
        return filled;
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
        conversations.forEach((platform, field) -> row.shown(field).ifPresent(id -> filled.put(platform, id)));
        return filled;
    }

    /** Where the record does not tell, its state does. */
    private static boolean isActive(RecordRef ref, Row row) {
        return switch (row.shown("active").orElse("").strip()) {
            case "true", "1" -> true;
            case "false", "0" -> false;
            default -> !state(ref, row).ended();
        };
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
        String code = row.shown("state").orElse("").strip();
        return ref.table().equals(INCIDENT) ? RecordState.of(code) : RecordState.OTHER;
    }
}
