package dev.belay.conversation;

import dev.belay.chat.Platform;
import dev.belay.conversation.draw.KeepCard;
import dev.belay.conversation.draw.RefreshCard;
import dev.belay.conversation.keep.KeepConversation;
import dev.belay.conversation.keep.KeepWhole;
import dev.belay.conversation.keep.SetUpChannel;
import dev.belay.conversation.people.BringPeople;
import dev.belay.conversation.tell.MentionPeople;
import dev.belay.conversation.tell.TellLines;
import dev.belay.conversation.tell.TellOperators;
import dev.belay.event.RecordHint;
import dev.belay.health.Counters;
import dev.belay.health.InMemoryFailureHistory;
import dev.belay.link.InMemoryConversationLinks;
import dev.belay.person.InMemoryDirectory;
import dev.belay.ratelimit.InMemoryRateLimitStore;
import dev.belay.record.RecordRef;
import dev.belay.record.Records;
import dev.belay.time.MovedClock;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;

/** Keeps conversations, with what is remembered of them in memory. Nobody is known in ServiceNow. */
public final class Keeping {
    private Keeping() {}

    /** A record was opened, just now. */
    public static RecordHint opened(RecordRef record, Platform platform, Clock clock) {
        Instant now = clock.instant();
        return new RecordHint(record + ":0:record.opened", platform, RecordHint.Type.OPENED, record, now, now);
    }

    /** Measures nothing, and counts who waits too long in memory. */
    public static WatchWait watch(Counters counters, Clock clock) {
        return new WatchWait(counters, (_, _, _) -> {}, new InMemoryFailureHistory(clock), clock);
    }

    public static KeepConversation of(
            InMemoryConversationLinks links, Records records, SetUpChannel setUp, Counters counters, MovedClock clock) {
        TellLines lines = new TellLines(links, new MentionPeople(new InMemoryDirectory()), counters, clock);
        TellOperators operators = new TellOperators(Map.of(), new InMemoryRateLimitStore(clock), counters, clock);
        BringPeople people =
                new BringPeople(links, new InMemoryDirectory(), (_, _, _, _) -> {}, operators, counters, clock);
        return new KeepConversation(
                new KeepCard(new RefreshCard(links, records, clock), links, clock),
                lines,
                setUp,
                people,
                new KeepWhole(links, records, links, operators, counters, clock));
    }
}
