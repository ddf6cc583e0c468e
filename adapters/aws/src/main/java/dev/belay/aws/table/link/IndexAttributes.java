package dev.belay.aws.table.link;

import dev.belay.aws.table.Item;
import dev.belay.aws.table.Key;
import dev.belay.chat.Platform;
import dev.belay.link.ConversationLink;
import dev.belay.link.ConversationLink.Claimed;
import dev.belay.link.ConversationLink.Ended;
import dev.belay.link.ConversationLink.Made;
import dev.belay.link.ConversationLink.Standing;
import dev.belay.link.LinkStatus;
import java.time.Instant;
import java.util.Optional;

/**
 * What the sparse index {@code by_due} is built of: {@code index_place} tells whether a link is of a channel of its own
 * ({@code own#<platform>#<workspace>}), of one whose record is over ({@code over#…}), or of a thread where something is due ({@code thread#…}), {@code due_at} when something is to be
 * done, in milliseconds since the epoch. Links without them are not in it.
 */
final class IndexAttributes {
    static final String INDEX = "by_due";
    static final String PLACE = "index_place";
    static final String DUE = "due_at";

    /** Later than anything that is due: a channel of its own is counted although nothing is due there. */
    private static final long NEVER = 9_999_999_999_999L;

    private IndexAttributes() {}

    static String ownChannels(Platform platform, String workspace) {
        return Key.ofIndex("own", platform, workspace);
    }

    /** Of records that are over. */
    static String overChannels(Platform platform, String workspace) {
        return Key.ofIndex("over", platform, workspace);
    }

    static String threads(Platform platform, String workspace) {
        return Key.ofIndex("thread", platform, workspace);
    }

    static void put(Item item, ConversationLink link) {
        switch (link) {
            case Claimed claimed -> {
                if (claimed.placement().isDedicated() && claimed.status() != LinkStatus.PLACEMENT_REFUSED) {
                    item.with(PLACE, place(claimed)).with(DUE, NEVER);
                }
            }
            case Standing standing -> {
                Optional<Instant> due = standing.conversation().kept().due();
                if (isIndexed(standing, due)) {
                    item.with(PLACE, place(standing)).with(DUE, number(due));
                }
            }
            case Ended _ -> {}
        }
    }

    /** Whether a link that stands is in the index. */
    static boolean isIndexed(ConversationLink link, Optional<Instant> due) {
        return link.placement().isDedicated() || due.isPresent();
    }

    static String place(ConversationLink link) {
        if (!link.placement().isDedicated()) {
            return threads(link.platform(), link.placement().workspace());
        }
        return ownPlace(
                link, link instanceof Made made && made.conversation().kept().isOver());
    }

    /** The place of a channel of a record's own, which changes with the record's end in the same write. */
    static String ownPlace(ConversationLink link, boolean isOver) {
        String workspace = link.placement().workspace();
        return isOver ? overChannels(link.platform(), workspace) : ownChannels(link.platform(), workspace);
    }

    static long number(Optional<Instant> due) {
        return due.map(Instant::toEpochMilli).orElse(NEVER);
    }

    static Optional<Instant> due(Item item) {
        return item.findNumber(DUE).filter(at -> at < NEVER).map(Instant::ofEpochMilli);
    }
}
