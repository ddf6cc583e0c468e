package dev.belay.settings;

import dev.belay.record.RecordState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the codes of a table's {@code state} mean, and which of them Belay may write. The codes of one table mean other things on
 * another: a change request's 3 is closed, an incident's on hold.
 *
 * @param meanings what each code means; a code that is not here means {@link RecordState#OTHER}
 * @param writes the codes that may be written; of those with one meaning the first is
 */
public record TableStates(Map<String, RecordState> meanings, List<String> writes) {
    /** Of a table of which nothing is known: only whether its records are active counts. */
    public static final TableStates UNKNOWN = new TableStates(Map.of(), List.of());

    private static final TableStates INCIDENT = of(
            Map.of(
                    RecordState.NEW, List.of("1"),
                    RecordState.IN_PROGRESS, List.of("2"),
                    RecordState.ON_HOLD, List.of("3"),
                    RecordState.RESOLVED, List.of("6"),
                    RecordState.CLOSED, List.of("7"),
                    RecordState.CANCELED, List.of("8")),
            List.of("2"));

    /** Assess, Root Cause Analysis and Fix in Progress are work. */
    private static final TableStates PROBLEM = of(
            Map.of(
                    RecordState.NEW, List.of("101"),
                    RecordState.IN_PROGRESS, List.of("102", "103", "104"),
                    RecordState.RESOLVED, List.of("106"),
                    RecordState.CLOSED, List.of("107")),
            List.of());

    /** Assess, Authorize, Scheduled, Implement and Review are work. */
    private static final TableStates CHANGE = of(
            Map.of(
                    RecordState.NEW, List.of("-5"),
                    RecordState.IN_PROGRESS, List.of("-4", "-3", "-2", "-1", "0"),
                    RecordState.CLOSED, List.of("3"),
                    RecordState.CANCELED, List.of("4")),
            List.of());

    public TableStates {
        meanings = Map.copyOf(meanings);
        writes = List.copyOf(writes);
    }

    /** @param codes for each meaning the codes that have it */
    public static TableStates of(Map<RecordState, List<String>> codes, List<String> writes) {
        Map<String, RecordState> meanings = new LinkedHashMap<>();
        codes.forEach((meaning, all) -> all.forEach(code -> meanings.put(code, meaning)));
        return new TableStates(meanings, writes);
    }

    /**
     * What ServiceNow ships. Problems and changes go by models, which refuse what is written past them, so that their states are
     * read only.
     */
    public static TableStates shipped(String table) {
        return switch (table) {
            case "incident" -> INCIDENT;
            case "problem" -> PROBLEM;
            case "change_request" -> CHANGE;
            default -> UNKNOWN;
        };
    }

    public RecordState meaning(String code) {
        return meanings.getOrDefault(code, RecordState.OTHER);
    }

    /** What is written to bring a record into this state; none where that is not done from here. */
    public Optional<String> written(RecordState state) {
        return writes.stream().filter(code -> meaning(code) == state).findFirst();
    }
}
