package dev.belay.link;

/** How a link stands. The words are stored. */
public enum LinkState {
    /** Claimed under a lease; the conversation is being made. */
    PROVISIONING,
    /** A create's outcome is unknown: settled by looking, never by creating again. */
    AMBIGUOUS,
    /** The conversation stands. */
    READY,
    /** Promoted: the conversation went on elsewhere, and an old card still finds the way. */
    MOVED,
    /** The conversation is over. */
    ARCHIVED
}
