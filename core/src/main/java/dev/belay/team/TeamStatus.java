package dev.belay.team;

import java.util.Map;

/** What a platform shows of one of its teams by now, whatever its events said before and in whatever order. */
public sealed interface TeamStatus {
    /** Our app is not in it. */
    record AppMissing() implements TeamStatus {}

    /**
     * Our app is in it.
     *
     * @param channels the channels' names by their ids, blank where the platform tells none
     */
    record AppInstalled(Map<String, String> channels) implements TeamStatus {
        public AppInstalled {
            channels = Map.copyOf(channels);
        }

        public boolean has(String channel) {
            return channels.containsKey(channel);
        }
    }
}
