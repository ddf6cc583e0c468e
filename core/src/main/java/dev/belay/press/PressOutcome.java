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

    /** The person is told why it was not done, was not done in full, or is not known; or, where it was done, what more they must know. */
    record Refused(Refusal refusal) implements PressOutcome {}

    /** It had been handled before: nothing is left to do. */
    record Repeated() implements PressOutcome {}

    /**
     * Not yet: its conversation is still being made, another press on its record is performed, another page about it is under way, or
     * another worker holds this very press. This run did nothing.
     */
    record TooEarly(Duration retryAfter) implements PressOutcome {}
}
