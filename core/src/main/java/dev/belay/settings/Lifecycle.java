package dev.belay.settings;

import java.time.Duration;
import java.time.Instant;

/**
 * From when to when a record has a conversation.
 *
 * @param startAt records opened before get no conversation
 * @param archives whether channels of records' own are archived once their records are over
 * @param archiveAfter how long after its record was closed, once it has a postmortem
 * @param archiveAnyway how long after its record's end where no postmortem comes, or the record is never closed
 * @param remindAfter how long after its record's end people are reminded of the postmortem
 * @param sweepEvery how often the records of all conversations are read, whether they changed or not
 */
public record Lifecycle(
        Instant startAt,
        boolean archives,
        Duration archiveAfter,
        Duration archiveAnyway,
        Duration remindAfter,
        Duration sweepEvery) {
    private static final Lifecycle USUAL = new Lifecycle(
            Instant.EPOCH, true, Duration.ofDays(7), Duration.ofDays(30), Duration.ofDays(3), Duration.ofDays(1));

    /** As it is where the document says nothing but when it starts. */
    public static Lifecycle from(Instant startAt) {
        return new Lifecycle(
                startAt,
                USUAL.archives(),
                USUAL.archiveAfter(),
                USUAL.archiveAnyway(),
                USUAL.remindAfter(),
                USUAL.sweepEvery());
    }
}
