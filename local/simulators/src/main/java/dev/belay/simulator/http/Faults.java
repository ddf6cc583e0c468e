package dev.belay.simulator.http;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The line between a handler and the outside: it numbers every call that crosses, in order and over all simulators that
 * share it, and breaks those it was told to break.
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

    /**
     * One call that is to break.
     *
     * @param after how many calls cross before it, counted since the break before it, or since the numbering began
     */
    public record Break(int after, Fault how) {}

    private final List<String> calls = new ArrayList<>();
    private final Deque<Break> ahead = new ArrayDeque<>();
    private final List<LoopbackServer> servers = new CopyOnWriteArrayList<>();
    private int sinceLast;
    private boolean dead;

    /** Breaks the call of this number, counted from zero since the last {@link #heal()} or {@link #breakCall}. */
    public void breakCall(int number, Fault how) {
        breakCalls(List.of(new Break(number, how)));
    }

    /** Breaks several calls, one after another. */
    public synchronized void breakCalls(List<Break> inOrder) {
        heal();
        ahead.addAll(inOrder);
    }

    /** Ends all faults and starts the numbering anew. */
    public synchronized void heal() {
        calls.clear();
        ahead.clear();
        sinceLast = 0;
        dead = false;
    }

    /** Another caller takes the dead one's place; what is still to break will. */
    public synchronized void replaceCaller() {
        dead = false;
    }

    /** Whether the caller was killed: whatever it returns, nobody hears it. */
    public synchronized boolean callerIsDead() {
        return dead;
    }

    /** How many calls are still to break. */
    public synchronized int breaksAhead() {
        return ahead.size();
    }

    /** The names of the calls that crossed since the numbering began, in order. */
    public synchronized List<String> calls() {
        return List.copyOf(calls);
    }

    /**
     * Stops every server, which ends all connections, and starts it again on its port with all that it keeps.
     *
     * @param meanwhile is done while nobody listens
     */
    public void restart(Runnable meanwhile) {
        List<LoopbackServer> all = List.copyOf(servers);
        all.forEach(LoopbackServer::stop);
        try {
            meanwhile.run();
        } finally {
            all.forEach(LoopbackServer::again);
        }
    }

    void joins(LoopbackServer server) {
        servers.add(server);
    }

    void leaves(LoopbackServer server) {
        servers.remove(server);
    }

    /** Counts a call and tells how it is to end. */
    synchronized Fault cross(String call) {
        calls.add(call);
        if (ahead.isEmpty() || sinceLast++ < ahead.element().after()) {
            return Fault.NONE;
        }
        sinceLast = 0;
        Fault fault = ahead.remove().how();
        dead = fault == Fault.CALLER_KILLED;
        return fault;
    }
}
