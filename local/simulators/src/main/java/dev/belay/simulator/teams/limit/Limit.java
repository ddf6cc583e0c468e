package dev.belay.simulator.teams.limit;

import java.util.List;

/** How much an app may do in which time. */
public enum Limit {
    /** Sending to a conversation, per thread (learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit). */
    SEND,
    /** Creating a conversation, per thread (the same page). */
    CREATE,
    /** Asking for members or conversations, per thread (the same page). */
    ASK,
    /** All that an app does at the Bot Connector in one tenant (the same page). */
    CONNECTOR,
    /** Graph's calls about one team or channel (learn.microsoft.com/graph/throttling-limits, Microsoft Teams). */
    GRAPH_PLACE,
    /** Graph's calls about teams, channels and tabs in one tenant (the same page). */
    GRAPH_TENANT;

    /** So many calls in so many seconds. */
    record Window(int most, int seconds) {}

    /** The windows that all hold at once, the longest last. */
    List<Window> windows() {
        return switch (this) {
            case SEND, CREATE ->
                List.of(new Window(7, 1), new Window(8, 2), new Window(60, 30), new Window(1800, 3600));
            case ASK -> List.of(new Window(14, 1), new Window(16, 2), new Window(120, 30), new Window(3600, 3600));
            case CONNECTOR -> List.of(new Window(50, 1));
            case GRAPH_PLACE -> List.of(new Window(4, 1));
            case GRAPH_TENANT -> List.of(new Window(30, 1));
        };
    }
}
