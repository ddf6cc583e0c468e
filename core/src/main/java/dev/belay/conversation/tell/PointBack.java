package dev.belay.conversation.tell;

import dev.belay.card.Card;
import dev.belay.conversation.draw.DrawCard;
import dev.belay.failure.ExternalFailure;
import dev.belay.failure.Rejected;
import dev.belay.line.Line;
import dev.belay.link.ConversationLink.Standing;
import dev.belay.link.ConversationLinks;
import dev.belay.link.Former;
import dev.belay.link.Former.Why;
import dev.belay.platform.ChatPlatform;
import dev.belay.record.RecordSnapshot;
import dev.belay.record.Records;
import dev.belay.settings.Settings;
import dev.belay.step.InTurn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Ties a conversation to the one that it takes the place of: it names and links the old one, and a thread that a record was promoted
 * from points to the new one. Nothing is said of where a record went that became private.
 */
public final class PointBack {
    private static final System.Logger LOG = System.getLogger(PointBack.class.getName());

    private static final String HERE = "former_named";
    private static final String THERE = "former_told";
    private static final String CARD = "former_card";
    private static final String HIDDEN = "former_hidden";
    private static final String ONCE = "1";

    private final ConversationLinks links;
    private final Records records;
    private final SayOnce say;

    public PointBack(ConversationLinks links, Records records, SayOnce say) {
        this.links = links;
        this.records = records;
        this.say = say;
    }

    /**
     * @param inDoubt whether a killed run may have drawn another card over the old one
     * @return when to come back, where another worker is at it
     * @throws ExternalFailure when a part is to be retried; the others are done by then
     */
    public Optional<Instant> point(
            ChatPlatform chat, Standing link, RecordSnapshot record, Settings settings, boolean inDoubt) {
        Optional<Former> former = link.claim().former().filter(old -> old.why() != Why.PRIVATE);
        if (former.isEmpty()) {
            return Optional.empty();
        }
        if (DrawCard.isConfidential(record, link.placement(), settings)) {
            hide(chat, link, record, former.get(), inDoubt);
            return Optional.empty();
        }
        List<Instant> later = new ArrayList<>();
        InTurn inTurn = new InTurn();
        inTurn.run(() -> nameOld(chat, link, former.get()).ifPresent(later::add));
        if (former.get().why() == Why.PROMOTED) {
            inTurn.run(
                    () -> pointToNew(chat, link, record, former.get(), inDoubt).ifPresent(later::add));
        }
        inTurn.end();
        return later.stream().min(Instant::compareTo);
    }

    private Optional<Instant> nameOld(ChatPlatform chat, Standing link, Former old) {
        if (SayOnce.isSaid(link, HERE, ONCE)) {
            return Optional.empty();
        }
        String there = chat.channels().link(old.channel(), old.thread());
        SayOnce.Saying saying = new SayOnce.Saying(HERE, ONCE, List.of(Line.of(words(old) + there)));
        return say.say(SayOnce.Place.of(chat, link), link, saying);
    }

    private static String words(Former old) {
        return switch (old.why()) {
            case PROMOTED -> "This goes on from the thread ";
            case REOPENED -> "The record was reopened. What was said before is in " + name(old) + ": ";
            case LOST -> "This takes the place of " + name(old) + ", which was deleted or archived: ";
            case PRIVATE -> "";
        };
    }

    private static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static String name(Former old) {
        return old.isThread() || old.channel().name().isEmpty()
                ? "the conversation before"
                : "#" + old.channel().name();
    }

    private Optional<Instant> pointToNew(
            ChatPlatform chat, Standing link, RecordSnapshot record, Former old, boolean inDoubt) {
        boolean carded = !inDoubt && link.conversation().setUp().containsKey(CARD);
        if (carded && SayOnce.isSaid(link, THERE, ONCE)) {
            return Optional.empty();
        }
        if (!carded) {
            draw(chat, old, DrawCard.goneOn(chat, link, record, records.link(record.ref())));
            links.markSetUp(link, CARD, ONCE);
        }
        SayOnce.Place thread = new SayOnce.Place(chat, old.channel(), old.thread());
        Line line = Line.of(capital(link.placement().reason()) + ". This goes on there: " + DrawCard.place(chat, link));
        return say.say(thread, link, new SayOnce.Saying(THERE, ONCE, List.of(line)));
    }

    /** The thread that a record was promoted from may be seen by many: what became confidential is taken off its card. */
    private void hide(ChatPlatform chat, Standing link, RecordSnapshot record, Former old, boolean inDoubt) {
        boolean hidden = !inDoubt && link.conversation().setUp().containsKey(HIDDEN);
        if (old.why() == Why.PROMOTED && !hidden) {
            draw(chat, old, Card.reduced(record, records.link(record.ref())));
            links.markSetUp(link, HIDDEN, ONCE);
        }
    }

    /** An old card that cannot be changed any more holds nothing up. */
    private static void draw(ChatPlatform chat, Former old, Card card) {
        try {
            boolean _ = chat.cards().update(old.channel(), old.card(), card, old.marker());
        } catch (Rejected e) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "the card before, in channel {0}, stays as it is: {1}",
                    old.channel().id(),
                    e.said());
        }
    }
}
