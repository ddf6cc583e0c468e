package dev.belay.record;

import java.util.Optional;

/**
 * One change of a record: the fields that are set, and the work note that says why, in a single write.
 *
 * @param conversation the conversation's id for the configured field; ignored where none is configured
 */
public record RecordChange(
        Optional<RecordState> state, Optional<SysId> assignee, Optional<String> conversation, WorkNote note) {
    /** The note alone, and the conversation's id in the field that bears it. */
    public static RecordChange conversation(String conversation, WorkNote note) {
        return new RecordChange(Optional.empty(), Optional.empty(), Optional.of(conversation), note);
    }

    /** A person takes the record on. */
    public static RecordChange takenOn(SysId by, Optional<RecordState> state, WorkNote note) {
        return new RecordChange(state, Optional.of(by), Optional.empty(), note);
    }
}
