package dev.belay.simulator.http;

import java.util.ArrayList;
import java.util.List;

/**
 * The line between a handler and the outside: it numbers every call that crosses, in order and over all simulators that
 * share it, and breaks the one it was told to break.
 */
public final class Faults {
    /** How a call ends. */
    public enum Fault {
        /** As it should. */
        NONE,
        /** The connection drops before anything was done. */
        REQUEST_LOST,
        /** All was done, and the connection drops before the answer. */
        RESPONSE_LOST,
        /** The answer arrives, and the caller dies: nothing that it sends afterwards is heard, until {@link #heal()}. */
        CALLER_KILLED
    }

    private final List<String> calls = new ArrayList<>();
    private int broken = -1;
    private Fault fault = Fault.NONE;
    private boolean dead;

    /** Breaks the call of this number, counted from zero since the last {@link #heal()} or {@link #breakCall}. */
    public synchronized void breakCall(int number, Fault how) {
        heal();
        broken = number;
        fault = how;
    }

    /** Ends all faults and starts the numbering anew. */
    public synchronized void heal() {
        calls.clear();
        broken = -1;
        fault = Fault.NONE;
        dead = false;
    }

    /** Whether the caller was killed: whatever it returns, nobody hears it. */
    public synchronized boolean callerIsDead() {
        return dead;
    }

    /** The names of the calls that crossed since the numbering began, in order. */
    public synchronized List<String> calls() {
        return List.copyOf(calls);
    }

    /** Counts a call and tells how it is to end. */
    synchronized Fault cross(String call) {
        calls.add(call);
        if (calls.size() - 1 != broken) {
            return Fault.NONE;
        }
        dead = fault == Fault.CALLER_KILLED;
        return fault;
    }
}
