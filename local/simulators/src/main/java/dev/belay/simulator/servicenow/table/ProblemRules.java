package dev.belay.simulator.servicenow.table;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What an instance decides about a problem: it goes forward state by state, to somebody who is assigned (ServiceNow documentation, "Map
 * problem states"), and says why it is resolved. Which fields a step asks for, and in what words it is refused, is a guess.
 */
final class ProblemRules {
    private static final String NEW = "101";
    private static final String CLOSED = "107";
    private static final Map<String, Set<String>> NEXT = Map.of(
            NEW,
            Set.of("102", CLOSED),
            "102",
            Set.of(NEW, "103", CLOSED),
            "103",
            Set.of("102", "104", CLOSED),
            "104",
            Set.of("103", "106", CLOSED),
            "106",
            Set.of("103", CLOSED),
            CLOSED,
            Set.of("103"));

    private ProblemRules() {}

    static Optional<String> complete(
            StateModels models, Row before, Map<String, String> draft, String byId, String now) {
        twins(before, draft);
        String from = before.value("state");
        String to = draft.getOrDefault("state", "");
        TaskRules.complete(before, draft, Set.of(CLOSED), byId, now);
        boolean done = Set.of("106", CLOSED).contains(to);
        TaskRules.stamp(done, Set.of("106", CLOSED).contains(from), draft, "resolved", byId, now);
        if (!models.governs(before) || from.equals(to)) {
            return Optional.empty();
        }
        if (!NEXT.getOrDefault(from, Set.of()).contains(to)) {
            return Optional.of(StateModels.aborted("problem", "Problem Model: Check State Transition"));
        }
        boolean unassigned = draft.getOrDefault("assigned_to", "").isEmpty() && !to.equals(NEW);
        boolean unexplained = done && draft.getOrDefault("resolution_code", "").isEmpty();
        return unassigned || unexplained
                ? Optional.of("Data Policy Exception: The following fields are mandatory: "
                        + (unassigned ? "Assigned to" : "Resolution code"))
                : Optional.empty();
    }

    /** {@code problem_state} is the older name of {@code state}; whichever was written, both follow. */
    private static void twins(Row before, Map<String, String> draft) {
        String state = draft.getOrDefault("state", "");
        boolean written = !state.equals(before.value("state"));
        String settled = written ? state : draft.getOrDefault("problem_state", "");
        draft.put("state", settled);
        draft.put("problem_state", settled);
    }
}
