package dev.belay.simulator.servicenow.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What the application keeps of the events that were not taken (infra/servicenow/README.md, "What is sent, and sent again"): all but those
 * that would not be taken later either.
 */
final class Outbox {
    private static final Set<Integer> FOR_GOOD = Set.of(400, 413);

    private final List<Event> waiting = new ArrayList<>();

    synchronized void ended(Outbound outbound) {
        if (!outbound.taken() && !FOR_GOOD.contains(outbound.status())) {
            waiting.add(outbound.event());
        }
    }

    /** What waits, oldest first; it does not wait any more. */
    synchronized List<Event> take() {
        List<Event> all = List.copyOf(waiting);
        waiting.clear();
        return all;
    }

    synchronized List<Event> waiting() {
        return List.copyOf(waiting);
    }
}
