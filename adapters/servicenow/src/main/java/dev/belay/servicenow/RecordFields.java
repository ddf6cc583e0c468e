package dev.belay.servicenow;

import dev.belay.chat.Platform;
import dev.belay.failure.Rejected;
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
import dev.belay.servicenow.table.Row;
import dev.belay.servicenow.table.TableApi;
import dev.belay.settings.ServiceNowSettings;
import dev.belay.settings.TableSettings;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Which fields of one table's records are read, and what they mean.
 *
 * @param conversations for each platform's id the field that holds the conversation's id there
 * @param links likewise the field that holds its address
 * @param table what was decided about the table
 */
record RecordFields(Map<String, String> conversations, Map<String, String> links, TableSettings table) {
    /** A record that does not tell when it was opened is not older than what we begin with. */
    private static final Instant UNTOLD = Instant.MAX;

    private static final List<String> ALWAYS = List.of(
            "sys_id",
            "number",
            "short_description",
            "priority",
            "state",
            "active",
            "assignment_group",
            "assignment_group.name",
            "opened_at",
            "sys_mod_count");

    /** Read where the instance has them, as is what a card shows: what is missing here decides nothing. */
    private static final List<String> FURTHER =
            List.of("additional_assignee_list", "major_incident_state", "resolved_by.name", "resolved_at", "closed_at");

    /** Those of each table whose records may be touched, by its name. */
    static Map<String, RecordFields> of(ServiceNowSettings settings, Map<String, TableSettings> tables) {
        Map<String, String> conversations = byId(settings.conversationFields());
        Map<String, String> links = byId(settings.conversationLinks());
        return tables.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, table -> new RecordFields(conversations, links, table.getValue())));
    }

    private static Map<String, String> byId(Map<Platform, String> fields) {
        return fields.entrySet().stream()
                .collect(Collectors.toMap(field -> field.getKey().id(), Map.Entry::getValue));
    }

    /** Any other table is refused. */
    static RecordFields among(Map<String, RecordFields> tables, String table) {
        RecordFields fields = tables.get(table);
        if (fields == null) {
            throw new Rejected(TableApi.SYSTEM, "the settings name no table " + table);
        }
        return fields;
    }

    List<String> names() {
        Set<String> names = new LinkedHashSet<>(ALWAYS);
        names.add(table.assigneeField());
        names.add(assigneeName());
        names.addAll(further());
        names.addAll(new TreeSet<>(conversations.values()));
        names.addAll(new TreeSet<>(links.values()));
        return List.copyOf(names);
    }

    private String assigneeName() {
        return table.assigneeField() + ".name";
    }

    private Set<String> further() {
        Set<String> names = new LinkedHashSet<>(FURTHER);
        names.addAll(table.card().fields());
        table.postmortem().field().ifPresent(names::add);
        return names;
    }

    /** What is written to bring a record into a state; none where that is not done from here. */
    Optional<String> code(RecordState state) {
        return table.states().written(state);
    }

    /** The field that holds the conversation's id on a platform. */
    Optional<String> conversationOn(String platform) {
        return Optional.ofNullable(conversations.get(platform));
    }

    /** The field that holds the conversation's address on a platform. */
    Optional<String> linkOn(String platform) {
        return Optional.ofNullable(links.get(platform));
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
                life(row),
                assignment(row),
                new Details(conversations(row), further(row), labels(row)),
                row.time("opened_at").orElse(UNTOLD),
                row.number("sys_mod_count"),
                Chronicle.EMPTY);
    }

    /** What people call the state is ServiceNow's to say: a table has more of them than there are meanings. */
    private Life life(Row row) {
        RecordState state = state(row);
        return new Life(
                state,
                row.label("state").orElse(state.label()),
                isActive(row),
                code(RecordState.IN_PROGRESS).isPresent(),
                MajorIncident.of(row.shown("major_incident_state").orElse("")));
    }

    private Map<String, String> further(Row row) {
        Map<String, String> filled = new HashMap<>();
        further().forEach(field -> row.shown(field).ifPresent(value -> filled.put(field, value)));
        return filled;
    }

    private Map<String, String> labels(Row row) {
        Map<String, String> labels = new HashMap<>();
        further().forEach(field -> row.label(field)
                .filter(label -> !row.shown(field).equals(Optional.of(label)))
                .ifPresent(label -> labels.put(field, label)));
        return labels;
    }

    private Assignment assignment(Row row) {
        return new Assignment(
                row.filled(table.assigneeField())
                        .map(id -> new Assignee(id, row.shown(assigneeName()).orElse(id))),
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
    private boolean isActive(Row row) {
        return switch (row.shown("active").orElse("").strip()) {
            case "true", "1" -> true;
            case "false", "0" -> false;
            default -> !state(row).ended();
        };
    }

    /** Empty, or a choice that an installation added, is none: such a record goes where everything else goes. */
    private static int priority(Row row) {
        String priority = row.text("priority");
        return priority.length() == 1 && priority.charAt(0) >= '1' && priority.charAt(0) <= '5'
                ? priority.charAt(0) - '0'
                : 0;
    }

    private RecordState state(Row row) {
        return table.states().meaning(row.shown("state").orElse("").strip());
    }
}
