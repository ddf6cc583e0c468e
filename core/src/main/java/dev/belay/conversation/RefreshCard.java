package dev.belay.conversation;

import dev.belay.card.Card;
import dev.belay.chat.Chat;
import dev.belay.link.ConversationLink;
import dev.belay.link.ConversationLinks;
import dev.belay.record.RecordSnapshot;
import dev.belay.record.Records;

/**
 * Keeps a card true although several write it: the generation is announced before a card is sent and confirmed afterwards, and
 * whoever finds that it moved on meanwhile draws once more. Only what was confirmed counts as shown.
 */
public final class RefreshCard {
    private final ConversationLinks links;
    private final Records records;

    public RefreshCard(ConversationLinks links, Records records) {
        this.links = links;
        this.records = records;
    }

    /** Shows the record to everyone, until what was sent last is the newest that was announced. */
    public void refresh(Chat chat, ConversationLink link, RecordSnapshot record) {
        RecordSnapshot drawn = record;
        while (send(chat, link, drawn) && !links.drawn(link.record(), link.platform(), drawn.modCount())) {
            drawn = records.find(link.record()).orElse(drawn);
        }
    }

    /**
     * Announces and sends one card, unless a newer one was announced before: then its writer sends that one.
     *
     * @return whether it was sent
     */
    public boolean send(Chat chat, ConversationLink link, RecordSnapshot record) {
        boolean newest = links.raise(link.record(), link.platform(), record.modCount()) == record.modCount();
        if (newest) {
            Card card = Card.of(record, records.link(record.ref()));
            chat.update(
                    link.channel().orElseThrow(),
                    message(link),
                    card,
                    link.claim().marker());
        }
        return newest;
    }

    private static String message(ConversationLink link) {
        return link.card().orElseThrow().message();
    }
}
