package dev.belay.reconcile;

import dev.belay.failure.Rejected;
import dev.belay.file.FileTransfers;
import dev.belay.link.ConversationLink.Standing;
import dev.belay.reconcile.ChangedAttachments.Page;
import dev.belay.record.RecordRef;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Has brought to a new conversation what was attached before its record had one: the word of it was not for anybody then. Opening notes
 * the conversation in the record just before it stands, so that the record is among those that changed; each run reads the last minutes of
 * the one before it again.
 */
final class AttachedBefore {
    private static final System.Logger LOG = System.getLogger(AttachedBefore.class.getName());

    /** How long opening may take, from the claim on it on: a platform that is down or refuses a credential holds it up for hours. */
    private static final Duration OPENING = Duration.ofDays(1);

    private final ChangedAttachments attachments;
    private final MendFiles mend;
    private final Run run;

    AttachedBefore(ChangedAttachments attachments, MendFiles mend, Run run) {
        this.attachments = attachments;
        this.mend = mend;
        this.run = run;
    }

    /**
     * One request where one of these conversations is new, and none else.
     *
     * @param since where this run began
     * @return whether it came to an end; else there is no time left, and these records are to be read again
     */
    boolean bring(List<Standing> conversations, Instant since) {
        Map<RecordRef, Instant> opened = conversations.stream()
                .filter(link -> link.claim().at().isAfter(since.minus(OPENING)))
                .collect(Collectors.toMap(
                        Standing::record, link -> link.claim().at(), (one, other) -> one.isAfter(other) ? one : other));
        if (opened.isEmpty()) {
            return true;
        }
        try {
            return bring(opened);
        } catch (Rejected e) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "attachments from before the conversation could not be listed: {0}",
                    e.getMessage());
            return true;
        }
    }

    private boolean bring(Map<RecordRef, Instant> opened) {
        Position next = Position.from(run.now().minus(FileTransfers.REMEMBERED));
        boolean more = true;
        while (more && run.hasTime()) {
            Page page = attachments.of(opened.keySet(), next);
            mend.changed(
                    page.attachments().stream()
                            .filter(attached -> attached.made().isBefore(opened.get(attached.record())))
                            .toList(),
                    run);
            next = page.reached();
            more = !page.last();
        }
        return !more;
    }
}
