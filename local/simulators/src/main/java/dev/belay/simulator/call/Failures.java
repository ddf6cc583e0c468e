package dev.belay.simulator.call;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The app's calls that were told to fail.
 *
 * @param <F> a way in which a call fails there
 */
public final class Failures<F> {
    private final Map<String, Deque<F>> planned = new HashMap<>();

    /**
     * Makes the app's next calls fail, after those that were told to before.
     *
     * @param call what is called, such as {@code chat.update} or {@code graph.createTab}
     */
    public synchronized void next(String call, int times, F failure) {
        Deque<F> queue = planned.computeIfAbsent(call, name -> new ArrayDeque<>());
        for (int i = 0; i < times; i++) {
            queue.add(failure);
        }
    }

    public synchronized void clear() {
        planned.clear();
    }

    /** How this call is to fail, if it is. */
    public synchronized Optional<F> take(String call) {
        return Optional.ofNullable(planned.get(call)).map(Deque::poll);
    }
}
