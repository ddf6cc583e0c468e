package dev.belay.conversation.keep;

import dev.belay.conversation.tell.PointBack;
import dev.belay.conversation.tell.SayOnce;
import dev.belay.conversation.tell.TellNoRoom;
import dev.belay.conversation.tell.TellOperators;
import dev.belay.failure.ExternalFailure;
import dev.belay.health.Counters;
import dev.belay.link.ConversationLink.Standing;
import dev.belay.link.ConversationLinks;
import dev.belay.link.Upkeep;
import dev.belay.platform.ChatPlatform;
import dev.belay.record.RecordSnapshot;
import dev.belay.record.Records;
import dev.belay.settings.Settings;
import dev.belay.step.InTurn;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a conversation is beside others and at the end: tied to the one before, told of where it lacks a channel, ended with its record. */
public final class KeepWhole {
    /** How long after a promotion a killed worker may have drawn over the old card. */
    private static final Duration DOUBT = Duration.ofMinutes(15);

    private final Clock clock;
    private final PointBack point;
    private final TellNoRoom noRoom;
    private final EndConversation end;

    public KeepWhole(
            ConversationLinks links,
            Records records,
            Upkeep upkeep,
            TellOperators operators,
            Counters counters,
            Clock clock) {
        SayOnce say = new SayOnce(links, upkeep, counters, clock);
        this.clock = clock;
        this.point = new PointBack(links, records, say);
        this.noRoom = new TellNoRoom(links, operators);
        this.end = new EndConversation(links, upkeep, operators, say, clock);
    }

    /**
     * @param again whether an earlier run may have been killed over it
     * @return when to come back, where another worker is at it
     * @throws ExternalFailure when a part is to be retried; the others are done by then
     */
    Optional<Instant> tie(ChatPlatform chat, Standing link, RecordSnapshot record, Settings settings, boolean again) {
        boolean inDoubt = again && clock.instant().isBefore(link.claim().at().plus(DOUBT));
        List<Instant> later = new ArrayList<>();
        InTurn inTurn = new InTurn();
        inTurn.run(() -> point.point(chat, link, record, settings, inDoubt).ifPresent(later::add));
        inTurn.run(() -> noRoom.tell(chat, link, record, settings));
        inTurn.end();
        return later.stream().min(Instant::compareTo);
    }

    /**
     * @return when to come back, where the platform is at work
     */
    Optional<Instant> end(ChatPlatform chat, Standing link, RecordSnapshot record, Settings settings) {
        return end.end(chat, link, record, settings);
    }
}
