package dev.belay.record;

import java.util.Map;

/**
 * What else was read of a record.
 *
 * @param conversations for each platform's id what the record's field for its conversation there holds, where it holds something
 * @param fields further fields by their names, as they are stored, where they hold something
 */
public record Details(Map<String, String> conversations, Map<String, String> fields) {
    public static final Details NONE = new Details(Map.of(), Map.of());

    public Details {
        conversations = Map.copyOf(conversations);
        fields = Map.copyOf(fields);
    }

    public static Details conversations(Map<String, String> conversations) {
        return new Details(conversations, Map.of());
    }
}
