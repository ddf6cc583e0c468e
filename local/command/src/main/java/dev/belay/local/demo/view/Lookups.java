package dev.belay.local.demo.view;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What was looked up last in each place, good until the place changes. */
final class Lookups<T> {
    private record Lookup<T>(Object state, T found) {}

    private final Map<String, Lookup<T>> last = new HashMap<>();

    /**
     * @param state equal while nothing changes there
     */
    T of(String place, Object state, Supplier<T> look) {
        @Nullable Lookup<T> known = last.get(place);
        if (known == null || !known.state().equals(state)) {
            known = new Lookup<>(state, look.get());
            last.put(place, known);
        }
        return known.found();
    }
}
