package dev.belay.simulator.slack.limit;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The calls that were told to fail, by method. */
public final class Failures {
    private final Map<String, Deque<Failure>> planned = new HashMap<>();

    /** Makes the app's next calls of a method fail, after those that were told to before. */
    public synchronized void next(String method, int times, Failure failure) {
        Deque<Failure> queue = planned.computeIfAbsent(method, name -> new ArrayDeque<>());
        for (int i = 0; i < times; i++) {
            queue.add(failure);
        }
    }

    public synchronized void clear() {
        planned.clear();
    }

    /** How this call is to fail, if it is. */
    public synchronized Optional<Failure> take(String method) {
        return Optional.ofNullable(planned.get(method)).map(Deque::poll);
    }
}
