package dev.belay.reconcile;

import dev.belay.chat.Platform;
import dev.belay.conversation.WatchWait;
import dev.belay.conversation.keep.Agreement;
import dev.belay.event.Hints;
import dev.belay.event.RecordHint;
import dev.belay.line.News;
import dev.belay.link.ConversationLink;
import dev.belay.link.ConversationLink.Claimed;
import dev.belay.link.ConversationLink.Ended;
import dev.belay.link.ConversationLink.Standing;
import dev.belay.link.ConversationLinks;
import dev.belay.link.Kept;
import dev.belay.link.LinkKey;
import dev.belay.reconcile.ChangedRecords.Changed;
import dev.belay.record.Chronicles;
import dev.belay.record.RecordRef;
import dev.belay.record.RecordSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Compares a conversation with its record, and has it made to agree: a hint goes to the worker that is there already, which is
 * level-triggered. Nothing is made here.
 */
public final class Mend {
    private static final System.Logger LOG = System.getLogger(Mend.class.getName());

    /** The event of what is younger may be on its way, so that nothing is known to be lost. */
    static final Duration ON_ITS_WAY = Duration.ofMinutes(1);

    private final Agreement agreement;
    private final ConversationLinks links;
    private final Chronicles chronicles;
    private final Hints hints;
    private final Hints notes;
    private final WatchWait watch;

    /**
     * @param hints to the worker that keeps conversations
     * @param notes to the worker that says in them what was noted
     */
    public Mend(
            Agreement agreement,
            ConversationLinks links,
            Chronicles chronicles,
            Hints hints,
            Hints notes,
            WatchWait watch) {
        this.agreement = agreement;
        this.links = links;
        this.chronicles = chronicles;
        this.hints = hints;
        this.notes = notes;
        this.watch = watch;
    }

    /**
     * A record changed: its conversations on all platforms.
     *
     * @param since from when on what was opened should have been heard of
     * @return those that stand
     */
    List<Standing> changed(Changed changed, Instant since, Run run) {
        RecordSnapshot record = chronicled(changed);
        List<Standing> standing = new ArrayList<>();
        for (Platform platform : new TreeSet<>(run.settings().chats().keySet())) {
            Optional<ConversationLink> link = links.find(new LinkKey(record.ref(), platform));
            agreement
                    .lack(link, record, platform, run.settings())
                    .ifPresent(lack -> mend(link, new Lack(record, changed.at(), platform, lack), run));
            if (link.orElse(null) instanceof Standing there) {
                standing.add(there);
                notes.send(hint(
                        record.ref() + ":noted", platform, RecordHint.Type.JOURNAL, record.ref(), changed.at(), run));
            }
            if (isWithout(link) && Agreement.needs(record, platform, run.settings())) {
                watch.unheard(record, platform, began(changed, since));
            }
        }
        return standing;
    }

    /** What was opened since then is waited for since it was opened, and anything else since it changed. */
    private static Instant began(Changed changed, Instant since) {
        Instant opened = changed.record().openedAt();
        return opened.isBefore(since) || opened.isAfter(changed.at()) ? changed.at() : opened;
    }

    private static boolean isWithout(Optional<ConversationLink> link) {
        return link.filter(found -> !(found instanceof Claimed)).isEmpty();
    }

    /** One link, as it was found some time ago, and its record. */
    void compare(ConversationLink found, Changed changed, Run run) {
        RecordSnapshot record = chronicled(changed);
        if (lack(Optional.of(found), record, found.platform(), run).isEmpty()) {
            return;
        }
        Optional<ConversationLink> link = links.find(found.key());
        lack(link, record, found.platform(), run)
                .ifPresent(lack -> mend(link, new Lack(record, changed.at(), found.platform(), lack), run));
    }

    private Optional<String> lack(Optional<ConversationLink> link, RecordSnapshot record, Platform platform, Run run) {
        return agreement.lack(link, record, platform, run.settings());
    }

    private RecordSnapshot chronicled(Changed changed) {
        return changed.record().with(chronicles.of(changed.record().ref()));
    }

    /** What a conversation lacks of its record. */
    private record Lack(RecordSnapshot record, Instant at, Platform platform, String what) {}

    private void mend(Optional<ConversationLink> link, Lack lack, Run run) {
        boolean lost = lack.at().isBefore(run.now().minus(ON_ITS_WAY)) && isHeardOf(link, lack.record());
        LOG.log(
                lost ? System.Logger.Level.WARNING : System.Logger.Level.INFO,
                "{0} does not agree with its conversation in {1}: {2}",
                lack.record().number(),
                lack.platform().id(),
                lack.what());
        String id = lack.record().ref() + ":" + lack.record().modCount();
        send(id, lack.platform(), RecordHint.Type.UPDATED, lack.record().ref(), lack.at(), run);
        if (lost) {
            run.tally().mended();
        } else {
            run.tally().hinted();
        }
    }

    /**
     * Whether an event should have told of it. A card that was never drawn anew may look the same, since most fields have no event; and
     * that a conversation ended says nothing of events.
     */
    private static boolean isHeardOf(Optional<ConversationLink> link, RecordSnapshot record) {
        return switch (link.orElse(null)) {
            case null -> true;
            case Claimed _ -> true;
            case Ended _ -> false;
            case Standing standing -> {
                Kept kept = standing.conversation().kept();
                yield kept.drawn().isPresent()
                        || kept.told()
                                .filter(told -> !News.since(told.last(), record).isEmpty())
                                .isPresent();
            }
        };
    }

    /** The record of this link was deleted. */
    void deleted(ConversationLink link, Run run) {
        LOG.log(System.Logger.Level.WARNING, "{0} was deleted, and its conversation does not say so", link.record());
        send(link.record() + ":deleted", link.platform(), RecordHint.Type.DELETED, link.record(), run.now(), run);
        run.tally().mended();
    }

    /** In this conversation something is to be done although nothing happened. */
    void due(LinkKey link, Run run) {
        send(link.record() + ":due", link.platform(), RecordHint.Type.UPDATED, link.record(), run.now(), run);
        run.tally().due();
    }

    /** Each run's hints are new ones: a queue drops what it was sent a moment ago. */
    private static RecordHint hint(
            String id, Platform platform, RecordHint.Type type, RecordRef record, Instant occurred, Run run) {
        String eventId = id + ":reconciled:" + run.now().getEpochSecond();
        return new RecordHint(eventId, platform, type, record, occurred, run.now());
    }

    private void send(String id, Platform platform, RecordHint.Type type, RecordRef record, Instant occurred, Run run) {
        hints.send(hint(id, platform, type, record, occurred, run));
    }
}
