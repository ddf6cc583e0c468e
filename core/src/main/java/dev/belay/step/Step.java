package dev.belay.step;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * One thing that is made in an outside system exactly once, although the worker may be killed and run again: it is looked for where
 * an earlier run may have made it, else made, and stored as soon as it is known.
 *
 * @param look reads whether an earlier run made it
 * @param make makes it; not idempotent
 * @param store remembers it durably
 */
public record Step<T>(Supplier<Optional<T>> look, Supplier<T> make, Consumer<T> store) {
    /**
     * @param mayExist whether an earlier run may have made it
     */
    public T run(boolean mayExist) {
        T made = (mayExist ? look.get() : Optional.<T>empty()).orElseGet(make);
        store.accept(made);
        return made;
    }
}
