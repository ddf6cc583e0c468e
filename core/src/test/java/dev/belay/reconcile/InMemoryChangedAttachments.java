package dev.belay.reconcile;

import dev.belay.failure.Rejected;
import dev.belay.record.RecordRef;
import dev.belay.record.SysId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Attachments kept in memory, each with when it changed. */
public final class InMemoryChangedAttachments implements ChangedAttachments {
    private final Map<SysId, Attached> attachments = new LinkedHashMap<>();
    private final Set<SysId> hidden = new HashSet<>();
    private boolean refused;

    /** Somebody attaches something at this time; {@code own} where it was us. */
    public synchronized void put(SysId id, RecordRef record, Optional<String> own, Instant at) {
        Instant second = at.truncatedTo(ChronoUnit.SECONDS);
        attachments.put(id, new Attached(id, record, own, second, second));
    }

    /** Somebody changes it at this time. */
    public synchronized void touch(SysId id, Instant at) {
        attachments.computeIfPresent(
                id,
                (_, before) -> new Attached(
                        id, before.record(), before.own(), before.made(), at.truncatedTo(ChronoUnit.SECONDS)));
    }

    /** It is there, and may not be read from now on. */
    public synchronized void hide(SysId id) {
        hidden.add(id);
    }

    /** From now on none may be read, or all. */
    public synchronized void refuse(boolean on) {
        refused = on;
    }

    @Override
    public synchronized Page changed(Set<String> tables, Position from) {
        return page(record -> tables.contains(record.table()), from);
    }

    @Override
    public synchronized Page of(Set<RecordRef> records, Position from) {
        return page(records::contains, from);
    }

    private Page page(Predicate<RecordRef> asked, Position from) {
        if (refused) {
            throw new Rejected("servicenow", "no right to read attachments");
        }
        List<Attached> behind = attachments.values().stream()
                .filter(attached -> asked.test(attached.record()))
                .filter(attached -> from.isBefore(attached.at(), attached.id()))
                .sorted(Comparator.comparing(Attached::at)
                        .thenComparing(attached -> attached.id().value()))
                .toList();
        List<Attached> page = behind.stream().limit(PAGE).toList();
        Position reached = page.isEmpty()
                ? from
                : Position.behind(page.getLast().at(), page.getLast().id());
        List<Attached> shown = page.stream()
                .filter(attached -> !hidden.contains(attached.id()))
                .toList();
        return new Page(shown, reached, behind.size() <= PAGE);
    }
}
