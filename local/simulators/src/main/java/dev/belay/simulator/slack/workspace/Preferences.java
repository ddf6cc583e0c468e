package dev.belay.simulator.slack.workspace;

import java.util.EnumSet;
import java.util.Set;

/**
 * What a workspace's administrators keep to themselves, which an app then is refused with {@code restricted_action} (slack.com/help: Manage
 * who can create and archive channels).
 */
public final class Preferences {
    /** What can be kept. */
    public enum Kept {
        CREATE_PUBLIC,
        CREATE_PRIVATE,
        ARCHIVE
    }

    private final Set<Kept> kept = EnumSet.noneOf(Kept.class);

    /** Keeps something to administrators, or to nobody. */
    public synchronized void keep(Kept what, boolean toAdministrators) {
        if (toAdministrators) {
            kept.add(what);
        } else {
            kept.remove(what);
        }
    }

    public synchronized boolean keeps(Kept what) {
        return kept.contains(what);
    }
}
