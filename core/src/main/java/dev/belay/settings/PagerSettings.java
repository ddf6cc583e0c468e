package dev.belay.settings;

import java.util.List;
import java.util.Optional;

/**
 * A pager that the settings name, and whom it can be asked for.
 *
 * @param name what the settings call it: short letters, digits and hyphens
 */
public record PagerSettings(String name, Kind kind, List<Target> targets) {
    /** What kind of system it is. */
    public enum Kind {
        PAGERDUTY,
        /** A receiver of the installation's own, that any other pager stands behind. */
        WEBHOOK,
        /** ServiceNow's on-call schedules: they tell who is on call, and page nobody. */
        SERVICENOW_ON_CALL
    }

    /**
     * Somebody who can be paged without knowing who they are: an escalation policy, or a group's on-call schedule.
     *
     * @param id what the pager knows it by
     * @param label what people know it by
     */
    public record Target(String id, String label) {}

    public PagerSettings {
        targets = List.copyOf(targets);
    }

    /** Whether people are paged by it. If not, it only tells who could be called in, and each question is harmless. */
    public boolean pages() {
        return kind != Kind.SERVICENOW_ON_CALL;
    }

    public Optional<Target> target(String id) {
        return targets.stream().filter(target -> target.id().equals(id)).findFirst();
    }
}
