package dev.belay.simulator.servicenow.table;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The journals of records: each entry is a row of {@code sys_journal_field}, and a journal column shows them as one text. */
final class Journal {
    static final String TABLE = "sys_journal_field";

    private static final Map<String, String> LABELS =
            Map.of("work_notes", "Work notes", "comments", "Additional comments");

    private Journal() {}

    static Map<String, String> entry(Row record, String element, String text) {
        Map<String, String> entry = new LinkedHashMap<>();
        entry.put("name", record.table());
        entry.put("element_id", record.sysId());
        entry.put("element", element);
        entry.put("value", text);
        return entry;
    }

    /** The whole journal as one text, newest first, the way display values show it. */
    static String text(Row record, String element, List<Row> entries, Map<String, String> names, ZoneId zone) {
        Set<String> elements = element.equals("comments_and_work_notes") ? LABELS.keySet() : Set.of(element);
        return entries.reversed().stream()
                .filter(entry -> entry.value("element_id").equals(record.sysId()))
                .filter(entry -> elements.contains(entry.value("element")))
                .map(entry -> shown(entry, names, zone))
                .collect(Collectors.joining());
    }

    private static String shown(Row entry, Map<String, String> names, ZoneId zone) {
        String by = entry.value("sys_created_by");
        return Moments.shown(entry.value("sys_created_on"), zone) + " - " + names.getOrDefault(by, by) + " ("
                + LABELS.getOrDefault(entry.value("element"), entry.value("element")) + ")\n" + entry.value("value")
                + "\n\n";
    }
}
