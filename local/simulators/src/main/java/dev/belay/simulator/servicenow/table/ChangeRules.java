package dev.belay.simulator.servicenow.table;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What an instance decides about a change: it goes forward one state at a time, by its type, and past an approval only when that was
 * given; it can be canceled until it is in review (ServiceNow documentation, "State progression for normal, standard, and emergency
 * changes"; "State model and transitions"). What is refused is refused in the words that instances use.
 */
final class ChangeRules {
    private static final String NEW = "-5";
    private static final String CLOSED = "3";
    private static final String CANCELED = "4";
    private static final Map<String, List<String>> PATHS = Map.of(
            "normal", List.of(NEW, "-4", "-3", "-2", "-1", "0", CLOSED),
            "standard", List.of(NEW, "-2", "-1", "0", CLOSED),
            "emergency", List.of(NEW, "-3", "-2", "-1", "0", CLOSED));

    /** The states in which approvals are asked for, and that are left when they were given. */
    private static final Set<String> APPROVING = Set.of("-4", "-3");

    private ChangeRules() {}

    static Optional<String> complete(
            StateModels models, Row before, Map<String, String> draft, String byId, String now) {
        TaskRules.complete(before, draft, Set.of(CLOSED, CANCELED), byId, now);
        String from = before.value("state");
        String to = draft.getOrDefault("state", "");
        if (!models.governs(before) || from.equals(to)) {
            return Optional.empty();
        }
        if (!mayGo(from, to, draft)) {
            return Optional.of(StateModels.aborted("change_request", "Change Model: Check State Transition"));
        }
        boolean lacking = to.equals(CLOSED)
                && (draft.getOrDefault("close_code", "").isBlank()
                        || draft.getOrDefault("close_notes", "").isBlank());
        return lacking
                ? Optional.of("Data Policy Exception: The following fields are mandatory: Close code, Close notes")
                : Optional.empty();
    }

    private static boolean mayGo(String from, String to, Map<String, String> draft) {
        List<String> path = PATHS.getOrDefault(draft.getOrDefault("type", "normal"), List.of());
        if (to.equals(CANCELED)) {
            return path.contains(from) && !Set.of("0", CLOSED).contains(from);
        }
        if (to.equals(NEW)) {
            return APPROVING.contains(from);
        }
        boolean forward = path.indexOf(from) >= 0 && path.indexOf(to) == path.indexOf(from) + 1;
        boolean staffed = !draft.getOrDefault("assignment_group", "").isEmpty();
        boolean approved = "approved".equals(draft.get("approval"));
        return forward && (!from.equals(NEW) || staffed) && (!APPROVING.contains(from) || approved);
    }
}
