package dev.belay.simulator.servicenow.table;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What an instance decides about any task: its priority, whether it is active, and who closed it. */
final class TaskRules {
    private static final Set<String> CLOSED = Set.of("3", "4", "7");

    private TaskRules() {}

    static Optional<String> complete(Row before, Map<String, String> draft, String byId, String now) {
        complete(before, draft, CLOSED, byId, now);
        return Optional.empty();
    }

    static void complete(Row before, Map<String, String> draft, Set<String> closed, String byId, String now) {
        IncidentRules.priority(draft);
        boolean is = closed.contains(draft.getOrDefault("state", ""));
        draft.put("active", Boolean.toString(!is));
        stamp(is, closed.contains(before.value("state")), draft, "closed", byId, now);
    }

    /** Who did it and when, as long as it is done. */
    static void stamp(boolean is, boolean was, Map<String, String> draft, String what, String byId, String now) {
        if (is && !was) {
            draft.put(what + "_at", now);
            draft.put(what + "_by", byId);
        } else if (!is) {
            draft.put(what + "_at", "");
            draft.put(what + "_by", "");
        }
    }
}
