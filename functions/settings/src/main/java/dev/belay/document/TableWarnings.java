package dev.belay.document;

import dev.belay.record.RecordState;
import dev.belay.settings.Settings;
import dev.belay.settings.TableSettings;
import dev.belay.settings.TableStates;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Finds what the document says of tables and cannot work. */
final class TableWarnings {
    private final Map<String, String> routed;
    private final Settings settings;
    private final List<Problem> found = new ArrayList<>();

    /** @param routed the tables that routes take records of, by the path where that stands */
    private TableWarnings(Map<String, String> routed, Settings settings) {
        this.routed = routed;
        this.settings = settings;
    }

    static List<Problem> of(Map<String, String> routed, Settings settings) {
        TableWarnings warnings = new TableWarnings(routed, settings);
        routed.forEach(warnings::stateless);
        new TreeMap<>(settings.tables()).forEach(warnings::decided);
        return warnings.found;
    }

    private void stateless(String path, String table) {
        if (settings.table(table).states().meanings().isEmpty()) {
            found.add(new Problem(
                    path,
                    "is \"" + table + "\", of which no state is known, so that nothing is acknowledged in it from chat:"
                            + " name its states in tables." + table + ".states"));
        }
    }

    private void decided(String table, TableSettings decided) {
        String path = "tables." + table;
        if (!routed.containsValue(table)) {
            found.add(new Problem(
                    path,
                    "has no route that takes its records, so it decides nothing: name the table in a route, or take"
                            + " this out"));
        }
        unwritten(path, decided.states());
        unmoved(path, table, decided);
        shared(path, decided);
    }

    private void unwritten(String path, TableStates states) {
        states.writes().stream()
                .filter(code -> states.meaning(code) != RecordState.IN_PROGRESS)
                .forEach(code -> found.add(new Problem(
                        path + ".writes",
                        "names " + code + ", which does not mean worked on, so Acknowledge never writes it: take it"
                                + " out")));
    }

    /** A problem's model lets nobody assess it before somebody is assigned (ServiceNow documentation, "Map problem states"). */
    private void unmoved(String path, String table, TableSettings decided) {
        boolean byAnother = !decided.assigneeField().equals(TableSettings.ASSIGNED_TO);
        if (table.equals("problem") && byAnother && !decided.states().writes().isEmpty()) {
            found.add(new Problem(
                    path + ".writes",
                    "moves a problem, which ServiceNow lets go on only when somebody is assigned, and assignee_field is"
                            + " not assigned_to: leave writes out, or the field"));
        }
    }

    private void shared(String path, TableSettings decided) {
        decided.postmortem()
                .field()
                .filter(field -> field.equals(decided.assigneeField())
                        || settings.serviceNow().conversationFields().containsValue(field)
                        || settings.serviceNow().conversationLinks().containsValue(field))
                .ifPresent(field -> found.add(new Problem(
                        path + ".postmortem.field",
                        "is \"" + field + "\", which is written for something else too: give a field of its own")));
    }
}
