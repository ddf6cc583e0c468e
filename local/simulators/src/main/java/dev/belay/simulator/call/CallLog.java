package dev.belay.simulator.call;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * The latest calls, in the order in which they were answered.
 *
 * @param <C> what is kept of a call
 */
public final class CallLog<C> {
    private static final int MOST = 10_000;

    private final Deque<C> calls = new ArrayDeque<>();

    public synchronized void add(C call) {
        calls.add(call);
        if (calls.size() > MOST) {
            calls.removeFirst();
        }
    }

    public synchronized List<C> calls() {
        return List.copyOf(calls);
    }

    public synchronized void clear() {
        calls.clear();
    }
}
