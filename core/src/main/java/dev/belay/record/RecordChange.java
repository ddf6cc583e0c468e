package dev.belay.record;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** One change of a record: the fields that are set, and the work note that says why, in a single write. */
public record RecordChange(Fields fields, WorkNote note) {
    /**
     * What is set.
     *
     * @param conversation the conversation for the fields that are configured for its platform; ignored where none is
     * @param others further fields by their names, each with what is to be stored
     */
    public record Fields(
            Optional<RecordState> state,
            Optional<SysId> assignee,
            Optional<Conversation> conversation,
            Map<String, String> others) {
        /** Nothing: the note alone. */
        public static final Fields NONE = new Fields(Optional.empty(), Optional.empty(), Optional.empty(), Map.of());

        public Fields {
            others = Map.copyOf(others);
        }

        public Fields state(RecordState next) {
            return new Fields(Optional.of(next), assignee, conversation, others);
        }

        public Fields assignee(SysId next) {
            return new Fields(state, Optional.of(next), conversation, others);
        }

        /**
         * @param name a field of the record, such as {@code additional_assignee_list}
         * @param value what is to be stored; a list's sys_ids with commas between them
         */
        public Fields field(String name, String value) {
            Map<String, String> more = new TreeMap<>(others);
            more.put(name, value);
            return new Fields(state, assignee, conversation, more);
        }

        /** @param platform the platform's id */
        public Fields conversation(String platform, String id) {
            return conversation(new Conversation(platform, id, Optional.empty()));
        }

        public Fields conversation(Conversation next) {
            return new Fields(state, assignee, Optional.of(next), others);
        }
    }

    /**
     * The record's conversation on one platform.
     *
     * @param platform the platform's id
     * @param link its address, for the field that is configured for it; ignored where none is
     */
    public record Conversation(String platform, String id, Optional<String> link) {}
}
