package dev.belay.wiring.document;

import com.grack.nanojson.JsonWriter;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One value of the document, and where it stands. */
record Member(String path, @Nullable Object value, List<Problem> problems) {
    private static final int LONGEST_QUOTE = 60;

    /** Notes that the value is not what is asked for here. */
    <T> Optional<T> refused(String asked) {
        problems.add(new Problem(path, "is " + quoted() + ": " + asked));
        return Optional.empty();
    }

    private String quoted() {
        String json = JsonWriter.string(value);
        return json.length() <= LONGEST_QUOTE ? json : json.substring(0, LONGEST_QUOTE) + "…";
    }
}
