package dev.belay.record;

import java.util.Optional;

/** Records together with what people did about them from chat. The chronicle is read after the record, so it is never the older one. */
public final class ChronicledRecords implements Records {
    private final Records records;
    private final Chronicles chronicles;

    public ChronicledRecords(Records records, Chronicles chronicles) {
        this.records = records;
        this.chronicles = chronicles;
    }

    @Override
    public Optional<RecordSnapshot> find(RecordRef ref) {
        return records.find(ref).map(this::chronicled);
    }

    @Override
    public Optional<RecordSnapshot> findByNumber(String table, RecordNumber number) {
        return records.findByNumber(table, number).map(this::chronicled);
    }

    @Override
    public RecordSnapshot change(RecordRef ref, RecordChange change) {
        try {
            return chronicled(records.change(ref, change));
        } catch (PartlyTaken e) {
            throw e.of(chronicled(e.record()));
        }
    }

    private RecordSnapshot chronicled(RecordSnapshot record) {
        return record.with(chronicles.of(record.ref()));
    }

    @Override
    public boolean hasNote(RecordRef ref, NoteReference reference) {
        return records.hasNote(ref, reference);
    }

    @Override
    public String link(RecordRef ref) {
        return records.link(ref);
    }
}
