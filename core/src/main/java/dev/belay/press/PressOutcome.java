package dev.belay.press;

import dev.belay.action.Refusal;
import dev.belay.record.RecordSnapshot;
import java.time.Duration;

/** What came of a press. */
public sealed interface PressOutcome {
    /** The record changed. */
    record Applied(RecordSnapshot record) implements PressOutcome {}

    /** It was so already, and nothing was written. */
    record AlreadyDone(RecordSnapshot record) implements PressOutcome {}

    /** Nothing changed, and the person is told why. */
    record Refused(Refusal refusal) implements PressOutcome {}

    /** It had been handled before: nothing is left to do. */
    record Repeated() implements PressOutcome {}

    /** Not yet: its conversation is still being made, another press on its record is performed, or a pager does not answer. Nothing was done. */
    record TooEarly(Duration retryAfter) implements PressOutcome {}
}
