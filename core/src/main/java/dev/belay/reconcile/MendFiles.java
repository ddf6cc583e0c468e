package dev.belay.reconcile;

import dev.belay.chat.Platform;
import dev.belay.event.FileEvent;
import dev.belay.event.FileEvents;
import dev.belay.file.ContentId;
import dev.belay.file.FileTransfers;
import dev.belay.link.ConversationLink.Standing;
import dev.belay.link.ConversationLinks;
import dev.belay.link.LinkKey;
import dev.belay.reconcile.ChangedAttachments.Attached;
import dev.belay.record.RecordRef;
import dev.belay.record.RecordSnapshot;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Has attachments brought to the conversations of their records that no worker took up: their event was lost, or the conversation came
 * later than they. Word goes to the worker that is there already, which brings each once. Records are read only where something is missing.
 */
public final class MendFiles {
    private static final System.Logger LOG = System.getLogger(MendFiles.class.getName());

    /** It is a little younger than what is forgotten: what was brought at once is known for as long as its transfer. */
    private static final Duration KNOWN = FileTransfers.REMEMBERED.minusHours(1);

    private final ConversationLinks links;
    private final FileTransfers transfers;
    private final ChangedRecords records;
    private final FileEvents events;

    public MendFiles(ConversationLinks links, FileTransfers transfers, ChangedRecords records, FileEvents events) {
        this.links = links;
        this.transfers = transfers;
        this.records = records;
        this.events = events;
    }

    /** An attachment that was not brought to a conversation. */
    private record Missing(Attached attached, Standing link) {
        /** Whether its event should have brought it, and not the conversation came later. ServiceNow tells whole seconds. */
        boolean isLost() {
            return !attached.made().isBefore(link.claim().at().truncatedTo(ChronoUnit.SECONDS));
        }
    }

    /**
     * What changed a moment ago may have its event on its way, and is read again by the next run. Whether what was attached long ago was
     * brought is not known any more, however late somebody touches it.
     */
    void changed(List<Attached> attachments, Run run) {
        List<Missing> missing = new ArrayList<>();
        attachments.stream()
                .filter(attached -> attached.at().isBefore(run.now().minus(Mend.ON_ITS_WAY)))
                .filter(attached -> attached.made().isAfter(run.now().minus(KNOWN)))
                .forEach(attached -> missing.addAll(missing(attached, run)));
        Map<RecordRef, RecordSnapshot> read = read(missing);
        for (Missing each : missing) {
            RecordSnapshot record = read.get(each.attached().record());
            if (record != null
                    && (each.link().placement().isPrivate() || !run.settings().keepsPrivate(record))) {
                send(each, run);
            }
        }
    }

    private List<Missing> missing(Attached attached, Run run) {
        List<Missing> missing = new ArrayList<>();
        for (Platform platform : new TreeSet<>(run.settings().chats().keySet())) {
            if (!transfers.isEcho(attached.own(), platform) && !isTakenUp(attached, platform)) {
                links.find(new LinkKey(attached.record(), platform))
                        .filter(Standing.class::isInstance)
                        .map(Standing.class::cast)
                        .ifPresent(link -> missing.add(new Missing(attached, link)));
            }
        }
        return missing;
    }

    /** It is brought, or a worker has it, or its message waits to be taken up again. */
    private boolean isTakenUp(Attached attached, Platform platform) {
        return transfers.knows(ContentId.attached(attached.id(), platform));
    }

    private Map<RecordRef, RecordSnapshot> read(List<Missing> missing) {
        Map<RecordRef, RecordSnapshot> read = new HashMap<>();
        ChangedRecords.known(
                        records, missing.stream().map(each -> each.attached().record()))
                .forEach((record, changed) -> read.put(record, changed.record()));
        return read;
    }

    private void send(Missing missing, Run run) {
        Attached attached = missing.attached();
        Platform platform = missing.link().platform();
        if (!run.sent().add(ContentId.attached(attached.id(), platform))) {
            return;
        }
        LOG.log(
                missing.isLost() ? System.Logger.Level.WARNING : System.Logger.Level.INFO,
                missing.isLost()
                        ? "attachment {0} of {1} was not brought to its conversation in {2}"
                        : "attachment {0} of {1} was attached before its conversation in {2}",
                attached.id(),
                attached.record(),
                platform.id());
        String eventId =
                "attachment:" + attached.id() + ":reconciled:" + run.now().getEpochSecond();
        events.send(new FileEvent.Attached(eventId, platform, attached.record(), attached.id(), run.now()));
        if (missing.isLost()) {
            run.tally().mended();
        } else {
            run.tally().hinted();
        }
    }
}
