package dev.belay.conversation;

import dev.belay.link.ConversationLink.Standing;
import dev.belay.link.Upkeep;
import dev.belay.platform.ChatPlatform;
import dev.belay.record.RecordSnapshot;
import dev.belay.settings.Settings;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Keeps a conversation that stands as it should be: its card as new as the record, what happened said in it, its channel set up, and
 * its people in it.
 */
public final class KeepConversation {
    private final KeepCard card;
    private final TellLines lines;
    private final SetUpChannel setUp;
    private final BringPeople people;

    public KeepConversation(
            RefreshCard refresh, TellLines lines, SetUpChannel setUp, BringPeople people, Upkeep upkeep, Clock clock) {
        this.card = new KeepCard(refresh, upkeep, clock);
        this.lines = lines;
        this.setUp = setUp;
        this.people = people;
    }

    /**
     * @param again whether an earlier run may have been killed over it: then what was confirmed may not be what is shown
     * @return when to come back, where something is gathered until then
     */
    Optional<Instant> keep(ChatPlatform chat, Standing link, RecordSnapshot record, Settings settings, boolean again) {
        Optional<Instant> drawn = card.keep(chat, link, record, settings, again);
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
        inTurn.end();
        Optional<Instant> first = Stream.concat(drawn.stream(), told.stream()).min(Instant::compareTo);
        first.ifPresent(_ -> card.wait(link));
        return first;
    }
}
