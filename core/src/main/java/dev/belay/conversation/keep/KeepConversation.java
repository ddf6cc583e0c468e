package dev.belay.conversation.keep;

import dev.belay.conversation.draw.KeepCard;
import dev.belay.conversation.people.BringPeople;
import dev.belay.conversation.tell.TellLines;
import dev.belay.link.ConversationLink.Standing;
import dev.belay.platform.ChatPlatform;
import dev.belay.record.RecordSnapshot;
import dev.belay.settings.Settings;
import dev.belay.step.InTurn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Keeps a conversation that stands as it should be: its card as new as the record, what happened said in it, its channel set up, its
 * people in it, tied to the conversation before it, and ended with its record.
 */
public final class KeepConversation {
    private final KeepCard card;
    private final TellLines lines;
    private final SetUpChannel setUp;
    private final BringPeople people;
    private final KeepWhole whole;

    public KeepConversation(KeepCard card, TellLines lines, SetUpChannel setUp, BringPeople people, KeepWhole whole) {
        this.card = card;
        this.lines = lines;
        this.setUp = setUp;
        this.people = people;
        this.whole = whole;
    }

    /**
     * @param again whether an earlier run may have been killed over it: then what was confirmed may not be what is shown
     */
    public Kept keep(ChatPlatform chat, Standing link, RecordSnapshot record, Settings settings, boolean again) {
        KeepCard.Kept shown = card.keep(chat, link, record, settings, again);
        Optional<Instant> drawn = shown.later();
        Optional<Instant> told = lines.tell(chat, link, record, settings);
        InTurn inTurn = new InTurn();
        if (link.placement().isDedicated()) {
            inTurn.run(() -> setUp.setUp(chat, link, record, settings));
        }
        inTurn.run(() -> {
            Standing peopled = people.bring(chat, link, record, settings);
            if (link.placement().isDedicated()) {
                setUp.askForResponders(chat, peopled, record, settings);
            }
        });
        List<Instant> tied = new ArrayList<>();
        inTurn.run(() -> whole.tie(chat, link, record, settings, again).ifPresent(tied::add));
        inTurn.end();
        Optional<Instant> ends = told.isEmpty() ? whole.end(chat, link, record, settings) : Optional.empty();
        Optional<Instant> first = Stream.concat(Stream.of(drawn, told, ends).flatMap(Optional::stream), tied.stream())
                .min(Instant::compareTo);
        first.ifPresent(_ -> card.wait(link));
        return new Kept(first, shown.canBeDrawn());
    }

    /**
     * What came of it.
     *
     * @param later when to come back, where something is gathered until then
     * @param canBeDrawn false where its card cannot be changed: its channel may be gone
     */
    public record Kept(Optional<Instant> later, boolean canBeDrawn) {}

    /** A record that earned a channel was refused one: its card says why, and those who run this are told. */
    public void keepRefused(ChatPlatform chat, Standing link, RecordSnapshot record, Settings settings) {
        card.draw(chat, link, record, settings);
        Optional<Instant> _ = whole.tie(chat, link, record, settings, false);
        Optional<Instant> _ = whole.end(chat, link, record, settings);
    }
}
