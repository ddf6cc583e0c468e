package dev.belay.wiring;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Something that is built from a decision, once, and built anew when the decision changes. */
final class Rebuilt<K, V> {
    private final Function<K, V> build;
    private @Nullable K builtFrom;
    private @Nullable V built;

    Rebuilt(Function<K, V> build) {
        this.build = build;
    }

    synchronized V from(K decision) {
        V current = built;
        if (current == null || !decision.equals(builtFrom)) {
            current = build.apply(decision);
            built = current;
            builtFrom = decision;
        }
        return current;
    }
}
