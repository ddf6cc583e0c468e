package dev.belay.conversation;

import java.time.Instant;

/** What came of making a conversation agree with its record. */
public sealed interface Opening {
    /** For the log. */
    default String inWords() {
        return switch (this) {
            case Agreed() -> "the conversation agrees with the record";
            case NotWanted(String reason) -> "there is no conversation: " + reason;
            case RecordMissing() -> "ServiceNow does not show the record";
            case Held(Instant until) -> "another worker holds the lease until " + until;
            case Later(Instant at) -> "the conversation agrees with the record once more is gathered, at " + at;
            case Refused(String reason) -> "the conversation cannot be made: " + reason;
        };
    }

    /** The conversation agrees with the record. */
    record Agreed() implements Opening {}

    /** There is none, and there should be none. */
    record NotWanted(String reason) implements Opening {}

    /** ServiceNow does not show the record: not committed yet, deleted, or forbidden. */
    record RecordMissing() implements Opening {}

    /** Another worker holds the lease. */
    record Held(Instant until) implements Opening {}

    /** What is shown or said of the record is gathered until then, so that much at once is one card and one line. */
    record Later(Instant at) implements Opening {}

    /** It cannot be made as it should be; a person may have to mend something. */
    record Refused(String reason) implements Opening {}
}
