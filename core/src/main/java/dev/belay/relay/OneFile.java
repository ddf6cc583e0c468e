package dev.belay.relay;

import dev.belay.failure.CredentialsRefused;
import dev.belay.failure.OutcomeUnknown;
import dev.belay.failure.Rejected;
import dev.belay.failure.Unavailable;
import dev.belay.file.ContentId;
import dev.belay.file.FileBytes;
import dev.belay.file.FileRefusal;
import dev.belay.file.FileTransfers;
import dev.belay.file.FileTransfers.Claim;
import dev.belay.file.Transfer;
import dev.belay.file.Uploaded;
import dev.belay.health.Counters;
import dev.belay.health.Metric;
import dev.belay.step.Settling;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Brings one file once, although several workers may be told of it and each may be killed: it is claimed under a lease, what became of it
 * is stored before anybody is told, and whoever takes over looks before writing.
 */
final class OneFile {
    private static final System.Logger LOG = System.getLogger(OneFile.class.getName());

    /** When what may pass is tried again. */
    private static final Duration AGAIN = Duration.ofMinutes(1);

    private final FileTransfers transfers;
    private final Counters counters;
    private final Clock clock;

    OneFile(FileTransfers transfers, Counters counters, Clock clock) {
        this.transfers = transfers;
        this.counters = counters;
        this.clock = clock;
    }

    /**
     * @param work tells whether it is done; else it is taken up again later
     * @return when to come back, where it is not done: another worker has it, or the work is to be done again
     */
    Optional<Duration> bring(ContentId id, Predicate<Transfer> work) {
        return switch (transfers.claim(id)) {
            case Claim.Done() -> Optional.empty();
            case Claim.Held(Duration left) -> Optional.of(left);
            case Claim.Taken(Transfer transfer) -> brought(transfer, work);
        };
    }

    private Optional<Duration> brought(Transfer transfer, Predicate<Transfer> work) {
        boolean done;
        try {
            done = work.test(transfer);
        } catch (OutcomeUnknown e) {
            others(transfer, clock.instant().plus(Settling.TIME));
            throw e;
        } catch (Unavailable | Rejected | CredentialsRefused e) {
            others(transfer, clock.instant());
            throw e;
        }
        if (!done) {
            others(transfer, clock.instant());
            return Optional.of(AGAIN);
        }
        transfers.finish(transfer.id());
        return Optional.empty();
    }

    /** Ends the lease early; where that fails, it ends by itself. */
    private void others(Transfer transfer, Instant from) {
        try {
            transfers.leaseUntil(transfer.id(), from);
        } catch (Unavailable e) {
            LOG.log(
                    System.Logger.Level.INFO,
                    "file {0}: its lease was not released and expires: {1}",
                    transfer.id().reference(),
                    e.getMessage());
        }
    }

    /**
     * What became of the file itself: as an earlier run stored it, else as it is found out and stored now.
     *
     * @return none where it was refused for what may pass
     */
    Optional<Uploaded> result(Transfer transfer, String from, Supplier<Uploaded> found) {
        Optional<Uploaded> known = transfer.result().filter(stored -> !isOpen(transfer, stored));
        if (known.isPresent()) {
            return known;
        }
        Uploaded now = found.get();
        return isOpen(transfer, now) ? Optional.empty() : Optional.of(settled(transfer.id(), from, now));
    }

    /** Whether it was refused for what may pass. */
    private boolean isOpen(Transfer transfer, Uploaded outcome) {
        boolean open = transfer.isOpen(outcome, clock.instant());
        if (open) {
            LOG.log(
                    System.Logger.Level.INFO,
                    "file {0} is retried: {1}",
                    transfer.id().reference(),
                    outcome);
        }
        return open;
    }

    /**
     * Stores that what was uploaded is not to be had any more.
     *
     * @return whether it may be uploaded again
     */
    boolean isLost(Transfer transfer, String from, FileRefusal why) {
        Uploaded lost = new Uploaded.Refused(why);
        if (isOpen(transfer, lost)) {
            transfers.settle(transfer.id(), lost);
            return true;
        }
        settled(transfer.id(), from, lost);
        return false;
    }

    /** Stores what became of the file itself. */
    Uploaded settled(ContentId id, String from, Uploaded result) {
        transfers.settle(id, result);
        switch (result) {
            case Uploaded.Stored _ -> counters.count(Metric.FILE_BROUGHT, from);
            case Uploaded.Refused(FileRefusal why) -> {
                LOG.log(System.Logger.Level.WARNING, "file {0} becomes a link: {1}", id.reference(), why);
                counters.count(Metric.FILE_LINKED, why.name());
                if (why.isOfRights()) {
                    counters.count(Metric.FILE_UNREADABLE, from);
                }
            }
        }
        return result;
    }

    /** Hands bytes on; where all the time that there is was not enough, it never will be. */
    static Uploaded passOn(FileBytes bytes, Supplier<Uploaded> upload) {
        try {
            return upload.get();
        } catch (Unavailable e) {
            if (bytes.takesTooLong()) {
                return new Uploaded.Refused(FileRefusal.TOO_SLOW);
            }
            throw e;
        }
    }
}
