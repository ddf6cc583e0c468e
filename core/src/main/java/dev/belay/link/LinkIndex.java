package dev.belay.link;

import dev.belay.chat.Platform;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Finds links by how they stand, for reading only: what it answers may be some seconds old (eventually consistent), so that whoever
 * acts on a link reads it again. Every method throws {@link dev.belay.failure.Unavailable} when a retry will help, and
 * {@link dev.belay.failure.Rejected} when it will not.
 */
public interface LinkIndex {
    /** How many channels of open records' own stand in a workspace or tenant, or are being made there. */
    int ownChannels(Platform platform, String workspace);

    /**
     * The links of a workspace or tenant where something is to be done by this time, the longest due first.
     *
     * @param most how many at most of each kind: channels of open records, channels of records that are over, and threads
     */
    List<LinkKey> due(Platform platform, String workspace, Instant by, int most);

    /**
     * Some of all links, claims and ended ones among them, in an order that stays.
     *
     * @param after where the page before ended; none for the first
     * @param most how many at most; a page may hold fewer, even none, and not be the last
     */
    Page all(Optional<String> after, int most);

    /**
     * A page of links.
     *
     * @param next where the next page begins; none where this is the last
     */
    record Page(List<ConversationLink> links, Optional<String> next) {
        public Page {
            links = List.copyOf(links);
        }
    }
}
