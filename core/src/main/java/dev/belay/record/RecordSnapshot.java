package dev.belay.record;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What was read of a record at one moment.
 *
 * @param priority 1 (critical) to 5 (planning)
 * @param assignmentGroup the group's sys_id
 * @param assignmentGroupName the group's display name
 * @param conversations for each platform's word what the field holds that bears the conversation's id there, where it holds one
 * @param modCount {@code sys_mod_count}: rises with each update, and is the generation of a card drawn from this
 */
public record RecordSnapshot(
        RecordRef ref,
        String number,
        String shortDescription,
        int priority,
        RecordState state,
        boolean active,
        Optional<Assignee> assignee,
        Optional<String> assignmentGroup,
        Optional<String> assignmentGroupName,
        Map<String, String> conversations,
        Instant openedAt,
        long modCount) {
    public RecordSnapshot {
        conversations = Map.copyOf(conversations);
        if (priority < 1 || priority > 5) {
            throw new IllegalArgumentException("a priority is 1 to 5, not " + priority);
        }
    }

    public boolean assignedTo(SysId user) {
        return assignee.filter(a -> a.userId().equals(user.value())).isPresent();
    }
}
