package dev.belay.action;

import dev.belay.record.RecordSnapshot;

/** What came of a press. */
public sealed interface ActionOutcome {
    /** The record changed. */
    record Applied(RecordSnapshot record) implements ActionOutcome {}

    /** It was so already, and nothing was written. */
    record AlreadyDone(RecordSnapshot record) implements ActionOutcome {}

    /** Nothing changed, and the person is told why. */
    record Refused(Refusal refusal) implements ActionOutcome {}

    /** It had been handled before: nothing is left to do. */
    record Repeated() implements ActionOutcome {}
}
