package dev.belay.link;

/**
 * Where a conversation is to be, and why.
 *
 * @param channel for a shared place the channel's id; for a dedicated one the name that the channel is to have
 * @param reason why it is there, in words that stay on the link
 */
public record Placement(String workspace, Kind kind, String channel, boolean isPrivate, String reason) {
    /** A channel of its own, or a thread in a shared one. */
    public enum Kind {
        DEDICATED,
        SHARED
    }

    public Placement named(String name) {
        return new Placement(workspace, kind, name, isPrivate, reason);
    }
}
