package dev.belay.link;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/**
 * How a link stands, and which status may follow which: the link's state machine. Both stores ask it before they write. The names
 * are stored.
 */
public enum LinkStatus {
    /** Claimed under a lease; the conversation is being made. */
    PROVISIONING,
    /**
     * Claimed, and the platform refused to make anything, or limited us: nothing exists, so where it belongs is decided anew, since a
     * setting may be wrong or the record may have changed.
     */
    PLACEMENT_REFUSED,
    /** A create's outcome is unknown: settled by looking, never by creating again. */
    AMBIGUOUS,
    /** The conversation stands. */
    READY,
    /** Promoted: the conversation went on elsewhere, and an old card still finds the way. */
    MOVED,
    /** The platform says that the channel was deleted; it may be restored. */
    CHANNEL_DELETED,
    /** Our app was removed from where the conversation is; it may be installed or invited again. */
    APP_REMOVED,
    /** The channel was archived, by us when the conversation was over or by somebody; it may be taken out of the archive. */
    ARCHIVED,
    /** The record was deleted, and the card says so. */
    RECORD_DELETED;

    private static final Set<LinkStatus> CLAIMED = EnumSet.of(PROVISIONING, PLACEMENT_REFUSED, AMBIGUOUS);
    private static final Set<LinkStatus> ENDED =
            EnumSet.of(MOVED, CHANNEL_DELETED, APP_REMOVED, ARCHIVED, RECORD_DELETED);

    /** The transitions, all of them. A claim may keep its status: its progress is saved under it. */
    private Set<LinkStatus> next() {
        return switch (this) {
            case PROVISIONING -> EnumSet.of(PROVISIONING, PLACEMENT_REFUSED, AMBIGUOUS, READY);
            case PLACEMENT_REFUSED -> EnumSet.of(PLACEMENT_REFUSED, PROVISIONING, AMBIGUOUS);
            case AMBIGUOUS -> EnumSet.of(AMBIGUOUS, PLACEMENT_REFUSED, READY);
            case READY -> EnumSet.of(MOVED, CHANNEL_DELETED, APP_REMOVED, ARCHIVED, RECORD_DELETED);
            case CHANNEL_DELETED -> EnumSet.of(READY, APP_REMOVED, ARCHIVED, MOVED, RECORD_DELETED);
            case APP_REMOVED -> EnumSet.of(READY, CHANNEL_DELETED, ARCHIVED, MOVED, RECORD_DELETED);
            case ARCHIVED -> EnumSet.of(READY, CHANNEL_DELETED, APP_REMOVED, MOVED, RECORD_DELETED);
            case RECORD_DELETED -> EnumSet.of(READY, ARCHIVED, CHANNEL_DELETED, APP_REMOVED);
            case MOVED -> EnumSet.noneOf(LinkStatus.class);
        };
    }

    /** What it says of a conversation, after "is". */
    public String inWords() {
        return switch (this) {
            case PROVISIONING, PLACEMENT_REFUSED, AMBIGUOUS -> "being made";
            case READY -> "ready";
            case MOVED -> "moved elsewhere";
            case CHANNEL_DELETED -> "cut off, since its channel was deleted";
            case APP_REMOVED -> "cut off, since the app was removed";
            case ARCHIVED -> "archived";
            case RECORD_DELETED -> "over, since its record was deleted";
        };
    }

    /** Whether this status may be followed by that one. */
    public boolean allows(LinkStatus to) {
        return next().contains(to);
    }

    /**
     * Checks a move of a made link: a claim's status moves only with its progress.
     *
     * @throws IllegalArgumentException when the transition is not allowed
     */
    public void checkMove(LinkStatus to) {
        if (isClaimed() || !allows(to)) {
            throw new IllegalArgumentException("a link that is " + this + " does not become " + to);
        }
    }

    /** Those that this one may follow. */
    public Set<LinkStatus> before() {
        Set<LinkStatus> before = EnumSet.noneOf(LinkStatus.class);
        Arrays.stream(values()).filter(from -> from.allows(this)).forEach(before::add);
        return before;
    }

    /** Whether the conversation is still being made. */
    public boolean isClaimed() {
        return CLAIMED.contains(this);
    }

    /** Whether the conversation was made and does not stand now. */
    public boolean isEnded() {
        return ENDED.contains(this);
    }
}
