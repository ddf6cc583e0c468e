package dev.belay.conversation;

import dev.belay.link.ConversationLink.Standing;
import dev.belay.platform.ChatPlatform;
import dev.belay.record.RecordSnapshot;
import dev.belay.settings.Settings;
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
    private final RefreshCard refresh;
    private final KeepWhole whole;

    public KeepConversation(
            RefreshCard refresh, TellLines lines, SetUpChannel setUp, BringPeople people, KeepWhole whole) {
        this.card = new KeepCard(refresh, whole.upkeep(), whole.clock());
        this.lines = lines;
        this.setUp = setUp;
        this.people = people;
        this.refresh = refresh;
        this.whole = whole;
    }

    /**
     * @param again whether an earlier run may have been killed over it: then what was confirmed may not be what is shown
     */
    Kept keep(ChatPlatform chat, Standing link, RecordSnapshot record, Settings settings, boolean again) {
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
    record Kept(Optional<Instant> later, boolean canBeDrawn) {}

    /** A record that earned a channel was refused one: its card says why, and those who run this are told. */
    void keepRefused(OpenConversation.Run run, Standing link, RecordSnapshot record) {
        boolean _ = refresh.refresh(run.chat(), link, record, run.settings());
        Optional<Instant> _ = whole.tie(run.chat(), link, record, run.settings(), false);
        Optional<Instant> _ = whole.end(run.chat(), link, record, run.settings());
    }
}
