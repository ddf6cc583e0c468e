package dev.belay.conversation;

import dev.belay.action.Actions;
import dev.belay.card.Card;
import dev.belay.link.ConversationLink.Made;
import dev.belay.link.ConversationLinks;
import dev.belay.platform.ChatPlatform;
import dev.belay.record.RecordSnapshot;
import dev.belay.record.Records;

/**
 * Keeps a card true although several workers write it, without a lock: the generation is announced before a card is sent and
 * confirmed afterwards, and whoever finds that it moved on meanwhile draws once more. Only what was confirmed counts as shown.
 */
public final class RefreshCard {
    private final ConversationLinks links;
    private final Records records;

    public RefreshCard(ConversationLinks links, Records records) {
        this.links = links;
        this.records = records;
    }

    /** Shows the record to everyone, until what was sent last is the newest that was announced. */
    public void refresh(ChatPlatform chat, Made link, RecordSnapshot record) {
        RecordSnapshot drawn = record;
        while (send(chat, link, drawn) && !links.confirmCard(link.key(), drawn.modCount())) {
            drawn = records.find(link.record()).orElse(drawn);
        }
    }

    /**
     * Announces and sends one card, unless a newer one was announced before: then its writer sends that one.
     *
     * @return whether it was sent
     */
    public boolean send(ChatPlatform chat, Made link, RecordSnapshot record) {
        boolean newest = links.announceCard(link.key(), record.modCount()) == record.modCount();
        if (newest) {
            chat.cards()
                    .update(
                            link.conversation().channel(),
                            link.conversation().card().message(),
                            card(record, records),
                            link.claim().marker());
        }
        return newest;
    }

    /** The card of a record as it is now, with the actions that are offered on it. */
    static Card card(RecordSnapshot record, Records records) {
        return Card.of(record, records.link(record.ref()), Actions.offeredOn(record));
    }
}
