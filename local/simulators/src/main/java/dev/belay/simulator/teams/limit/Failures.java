package dev.belay.simulator.teams.limit;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The calls that were told to fail, by operation. */
public final class Failures {
    private final Map<String, Deque<Failure>> planned = new HashMap<>();

    /** Makes the next calls of an operation, such as {@code graph.createTab}, fail, after those that were told to before. */
    public synchronized void next(String operation, int times, Failure failure) {
        Deque<Failure> queue = planned.computeIfAbsent(operation, name -> new ArrayDeque<>());
        for (int i = 0; i < times; i++) {
            queue.add(failure);
        }
    }

    public synchronized void clear() {
        planned.clear();
    }

    /** How this call is to fail, if it is. */
    public synchronized Optional<Failure> take(String operation) {
        return Optional.ofNullable(planned.get(operation)).map(Deque::poll);
    }
}
