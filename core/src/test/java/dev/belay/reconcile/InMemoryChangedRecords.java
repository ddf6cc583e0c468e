package dev.belay.reconcile;

import dev.belay.record.RecordNumber;
import dev.belay.record.RecordRef;
import dev.belay.record.RecordSnapshot;
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

/** Records kept in memory, each with when it changed. */
public final class InMemoryChangedRecords implements ChangedRecords {
    private final Map<RecordRef, Changed> records = new LinkedHashMap<>();
    private final Set<RecordRef> hidden = new HashSet<>();

    /** Somebody wrote the record at this time. */
    public synchronized void put(RecordSnapshot record, Instant at) {
        records.put(record.ref(), new Changed(record, at.truncatedTo(ChronoUnit.SECONDS)));
    }

    public synchronized void delete(RecordRef ref) {
        records.remove(ref);
    }

    /** It is there, and may not be read from now on. */
    public synchronized void hide(RecordRef ref) {
        hidden.add(ref);
    }

    @Override
    public synchronized Page changed(String table, Set<Integer> priorities, Position from) {
        List<Changed> behind = records.values().stream()
                .filter(changed -> changed.record().ref().table().equals(table))
                .filter(changed -> priorities.contains(changed.record().routedPriority()))
                .filter(changed ->
                        from.isBefore(changed.at(), changed.record().ref().sysId()))
                .sorted(Comparator.comparing(Changed::at)
                        .thenComparing(changed -> changed.record().ref().sysId().value()))
                .toList();
        List<Changed> page = behind.stream().limit(PAGE).toList();
        Position reached = page.isEmpty()
                ? from
                : Position.behind(
                        page.getLast().at(), page.getLast().record().ref().sysId());
        List<Changed> shown = page.stream().filter(this::isShown).toList();
        return new Page(shown, page.size() - shown.size(), reached, behind.size() <= PAGE);
    }

    private boolean isShown(Changed changed) {
        return !hidden.contains(changed.record().ref());
    }

    @Override
    public synchronized Some some(String table, Set<SysId> ids) {
        List<Changed> there = ids.stream()
                .flatMap(id -> Optional.ofNullable(records.get(new RecordRef(table, id))).stream())
                .toList();
        List<Changed> shown = there.stream().filter(this::isShown).toList();
        return new Some(shown, there.size() - shown.size());
    }

    @Override
    public synchronized Presence presence(RecordRef ref) {
        if (!records.containsKey(ref)) {
            return Presence.DELETED;
        }
        return hidden.contains(ref) ? Presence.HIDDEN : Presence.THERE;
    }

    @Override
    public synchronized Open open(String table, Set<Integer> priorities, Optional<SysId> after) {
        List<RecordSnapshot> behind = records.values().stream()
                .filter(this::isShown)
                .map(Changed::record)
                .filter(record -> record.ref().table().equals(table) && !record.ended())
                .filter(record -> priorities.contains(record.routedPriority()))
                .filter(record -> after.filter(
                                last -> record.ref().sysId().value().compareTo(last.value()) <= 0)
                        .isEmpty())
                .sorted(Comparator.comparing(record -> record.ref().sysId().value()))
                .toList();
        List<RecordSnapshot> page = behind.stream().limit(PAGE).toList();
        Optional<SysId> reached =
                page.isEmpty() ? after : Optional.of(page.getLast().ref().sysId());
        return new Open(page, reached, behind.size() <= PAGE);
    }

    @Override
    public synchronized List<RecordSnapshot> numbered(String table, Set<RecordNumber> numbers) {
        return records.values().stream()
                .filter(this::isShown)
                .map(Changed::record)
                .filter(record -> record.ref().table().equals(table))
                .filter(record ->
                        numbers.stream().anyMatch(number -> number.value().equals(record.number())))
                .toList();
    }
}
