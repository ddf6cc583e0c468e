package dev.belay.document;

import com.grack.nanojson.JsonWriter;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One value of the document, and its path. */
record JsonValue(String path, @Nullable Object value, List<Problem> problems) {
    private static final int LONGEST_QUOTE = 60;

    /** A problem: the value is not what is asked for here. */
    <T> Optional<T> invalid(String asked) {
        problems.add(new Problem(path, "is " + quoted() + ": " + asked));
        return Optional.empty();
    }

    private String quoted() {
        String json = JsonWriter.string(value);
        return json.length() <= LONGEST_QUOTE ? json : json.substring(0, LONGEST_QUOTE) + "…";
    }
}
