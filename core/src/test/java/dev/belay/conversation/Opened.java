package dev.belay.conversation;

import dev.belay.conversation.keep.KeepConversation;
import dev.belay.conversation.keep.SetUpChannel;
import dev.belay.conversation.tell.TellOperators;
import dev.belay.conversation.tell.WarnOfChannelQuota;
import dev.belay.health.Counters;
import dev.belay.link.ConversationLink.Standing;
import dev.belay.link.InMemoryConversationLinks;
import dev.belay.link.LinkKey;
import dev.belay.platform.ChatPlatform;
import dev.belay.ratelimit.InMemoryRateLimitStore;
import dev.belay.record.InMemoryRecords;
import dev.belay.record.RecordSnapshot;
import dev.belay.settings.Settings;
import dev.belay.time.MovedClock;
import java.util.Map;
import java.util.Random;

/** Opens conversations on a platform, with everything else in memory. */
public final class Opened {
    private static final Counters UNCOUNTED = (_, _) -> {};

    private Opened() {}

    /** A record's conversation, and its channel set up. */
    public static Standing on(ChatPlatform chat, RecordSnapshot record, Settings settings, MovedClock clock) {
        InMemoryRecords records = new InMemoryRecords(clock);
        InMemoryConversationLinks links = new InMemoryConversationLinks();
        TellOperators operators =
                new TellOperators(Map.of(chat.platform(), chat), new InMemoryRateLimitStore(clock), UNCOUNTED, clock);
        SetUpChannel setUp = new SetUpChannel(
                links, records, operators, new WarnOfChannelQuota(operators, UNCOUNTED), UNCOUNTED, clock);
        KeepConversation keep = Keeping.of(links, records, setUp, UNCOUNTED, clock);
        records.put(record);
        Opening opening = new OpenConversation(
                        new OpenConversation.Tools(records, links, links, links, UNCOUNTED, clock),
                        keep,
                        operators,
                        Keeping.watch(UNCOUNTED, clock),
                        new Random(record.number().hashCode()))
                .open(Keeping.opened(record.ref(), chat.platform(), clock), chat, settings, false);
        if (!(links.find(new LinkKey(record.ref(), chat.platform())).orElse(null) instanceof Standing standing)) {
            throw new AssertionError(record.number() + " has no conversation: " + opening);
        }
        return standing;
    }
}
