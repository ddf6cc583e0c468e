package dev.belay.simulator.servicenow.oncall;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The shifts of On-Call Scheduling, which is a plugin that an instance may lack. */
public final class OnCall {
    private final List<Shift> shifts = new ArrayList<>();
    private boolean activated = true;
    private boolean terse;

    /** Has people on call for a group, for good. */
    public Shift always(String group, List<String> users) {
        return add(new Shift(group, id(), id(), Instant.EPOCH, Instant.MAX, users));
    }

    /** Has people on call for a group between two moments. */
    public Shift between(String group, Instant from, Instant until, List<String> users) {
        return add(new Shift(group, id(), id(), from, until, users));
    }

    /** Ends a shift. */
    public synchronized void remove(Shift shift) {
        shifts.remove(shift);
    }

    /** Whether the plugin is there. */
    public synchronized void activated(boolean on) {
        activated = on;
    }

    /** Whether the REST answer names nobody but the user: no source shows more of it, the script's answer has more. */
    public synchronized void terse(boolean on) {
        terse = on;
    }

    public synchronized boolean isActivated() {
        return activated;
    }

    public synchronized boolean isTerse() {
        return terse;
    }

    /** The shifts of a moment; a filter that is empty filters nothing. */
    public synchronized List<Shift> at(Instant moment, Set<String> groups, Set<String> rotas, Set<String> rosters) {
        return shifts.stream()
                .filter(shift -> shift.covers(moment))
                .filter(shift -> groups.isEmpty() || groups.contains(shift.group()))
                .filter(shift -> rotas.isEmpty() || rotas.contains(shift.rota()))
                .filter(shift -> rosters.isEmpty() || rosters.contains(shift.roster()))
                .toList();
    }

    private synchronized Shift add(Shift shift) {
        shifts.add(shift);
        return shift;
    }

    private static String id() {
        return UUID.randomUUID().toString().replace("-", "");
    }
}
