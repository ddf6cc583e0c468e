package dev.belay.simulator.call;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The latest calls, in the order in which they were answered.
 *
 * @param <C> what is kept of a call
 */
public final class CallLog<C> {
    private static final int MOST = 10_000;

    private final Deque<C> calls = new ArrayDeque<>();
    private final Map<String, Long> counts = new TreeMap<>();
    private final Function<C, String> name;

    /** @param name what the app called, such as {@code chat.update}; empty for a call that is not the app's, which is not counted */
    public CallLog(Function<C, String> name) {
        this.name = name;
    }

    public synchronized void add(C call) {
        calls.add(call);
        String called = name.apply(call);
        if (!called.isEmpty()) {
            counts.merge(called, 1L, Long::sum);
        }
        if (calls.size() > MOST) {
            calls.removeFirst();
        }
    }

    public synchronized List<C> calls() {
        return List.copyOf(calls);
    }

    /** How often each was called, by its name, since the beginning or since this was emptied; forgotten calls count too. */
    public synchronized Map<String, Long> counts() {
        return new TreeMap<>(counts);
    }

    public synchronized void clear() {
        calls.clear();
        counts.clear();
    }
}
