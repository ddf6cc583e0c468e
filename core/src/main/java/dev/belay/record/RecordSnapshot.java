package dev.belay.record;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What was read of a record at one moment.
 *
 * @param priority 1 (critical) to 5 (planning)
 * @param conversations for each platform's id what the record's field for its conversation there holds, where it holds something
 * @param modCount {@code sys_mod_count}: rises with each update, and is the generation of a card drawn from this
 */
public record RecordSnapshot(
        RecordRef ref,
        String number,
        String shortDescription,
        int priority,
        RecordState state,
        boolean active,
        Assignment assignment,
        Map<String, String> conversations,
        Instant openedAt,
        long modCount) {
    public RecordSnapshot {
        conversations = Map.copyOf(conversations);
        if (priority < 1 || priority > 5) {
            throw new IllegalArgumentException("a priority is 1 to 5, not " + priority);
        }
    }

    public Optional<Assignee> assignee() {
        return assignment.assignee();
    }

    public Optional<AssignmentGroup> group() {
        return assignment.group();
    }

    public boolean assignedTo(SysId user) {
        return assignee().filter(a -> a.userId().equals(user.value())).isPresent();
    }

    /** Whether the work is over. */
    public boolean ended() {
        return state.ended() || !active;
    }
}
