package dev.belay.link;

/** How a link stands. The words are stored. */
public enum LinkState {
    /** Claimed under a lease; the conversation is being made. */
    PROVISIONING,
    /** Claimed, and the platform refused to make anything: where it belongs is decided anew, since a setting may be wrong. */
    UNPLACED,
    /** A create's outcome is unknown: settled by looking, never by creating again. */
    AMBIGUOUS,
    /** The conversation stands. */
    READY,
    /** Promoted: the conversation went on elsewhere, and an old card still finds the way. */
    MOVED,
    /** The platform says that the channel was deleted; it may be restored. */
    GONE,
    /** Our app was removed from where the conversation is; it may be installed again. */
    CUT_OFF,
    /** The conversation is over. */
    ARCHIVED
}
