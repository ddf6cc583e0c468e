package dev.belay.wiring;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A value that is built from settings once, and built again when they change.
 *
 * @param <K> the settings that it depends on
 * @param <V> the value
 */
final class RebuiltOnChange<K, V> {
    private final Function<K, V> build;
    private @Nullable K builtFrom;
    private @Nullable V built;

    RebuiltOnChange(Function<K, V> build) {
        this.build = build;
    }

    synchronized V from(K settings) {
        V current = built;
        if (current == null || !settings.equals(builtFrom)) {
            current = build.apply(settings);
            built = current;
            builtFrom = settings;
        }
        return current;
    }
}
