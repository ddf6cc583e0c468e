package dev.belay.link;

import dev.belay.chat.Channel;
import dev.belay.link.ConversationLink.Made;
import java.util.Optional;

/**
 * The conversation of a record that another one takes the place of.
 *
 * @param why why it does
 * @param count how many conversations the record had on this platform by then
 * @param channel where it is
 * @param card its card's message
 * @param isThread whether it is a thread of a shared channel
 * @param marker its claim's, which its messages carry
 * @param paged the pager's incident, once a page from there made one
 */
public record Former(
        Why why,
        int count,
        Channel channel,
        String card,
        boolean isThread,
        String marker,
        Optional<PagerIncident> paged) {
    /** Why a conversation goes on elsewhere. The names are stored. */
    public enum Why {
        /** The record earned a channel of its own. */
        PROMOTED,
        /** The record was reopened, and the old channel is archived for good. */
        REOPENED,
        /** Somebody deleted or archived the channel of a record that is open. */
        LOST,
        /** The record became private. */
        PRIVATE
    }

    /** Of a conversation that was made. */
    public static Former of(Made link, Why why) {
        Conversation conversation = link.conversation();
        return new Former(
                why,
                link.claim().former().map(Former::count).orElse(0) + 1,
                conversation.channel(),
                conversation.card().message(),
                !link.placement().isDedicated(),
                link.claim().marker(),
                conversation.paged());
    }

    /** The thread in its channel, where it is one. */
    public Optional<String> thread() {
        return isThread ? Optional.of(card) : Optional.empty();
    }
}
