package dev.belay.simulator.pagerduty.account;

import java.util.List;

/**
 * What an incident is opened with.
 *
 * @param key the {@code incident_key}
 * @param policy the id of the escalation policy that it goes by
 * @param assignees the ids of the users whom it is assigned to
 * @param direct whether those were named, rather than the policy's
 * @param details the body, empty where there is none
 */
public record Draft(
        String title,
        String service,
        String urgency,
        String key,
        String policy,
        List<String> assignees,
        boolean direct,
        String details) {
    public Draft {
        assignees = List.copyOf(assignees);
    }
}
