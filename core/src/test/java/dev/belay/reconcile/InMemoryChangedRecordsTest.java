package dev.belay.reconcile;

import dev.belay.record.InMemoryRecords;
import dev.belay.record.RecordRef;
import dev.belay.record.Sample;
import dev.belay.time.MovedClock;

/** The fake keeps the contract. */
final class InMemoryChangedRecordsTest implements ChangedRecordsContract {
    private final MovedClock clock = MovedClock.at(Sample.OPENED);
    private final InMemoryRecords opened = new InMemoryRecords(clock);
    private final InMemoryChangedRecords records = new InMemoryChangedRecords();

    @Override
    public ChangedRecords records() {
        return records;
    }

    @Override
    public MovedClock clock() {
        return clock;
    }

    @Override
    public RecordRef open(String shortDescription, int priority) {
        RecordRef ref = opened.open(shortDescription, priority);
        records.put(opened.find(ref).orElseThrow(), clock.instant());
        return ref;
    }

    @Override
    public void rename(RecordRef ref, String shortDescription) {
        records.put(opened.find(ref).orElseThrow().described(shortDescription), clock.instant());
    }

    @Override
    public void delete(RecordRef ref) {
        records.delete(ref);
    }

    @Override
    public void hide(RecordRef ref) {
        records.hide(ref);
    }
}
