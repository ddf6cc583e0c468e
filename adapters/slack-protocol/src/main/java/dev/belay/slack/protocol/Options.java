package dev.belay.slack.protocol;

import com.grack.nanojson.JsonArray;
import dev.belay.dialog.Field.Option;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a button offers to be chosen from in its dialog: pairs of id and label. */
final class Options {
    private Options() {}

    /** What is no such pair is left out: the worker, which knows what may be chosen, refuses it anyway. */
    static List<Option> read(@Nullable Object value) {
        List<Option> options = new ArrayList<>();
        if (value instanceof JsonArray pairs) {
            for (Object each : pairs) {
                if (each instanceof JsonArray pair
                        && pair.size() == 2
                        && pair.get(0) instanceof String id
                        && pair.get(1) instanceof String label) {
                    options.add(new Option(id, label));
                }
            }
        }
        return options;
    }
}
