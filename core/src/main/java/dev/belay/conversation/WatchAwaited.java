package dev.belay.conversation;

import dev.belay.conversation.place.ChannelRule;
import dev.belay.conversation.place.ChannelRule.Decision;
import dev.belay.delivery.Trace;
import dev.belay.delivery.Trace.Field;
import dev.belay.event.RecordHint;
import dev.belay.failure.ExternalFailure;
import dev.belay.link.ConversationLink;
import dev.belay.link.ConversationLinks;
import dev.belay.link.LinkKey;
import dev.belay.record.RecordSnapshot;
import dev.belay.record.Records;
import dev.belay.settings.Settings;

/**
 * Watches a record whose hint waits for the platform's credential, since nobody tries to open its conversation meanwhile. Where
 * ServiceNow does not show it, nothing is known of how urgent it is.
 */
public final class WatchAwaited {
    private static final System.Logger LOG = System.getLogger(WatchAwaited.class.getName());

    private final Records records;
    private final ConversationLinks links;
    private final WatchWait watch;

    public WatchAwaited(Records records, ConversationLinks links, WatchWait watch) {
        this.records = records;
        this.links = links;
        this.watch = watch;
    }

    /**
     * Counts the record as late where it is; never fails.
     *
     * @param why what it waits for, without any secret
     */
    public void watch(RecordHint hint, Settings settings, String why) {
        try {
            boolean hasConversation = links.find(new LinkKey(hint.record(), hint.platform()))
                    .filter(link -> !(link instanceof ConversationLink.Claimed))
                    .isPresent();
            if (!hasConversation) {
                records.find(hint.record()).ifPresent(record -> watch(hint, record, settings, why));
            }
        } catch (ExternalFailure e) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "{0} waits for a credential, and it is not known how urgent it is: {1}",
                    hint.record(),
                    e.getMessage());
        }
    }

    private void watch(RecordHint hint, RecordSnapshot record, Settings settings, String why) {
        Trace.tell(Field.NUMBER, record.number());
        if (ChannelRule.decide(record, hint.platform(), settings) instanceof Decision.Place) {
            watch.waits(record, hint.platform(), OpenConversation.since(hint, record), why);
        }
    }
}
