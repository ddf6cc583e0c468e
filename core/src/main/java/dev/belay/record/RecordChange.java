package dev.belay.record;

import java.util.Optional;

/** One change of a record: the fields that are set, and the work note that says why, in a single write. */
public record RecordChange(Fields fields, WorkNote note) {
    /**
     * What is set.
     *
     * @param conversation the conversation for the field that is configured for its platform; ignored where none is
     */
    public record Fields(Optional<RecordState> state, Optional<SysId> assignee, Optional<Conversation> conversation) {
        /** Nothing: the note alone. */
        public static final Fields NONE = new Fields(Optional.empty(), Optional.empty(), Optional.empty());

        public Fields state(RecordState next) {
            return new Fields(Optional.of(next), assignee, conversation);
        }

        public Fields assignee(SysId next) {
            return new Fields(state, Optional.of(next), conversation);
        }

        /** @param platform the platform's id */
        public Fields conversation(String platform, String id) {
            return new Fields(state, assignee, Optional.of(new Conversation(platform, id)));
        }
    }

    /**
     * The record's conversation on one platform.
     *
     * @param platform the platform's id
     */
    public record Conversation(String platform, String id) {}
}
