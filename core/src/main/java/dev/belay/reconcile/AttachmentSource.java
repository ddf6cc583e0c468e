package dev.belay.reconcile;

import dev.belay.failure.Rejected;
import dev.belay.reconcile.ChangedAttachments.Page;
import java.time.Instant;
import java.util.Optional;

/**
 * What was attached to the records of all tables that are routed: one request where nothing was. An installation may do without the right
 * to read it, so that it fails nothing else.
 */
final class AttachmentSource implements Walk.Source {
    private static final System.Logger LOG = System.getLogger(AttachmentSource.class.getName());

    private final ChangedAttachments attachments;
    private final MendFiles mend;
    private final Run run;

    AttachmentSource(ChangedAttachments attachments, MendFiles mend, Run run) {
        this.attachments = attachments;
        this.mend = mend;
        this.run = run;
    }

    @Override
    public String name() {
        return "sys_attachment";
    }

    @Override
    public Optional<Walk.Reached> read(Position next, Instant since) {
        Page page;
        try {
            page = attachments.changed(run.settings().routedTables(), next);
        } catch (Rejected e) {
            LOG.log(System.Logger.Level.WARNING, "attachments whose event was lost are not found: {0}", e.getMessage());
            run.tally().unreadable(1);
            return Optional.empty();
        }
        mend.changed(page.attachments(), run);
        return Optional.of(new Walk.Reached(page.reached(), page.last()));
    }
}
