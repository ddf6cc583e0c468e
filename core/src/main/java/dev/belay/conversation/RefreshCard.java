package dev.belay.conversation;

import dev.belay.card.Card;
import dev.belay.chat.Chat;
import dev.belay.chat.PostedCard;
import dev.belay.failure.Rejected;
import dev.belay.link.ConversationLink;
import dev.belay.link.ConversationLinks;
import dev.belay.record.RecordSnapshot;
import dev.belay.record.Records;

/**
 * Keeps a card true although several write it: the generation is announced before a card is sent, and whoever finds afterwards
 * that it moved on draws once more.
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
        long sent = send(chat, link, drawn);
        while (newest(link) != sent) {
            drawn = records.find(link.record()).orElse(drawn);
            sent = send(chat, link, drawn);
        }
    }

    /**
     * Sends one card, unless a newer one was announced before: then its writer sends that one.
     *
     * @return the newest generation announced
     */
    public long send(Chat chat, ConversationLink link, RecordSnapshot record) {
        long announced = links.raise(link.record(), link.platform(), record.modCount());
        if (announced == record.modCount()) {
            Card card = Card.of(record, records.link(record.ref()));
            chat.update(
                    link.channel().orElseThrow(),
                    message(link),
                    card,
                    link.claim().marker());
        }
        return announced;
    }

    private long newest(ConversationLink link) {
        return links.find(link.record(), link.platform())
                .flatMap(ConversationLink::card)
                .map(PostedCard::generation)
                .orElseThrow(() -> new Rejected("links", "the link of " + link.record() + " is gone"));
    }

    private static String message(ConversationLink link) {
        return link.card().orElseThrow().message();
    }
}
