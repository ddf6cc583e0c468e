package dev.belay.chat;

import java.util.Map;

/** What a platform shows of one of its teams by now, whatever it said before and in whatever order. */
public sealed interface TeamView {
    /** Our app is not in it. */
    record Without() implements TeamView {}

    /**
     * Our app is in it.
     *
     * @param channels those that stand there: their names by their ids, blank where the platform tells none
     */
    record Within(Map<String, String> channels) implements TeamView {
        public Within {
            channels = Map.copyOf(channels);
        }

        public boolean has(String channel) {
            return channels.containsKey(channel);
        }
    }
}
