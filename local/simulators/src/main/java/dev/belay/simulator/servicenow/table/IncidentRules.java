package dev.belay.simulator.servicenow.table;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What an instance decides about an incident before it is written, whatever the writer asked for. */
final class IncidentRules {
    private static final Set<String> DONE = Set.of("6", "7");
    private static final Set<String> INACTIVE = Set.of("7", "8");

    private IncidentRules() {}

    /**
     * Completes a draft.
     *
     * @param before what the row was; of a new one, its initial values
     * @param byId the writer's sys_id
     * @return why it may not be written, or nothing
     */
    static Optional<String> complete(Row before, Map<String, String> draft, String byId, String now) {
        twins(before, draft);
        priority(draft);
        draft.put("active", Boolean.toString(!INACTIVE.contains(draft.getOrDefault("state", ""))));
        canceledMajor(draft);
        reopened(before, draft, byId, now);
        stamp(before, draft, "6", "resolved", byId, now);
        stamp(before, draft, "7", "closed", byId, now);
        return dataPolicy(draft);
    }

    /** {@code incident_state} is the older name of {@code state}; whichever was written, both follow. */
    private static void twins(Row before, Map<String, String> draft) {
        String state = draft.getOrDefault("state", "");
        String twin = draft.getOrDefault("incident_state", "");
        boolean written = !state.equals(before.value("state"));
        String settled = written ? state : twin;
        draft.put("state", settled);
        draft.put("incident_state", settled);
    }

    /**
     * An incident that is canceled is no candidate and no major incident any more (ServiceNow documentation, "Close a major
     * incident").
     */
    private static void canceledMajor(Map<String, String> draft) {
        boolean stands = Set.of("proposed", "accepted").contains(draft.getOrDefault("major_incident_state", ""));
        if ("8".equals(draft.get("state")) && stands) {
            draft.put("major_incident_state", "canceled");
        }
    }

    /** Priority is looked up from impact and urgency (ServiceNow documentation, "Define priority lookup rules"). */
    static void priority(Map<String, String> draft) {
        String impact = draft.getOrDefault("impact", "");
        String urgency = draft.getOrDefault("urgency", "");
        if (impact.matches("[1-3]") && urgency.matches("[1-3]")) {
            draft.put("priority", Integer.toString(Integer.parseInt(impact) + Integer.parseInt(urgency) - 1));
        }
    }

    /**
     * Who reopened last, when, and how often (ServiceNow documentation, "Reopening an incident": the state goes from Resolved to In
     * Progress).
     */
    private static void reopened(Row before, Map<String, String> draft, String byId, String now) {
        if ("6".equals(before.value("state")) && "2".equals(draft.get("state"))) {
            draft.put("reopened_by", byId);
            draft.put("reopened_time", now);
            draft.merge("reopen_count", "1", (count, one) -> Integer.toString(Integer.parseInt("0" + count) + 1));
        }
    }

    private static void stamp(
            Row before, Map<String, String> draft, String state, String what, String byId, String now) {
        boolean is = state.equals(draft.get("state"));
        if (is && !state.equals(before.value("state"))) {
            draft.put(what + "_at", now);
            draft.put(what + "_by", byId);
        }
        if (!DONE.contains(draft.getOrDefault("state", ""))) {
            draft.put(what + "_at", "");
            draft.put(what + "_by", "");
        }
    }

    private static Optional<String> dataPolicy(Map<String, String> draft) {
        boolean lacking = draft.getOrDefault("close_code", "").isBlank()
                || draft.getOrDefault("close_notes", "").isBlank();
        return DONE.contains(draft.getOrDefault("state", "")) && lacking
                ? Optional.of(
                        "Data Policy Exception: The following fields are mandatory: Resolution code, Resolution notes")
                : Optional.empty();
    }
}
