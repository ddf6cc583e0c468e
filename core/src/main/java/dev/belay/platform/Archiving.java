package dev.belay.platform;

/** How far a platform is that was asked to archive a channel, or to unarchive one. */
public enum Archiving {
    /** It is as it was asked for, whoever did it. */
    DONE,
    /** The platform does it in its own time: to be looked at again. */
    UNDER_WAY
}
