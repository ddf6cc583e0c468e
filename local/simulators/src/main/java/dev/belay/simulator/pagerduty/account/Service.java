package dev.belay.simulator.pagerduty.account;

/**
 * What incidents are about.
 *
 * @param policy the id of its escalation policy
 */
public record Service(String id, String name, String policy, Standing standing) {
    /** Whether incidents can be opened on it. */
    public enum Standing {
        ENABLED,
        /** Under maintenance: no incident is triggered. */
        MAINTENANCE,
        /** Disabled: no incident is triggered. */
        DISABLED
    }

    Service standing(Standing other) {
        return new Service(id, name, policy, other);
    }
}
