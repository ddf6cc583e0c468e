package dev.belay.conversation.draw;

import dev.belay.card.Card;
import dev.belay.card.Fingerprint;
import dev.belay.link.ConversationLink.Made;
import dev.belay.link.ConversationLink.Standing;
import dev.belay.link.ConversationLinks;
import dev.belay.link.Drawn;
import dev.belay.link.Former;
import dev.belay.platform.ChatPlatform;
import dev.belay.record.RecordSnapshot;
import dev.belay.record.Records;
import dev.belay.settings.Settings;
import java.time.Clock;

/**
 * Keeps a card true although several workers write it, without a lock: the generation is announced before a card is sent and
 * confirmed afterwards, and whoever finds that it moved on meanwhile draws once more. Only what was confirmed counts as shown.
 */
public final class RefreshCard {
    private final ConversationLinks links;
    private final Records records;
    private final Clock clock;

    public RefreshCard(ConversationLinks links, Records records, Clock clock) {
        this.links = links;
        this.records = records;
        this.clock = clock;
    }

    /** What came of sending a card. */
    public enum Sent {
        /** It was sent, and is the newest that was announced by then. */
        SENT,
        /** A newer one was announced before: its writer sends that one. */
        LEFT_TO_A_NEWER,
        /** The card was deleted, or the platform does not let us change it any more: it stays as it is. */
        CANNOT
    }

    /**
     * Shows the record to everyone, until what was sent last is the newest that was announced. What cannot be drawn is not tried again
     * before there is something new to show.
     *
     * @return whether the card shows it, or its newer writer sees to that
     */
    public boolean refresh(ChatPlatform chat, Made link, RecordSnapshot record, Settings settings) {
        RecordSnapshot drawn = record;
        Sent sent = send(chat, link, drawn, settings);
        while (sent == Sent.SENT && !links.confirmCard(link, drawn.generation())) {
            drawn = records.find(link.record()).orElse(drawn);
            sent = send(chat, link, drawn, settings);
        }
        if (sent == Sent.CANNOT) {
            boolean _ = links.confirmCard(link, drawn.generation());
        }
        return sent != Sent.CANNOT;
    }

    /**
     * Announces and sends one card, unless a newer one was announced before: then its writer sends that one.
     */
    public Sent send(ChatPlatform chat, Made link, RecordSnapshot record, Settings settings) {
        Drawn drawn = new Drawn(looks(link, record, settings), clock.instant());
        long newest = links.announceCard(link, record.generation(), drawn);
        if (newest == ConversationLinks.ELSEWHERE) {
            redrawOld(chat, link, record, settings);
        }
        if (newest != record.generation()) {
            return Sent.LEFT_TO_A_NEWER;
        }
        boolean shows = chat.cards()
                .update(
                        link.conversation().channel(),
                        link.conversation().card().message(),
                        DrawCard.of(record, link, records, settings),
                        link.claim().marker());
        return shows ? Sent.SENT : Sent.CANNOT;
    }

    /** What was sent before the conversation went on elsewhere may lie over what the old card is to show since then. */
    private void redrawOld(ChatPlatform chat, Made old, RecordSnapshot record, Settings settings) {
        String url = records.link(record.ref());
        if (DrawCard.isConfidential(record, old.placement(), settings)) {
            redrawOld(chat, old, Card.reduced(record, url));
        } else if (links.find(old.key()).orElse(null) instanceof Standing now
                && now.claim().isAfter(Former.Why.PROMOTED)) {
            redrawOld(chat, old, DrawCard.goneOn(chat, now, record, url));
        }
    }

    private static void redrawOld(ChatPlatform chat, Made old, Card card) {
        boolean _ = chat.cards()
                .update(
                        old.conversation().channel(),
                        old.conversation().card().message(),
                        card,
                        old.claim().marker());
    }

    /** A hash of all that the card shows and offers, whatever its generation. */
    String looks(Made link, RecordSnapshot record, Settings settings) {
        RecordSnapshot first = record.counted(-record.chronicle().size());
        return Fingerprint.of(DrawCard.of(first, link, records, settings).toString());
    }
}
