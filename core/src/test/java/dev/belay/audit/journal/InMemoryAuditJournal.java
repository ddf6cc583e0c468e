package dev.belay.audit.journal;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What an audit saw and found, kept in memory. */
public final class InMemoryAuditJournal implements AuditJournal {
    private final Map<Integer, AuditPage> pages = new HashMap<>();
    private Optional<Progress> progress = Optional.empty();

    @Override
    public synchronized Optional<Progress> progress() {
        return progress;
    }

    @Override
    public synchronized void store(Progress next) {
        progress = Optional.of(next);
    }

    @Override
    public synchronized void store(int number, AuditPage page) {
        pages.put(number, page);
    }

    @Override
    public synchronized Optional<AuditPage> page(int number) {
        return Optional.ofNullable(pages.get(number));
    }
}
