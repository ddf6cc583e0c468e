package dev.belay.simulator.pagerduty.account;

import java.time.Instant;
import java.util.List;

/**
 * A request that people help with an incident.
 *
 * @param requester the id of the user who asks
 */
public record ResponderRequest(String id, String requester, String message, Instant at, List<Target> targets) {
    /**
     * Who is asked.
     *
     * @param policy whether it is an escalation policy rather than a user
     * @param users the ids of the users who were asked by it
     */
    public record Target(String id, boolean policy, List<String> users) {
        public Target {
            users = List.copyOf(users);
        }
    }

    public ResponderRequest {
        targets = List.copyOf(targets);
    }
}
