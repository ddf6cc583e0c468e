package dev.belay.audit.journal;

/** The fake keeps the contract. */
final class InMemoryAuditJournalTest implements AuditJournalContract {
    private final InMemoryAuditJournal journal = new InMemoryAuditJournal();

    @Override
    public AuditJournal journal() {
        return journal;
    }
}
