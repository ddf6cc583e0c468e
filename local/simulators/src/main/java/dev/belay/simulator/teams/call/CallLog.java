package dev.belay.simulator.teams.call;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The latest calls, in the order in which they were answered. */
public final class CallLog {
    private static final int MOST = 10_000;

    private final Deque<ApiCall> calls = new ArrayDeque<>();

    public synchronized void add(ApiCall call) {
        calls.add(call);
        if (calls.size() > MOST) {
            calls.removeFirst();
        }
    }

    public synchronized List<ApiCall> calls() {
        return List.copyOf(calls);
    }

    public synchronized void clear() {
        calls.clear();
    }
}
