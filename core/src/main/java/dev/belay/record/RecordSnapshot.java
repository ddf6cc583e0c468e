package dev.belay.record;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What was read of a record at one moment.
 *
 * @param priority 1 (critical) to 5 (planning); 0 where the record has none, or one that we do not know
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
    private static final int LOWEST_PRIORITY = 5;

    public RecordSnapshot {
        conversations = Map.copyOf(conversations);
        if (priority < 0 || priority > LOWEST_PRIORITY) {
            throw new IllegalArgumentException("a priority is 1 to 5, or 0 for none, not " + priority);
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

    /** The priority that it is routed by: what has none is everything else, and goes where the lowest goes. */
    public int routedPriority() {
        return priority == 0 ? LOWEST_PRIORITY : priority;
    }

    /** Whether the work is over. */
    public boolean ended() {
        return state.ended() || !active;
    }
}
