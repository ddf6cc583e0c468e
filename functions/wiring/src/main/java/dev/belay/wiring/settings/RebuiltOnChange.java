package dev.belay.wiring.settings;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A value that is built from settings once, and built again when they change.
 *
 * @param <K> the settings that it depends on
 * @param <V> the value
 */
public final class RebuiltOnChange<K, V> {
    private final Function<K, V> build;
    private @Nullable K builtFrom;
    private @Nullable V built;

    public RebuiltOnChange(Function<K, V> build) {
        this.build = build;
    }

    public synchronized V from(K settings) {
        V current = built;
        if (current == null || !settings.equals(builtFrom)) {
            current = build.apply(settings);
            built = current;
            builtFrom = settings;
        }
        return current;
    }
}
