package dev.belay.record;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;

/**
 * What else was read of a record.
 *
 * @param conversations for each platform's id what the record's field for its conversation there holds, where it holds something
 * @param fields further fields by their names, as they are stored, where they hold something
 * @param labels what people see of those fields, where that is another than what is stored
 */
public record Details(Map<String, String> conversations, Map<String, String> fields, Map<String, String> labels) {
    public static final Details NONE = new Details(Map.of(), Map.of());

    public Details {
        conversations = Map.copyOf(conversations);
        fields = Map.copyOf(fields);
        labels = Map.copyOf(labels);
    }

    /** Where people see what is stored. */
    public Details(Map<String, String> conversations, Map<String, String> fields) {
        this(conversations, fields, Map.of());
    }

    public static Details conversations(Map<String, String> conversations) {
        return new Details(conversations, Map.of());
    }

    /** What a further field holds; empty where it holds nothing. */
    public String field(String name) {
        return fields.getOrDefault(name, "");
    }

    /** The time that a further field holds, as the Table API stores it: {@code 2026-11-22 08:47:00}, in UTC. */
    public Optional<Instant> time(String name) {
        try {
            return Optional.of(
                    LocalDateTime.parse(field(name).strip().replace(' ', 'T')).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** What people see of a further field; empty where it holds nothing. */
    public String label(String name) {
        return labels.getOrDefault(name, field(name));
    }
}
