package dev.belay.dialog;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a person entered in a dialog: for each field's id its values, none of them empty. It is shown to nobody but them, and never
 * logged.
 */
public record Input(Map<String, List<String>> values) {
    /** Nothing was asked. */
    public static final Input NONE = new Input(Map.of());

    /** What one dialog may bring: more is cut off by no platform's own limits. */
    private static final int MOST_VALUES = 100;

    private static final int LONGEST_VALUE = 3_000;

    public Input {
        Map<String, List<String>> copied = new LinkedHashMap<>();
        for (Map.Entry<String, List<String>> entry : values.entrySet()) {
            copied.put(entry.getKey(), List.copyOf(entry.getValue()));
        }
        values = Map.copyOf(copied);
    }

    /**
     * Checks what came from outside: blanks around values go, and empty ones too.
     *
     * @throws IllegalArgumentException when there is more than any dialog of ours asks for
     */
    public static Input of(Map<String, List<String>> entered) {
        Map<String, List<String>> kept = new LinkedHashMap<>();
        int count = 0;
        for (Map.Entry<String, List<String>> entry : entered.entrySet()) {
            List<String> values = new ArrayList<>();
            for (String value : entry.getValue()) {
                String text = value.strip();
                if (text.length() > LONGEST_VALUE || ++count > MOST_VALUES) {
                    throw new IllegalArgumentException("more was entered than a dialog asks for");
                }
                if (!text.isEmpty()) {
                    values.add(text);
                }
            }
            kept.put(entry.getKey(), values);
        }
        return new Input(kept);
    }

    public boolean isEmpty() {
        return values.isEmpty();
    }

    public List<String> of(String field) {
        return values.getOrDefault(field, List.of());
    }

    /** The first value of a field. */
    public Optional<String> one(String field) {
        return of(field).stream().findFirst();
    }

    /** All of it as one text, the same for the same entries in whatever order the fields came: to tell one entry from another. */
    public String content() {
        StringBuilder text = new StringBuilder();
        for (Map.Entry<String, List<String>> entry : new TreeMap<>(values).entrySet()) {
            text.append(entry.getKey()).append('=');
            for (String value : entry.getValue()) {
                text.append(value.length()).append(':').append(value);
            }
            text.append('\n');
        }
        return text.toString();
    }

    /** Without what was entered. */
    @Override
    public String toString() {
        return "input for " + values.keySet();
    }
}
