package dev.belay.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.failure.OutcomeUnknown;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** The fake keeps the contract, and fails as it is told. */
final class InMemoryRecordsTest implements RecordsContract, JournalsContract {
    private final Clock clock = Clock.fixed(Sample.OPENED, ZoneOffset.UTC);
    private final InMemoryRecords records = new InMemoryRecords(clock);

    @Override
    public Records records() {
        return records;
    }

    @Override
    public Journals journals() {
        return records;
    }

    @Override
    public void write(RecordRef ref, boolean comment, String userName, String author, String text) {
        if (comment) {
            records.commented(ref, userName, author, text);
        } else {
            records.noted(ref, userName, author, text);
        }
    }

    @Override
    public RecordRef open(String shortDescription, int priority) {
        return records.open(shortDescription, priority);
    }

    @Override
    public SysId person(String name) {
        return records.person(name);
    }

    @Override
    public Instant now() {
        return clock.instant();
    }

    @Test
    void a_lost_write_is_done_or_not_as_told() {
        RecordRef ref = open("Checkout down", 1);
        WorkNote note = new WorkNote("Here", NoteReference.random(RandomGenerator.getDefault()));
        RecordChange change = new RecordChange(RecordChange.Fields.NONE.conversation("slack", "C1"), note);
        records.loseNext(false);
        assertThatThrownBy(() -> records.change(ref, change)).isInstanceOf(OutcomeUnknown.class);
        assertThat(records.hasNote(ref, note.reference())).isFalse();
        records.loseNext(true);
        assertThatThrownBy(() -> records.change(ref, change)).isInstanceOf(OutcomeUnknown.class);
        assertThat(records.hasNote(ref, note.reference())).isTrue();
    }
}
