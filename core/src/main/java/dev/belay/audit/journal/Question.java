package dev.belay.audit.journal;

import dev.belay.link.LinkKey;

/**
 * What is to be asked about the channel of one link.
 *
 * @param workspace where it is asked
 */
public record Question(LinkKey link, String workspace, Of of) {
    /** What is asked. */
    public enum Of {
        /** How the channel stands: the listing speaks against it. */
        CHANNEL,
        /** Which record its tab or card names. */
        BEARING
    }
}
