package dev.belay.platform;

/**
 * What a platform shows of a channel by now.
 *
 * @param name what people call it; empty where the platform does not show it
 */
public record ChannelView(State state, String name) {
    /** How a channel stands. */
    public enum State {
        /** It is there, not archived, and we are in it. */
        LIVE,
        /** It is there and archived, whether or not we are in it. */
        ARCHIVED,
        /** The platform shows none: it was deleted; in Slack it may also be a private one that we are not in, archived or not. */
        DELETED,
        /** It is there, not archived, and we are not in it: in Teams our app is not in its team. */
        APP_REMOVED
    }

    /** Of a channel that the platform does not show us. */
    public static ChannelView hidden(State state) {
        return new ChannelView(state, "");
    }
}
