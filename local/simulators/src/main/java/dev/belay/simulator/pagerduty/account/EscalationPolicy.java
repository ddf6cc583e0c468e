package dev.belay.simulator.pagerduty.account;

import java.util.List;

/**
 * Whom an incident goes to.
 *
 * @param onCall the ids of the users who are on call at its first level
 */
public record EscalationPolicy(String id, String name, List<String> onCall) {
    public EscalationPolicy {
        onCall = List.copyOf(onCall);
    }
}
