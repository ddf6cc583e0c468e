package dev.belay.audit.journal;

import java.util.Optional;

/**
 * What an audit saw and found so far, and how far it came. Reads are consistent. Every method throws
 * {@link dev.belay.failure.Unavailable} when a retry will help, and {@link dev.belay.failure.Rejected} when it will not.
 */
public interface AuditJournal {
    /** How many channels, or findings, a page holds at most. */
    int PAGE = 200;

    /** The audit that is under way, or the last one; none before the first. */
    Optional<Progress> progress();

    void store(Progress progress);

    /** Keeps a page, in place of what was kept under its number. */
    void store(int number, AuditPage page);

    /** What is kept under this number; empty where nothing is. */
    Optional<AuditPage> page(int number);
}
