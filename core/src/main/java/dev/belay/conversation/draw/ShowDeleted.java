package dev.belay.conversation.draw;

import dev.belay.card.Card;
import dev.belay.link.ConversationLink.Made;
import dev.belay.link.ConversationLinks;
import dev.belay.link.LinkKey;
import dev.belay.link.LinkStatus;
import dev.belay.platform.ChatPlatform;
import dev.belay.record.RecordRef;
import dev.belay.record.Records;

/** Says on a card that its record was deleted, takes its buttons away, and ends the link: nobody looks for the record again. Idempotent. */
public final class ShowDeleted {
    private final ConversationLinks links;
    private final Records records;

    public ShowDeleted(ConversationLinks links, Records records) {
        this.links = links;
        this.records = records;
    }

    /** @return whether the record had a conversation */
    public boolean show(RecordRef ref, ChatPlatform chat) {
        if (!(links.find(new LinkKey(ref, chat.platform())).orElse(null) instanceof Made link)) {
            return false;
        }
        long generation = link.conversation().card().generation() + 1;
        chat.cards()
                .update(
                        link.conversation().channel(),
                        link.conversation().card().message(),
                        Card.deleted(ref, records.link(ref), generation),
                        link.claim().marker());
        boolean _ = link.status().allows(LinkStatus.RECORD_DELETED)
                && links.transition(link, link.status(), LinkStatus.RECORD_DELETED);
        return true;
    }
}
