package dev.belay.record;

import java.util.Optional;

/**
 * One change of a record: the fields that are set, and the work note that says why, in a single write.
 *
 * @param conversation the conversation for the field that is configured for its platform; ignored where none is
 */
public record RecordChange(
        Optional<RecordState> state, Optional<SysId> assignee, Optional<Conversation> conversation, WorkNote note) {
    /**
     * The record's conversation on one platform.
     *
     * @param platform the platform's word
     */
    public record Conversation(String platform, String id) {}

    /** The note alone, and the conversation's id in the field that bears it. */
    public static RecordChange conversation(String platform, String id, WorkNote note) {
        return new RecordChange(Optional.empty(), Optional.empty(), Optional.of(new Conversation(platform, id)), note);
    }

    /** A person takes the record on. */
    public static RecordChange takenOn(SysId by, Optional<RecordState> state, WorkNote note) {
        return new RecordChange(state, Optional.of(by), Optional.empty(), note);
    }
}
