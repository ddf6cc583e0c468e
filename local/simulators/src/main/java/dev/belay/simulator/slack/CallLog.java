package dev.belay.simulator.slack;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The latest calls, in the order in which they were answered. */
final class CallLog {
    private static final int MOST = 10_000;

    private final Deque<ApiCall> calls = new ArrayDeque<>();

    synchronized void add(ApiCall call) {
        calls.add(call);
        if (calls.size() > MOST) {
            calls.removeFirst();
        }
    }

    synchronized List<ApiCall> calls() {
        return List.copyOf(calls);
    }

    synchronized void clear() {
        calls.clear();
    }
}
