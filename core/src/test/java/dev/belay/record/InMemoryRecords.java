package dev.belay.record;

import dev.belay.failure.OutcomeUnknown;
import dev.belay.failure.Rejected;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Records that are kept in memory; writes can be told to fail, before or after they were done. */
public final class InMemoryRecords implements Records, Journals {
    /** Under whose name our own notes stand. */
    public static final String OUR_USER = "belay.integration";

    private sealed interface Fault {
        record Refused(RuntimeException why) implements Fault {}

        record Lost(boolean written) implements Fault {}

        record Overruled(String field) implements Fault {}
    }

    private final Clock clock;
    private final Map<RecordRef, RecordSnapshot> records = new LinkedHashMap<>();
    private final Map<RecordRef, List<WorkNote>> notes = new HashMap<>();
    private final List<Map.Entry<RecordRef, JournalEntry>> journal = new ArrayList<>();
    private final Map<String, String> names = new HashMap<>();
    private final Deque<Fault> faults = new ArrayDeque<>();
    private Optional<RuntimeException> reads = Optional.empty();

    public InMemoryRecords(Clock clock) {
        this.clock = clock;
    }

    /** Opens an incident. */
    public synchronized RecordRef open(String shortDescription, int priority) {
        RecordRef ref = RecordRef.of("incident", id("9", records.size()));
        records.put(
                ref,
                new RecordSnapshot(
                        ref,
                        "INC%07d".formatted(10_001 + records.size()),
                        shortDescription,
                        priority,
                        Life.of(RecordState.NEW, true),
                        Assignment.NONE,
                        Details.NONE,
                        clock.instant().truncatedTo(ChronoUnit.SECONDS),
                        0,
                        Chronicle.EMPTY));
        return ref;
    }

    /** Adds a user to whom records can be assigned. */
    public synchronized SysId person(String name) {
        SysId user = new SysId(id("5", names.size()));
        person(user, name);
        return user;
    }

    /** Adds a user who is known elsewhere too. */
    public synchronized void person(SysId user, String name) {
        names.put(user.value(), name);
    }

    /** Puts a record there, or changes it as somebody in ServiceNow would: its count is what this says. */
    public synchronized void put(RecordSnapshot record) {
        records.put(record.ref(), record);
    }

    public synchronized void delete(RecordRef ref) {
        records.remove(ref);
    }

    /** The work notes of a record, oldest first. */
    public synchronized List<WorkNote> notes(RecordRef ref) {
        return List.copyOf(notes.getOrDefault(ref, List.of()));
    }

    /** The next write is not done, and fails like this. */
    public synchronized void refuseNext(RuntimeException why) {
        faults.add(new Fault.Refused(why));
    }

    /** Every read fails like this, until it is told otherwise. */
    public synchronized void refuseReads(Optional<RuntimeException> why) {
        reads = why;
    }

    private void read() {
        reads.ifPresent(why -> {
            throw why;
        });
    }

    /** The outcome of the next write is not known to its writer. */
    public synchronized void loseNext(boolean written) {
        faults.add(new Fault.Lost(written));
    }

    /** A rule of the table keeps this field as it is in the next write, and lets the work note through. */
    public synchronized void overruleNext(String field) {
        faults.add(new Fault.Overruled(field));
    }

    @Override
    public synchronized Optional<RecordSnapshot> find(RecordRef ref) {
        read();
        return Optional.ofNullable(records.get(ref));
    }

    @Override
    public synchronized Optional<RecordSnapshot> findByNumber(String table, RecordNumber number) {
        read();
        List<RecordSnapshot> found = records.values().stream()
                .filter(record ->
                        record.ref().table().equals(table) && record.number().equals(number.value()))
                .toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    @Override
    public synchronized RecordSnapshot change(RecordRef ref, RecordChange change) {
        return switch (faults.poll()) {
            case null -> write(ref, change);
            case Fault.Refused(RuntimeException why) -> throw why;
            case Fault.Lost(boolean written) -> {
                if (written) {
                    write(ref, change);
                }
                throw new OutcomeUnknown(SYSTEM, "the answer was lost, as told");
            }
            case Fault.Overruled(String field) ->
                throw new PartlyTaken(write(ref, new RecordChange(RecordChange.Fields.NONE, change.note())), field);
        };
    }

    private RecordSnapshot write(RecordRef ref, RecordChange change) {
        RecordSnapshot before = records.get(ref);
        if (before == null) {
            throw new Rejected(SYSTEM, "no such record");
        }
        RecordSnapshot after = applied(before, change.fields());
        records.put(ref, after);
        notes.computeIfAbsent(ref, _ -> new ArrayList<>()).add(change.note());
        enter(ref, false, OUR_USER, "Belay", change.note().body());
        return after;
    }

    private void enter(RecordRef ref, boolean comment, String userName, String author, String text) {
        journal.add(Map.entry(
                ref,
                new JournalEntry(
                        id("7", journal.size()),
                        comment,
                        userName,
                        author,
                        text,
                        clock.instant().truncatedTo(ChronoUnit.SECONDS))));
    }

    /** Somebody notes something on a record in ServiceNow. */
    public synchronized void noted(RecordRef ref, String userName, String author, String text) {
        enter(ref, false, userName, author, text);
    }

    /** Somebody writes a comment there, which the customer reads. */
    public synchronized void commented(RecordRef ref, String userName, String author, String text) {
        enter(ref, true, userName, author, text);
    }

    @Override
    public synchronized List<JournalEntry> since(RecordRef record, Instant from, boolean comments) {
        read();
        return journal.stream()
                .filter(entry -> entry.getKey().equals(record))
                .map(Map.Entry::getValue)
                .filter(entry -> comments || !entry.comment())
                .filter(entry -> !entry.at().isBefore(from.truncatedTo(ChronoUnit.SECONDS)))
                .toList();
    }

    private RecordSnapshot applied(RecordSnapshot before, RecordChange.Fields fields) {
        return before.with(life(before, fields))
                .with(fields.assignee()
                        .map(this::assignee)
                        .map(before.assignment()::to)
                        .orElse(before.assignment()))
                .with(new Details(conversations(before, fields), further(before, fields)))
                .counted(before.modCount() + 1);
    }

    private static Life life(RecordSnapshot before, RecordChange.Fields fields) {
        Life life = fields.state().map(before.life()::in).orElse(before.life());
        String major = fields.others().get("major_incident_state");
        return major == null ? life : life.with(MajorIncident.of(major));
    }

    private static Map<String, String> further(RecordSnapshot before, RecordChange.Fields fields) {
        Map<String, String> after = new HashMap<>(before.details().fields());
        after.putAll(fields.others());
        return after;
    }

    private static Map<String, String> conversations(RecordSnapshot before, RecordChange.Fields fields) {
        Map<String, String> after = new HashMap<>(before.conversations());
        fields.conversation().ifPresent(conversation -> after.put(conversation.platform(), conversation.id()));
        return after;
    }

    private Assignee assignee(SysId user) {
        return new Assignee(user.value(), names.getOrDefault(user.value(), user.value()));
    }

    @Override
    public synchronized boolean hasNote(RecordRef ref, NoteReference reference) {
        return notes(ref).stream().anyMatch(note -> note.reference().equals(reference));
    }

    @Override
    public String link(RecordRef ref) {
        return "https://acme.service-now.example/" + ref.table() + "/" + ref.sysId();
    }

    private static String id(String first, int number) {
        return first + "%031x".formatted(number + 1);
    }
}
