package dev.belay.record;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What was read of a record at one moment, and what people did about it from chat until then.
 *
 * @param priority 1 (critical) to 5 (planning); 0 where the record has none, or one that we do not know
 * @param modCount {@code sys_mod_count}: rises with each update
 */
public record RecordSnapshot(
        RecordRef ref,
        String number,
        String shortDescription,
        int priority,
        Life life,
        Assignment assignment,
        Details details,
        Instant openedAt,
        long modCount,
        Chronicle chronicle) {
    private static final int LOWEST_PRIORITY = 5;

    public RecordSnapshot {
        if (priority < 0 || priority > LOWEST_PRIORITY) {
            throw new IllegalArgumentException("a priority is 1 to 5, or 0 for none, not " + priority);
        }
    }

    /** The generation of a card drawn from this: the record's count and the chronicle's only rise, and so does their sum. */
    public long generation() {
        return modCount + chronicle.size();
    }

    public RecordState state() {
        return life.state();
    }

    /** What people call the state that it is in. */
    public String stateLabel() {
        return life.label();
    }

    /** Whether work on it is yet to begin, and is begun by a change of its state from here. */
    public boolean awaitsStart() {
        return life.awaitsStart();
    }

    public boolean active() {
        return life.active();
    }

    public Map<String, String> conversations() {
        return details.conversations();
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
        return life.ended();
    }

    public RecordSnapshot with(Life next) {
        return new RecordSnapshot(
                ref, number, shortDescription, priority, next, assignment, details, openedAt, modCount, chronicle);
    }

    public RecordSnapshot with(Assignment next) {
        return new RecordSnapshot(
                ref, number, shortDescription, priority, life, next, details, openedAt, modCount, chronicle);
    }

    public RecordSnapshot with(Details next) {
        return new RecordSnapshot(
                ref, number, shortDescription, priority, life, assignment, next, openedAt, modCount, chronicle);
    }

    public RecordSnapshot with(Chronicle next) {
        return new RecordSnapshot(
                ref, number, shortDescription, priority, life, assignment, details, openedAt, modCount, next);
    }

    /** The same with another title. */
    public RecordSnapshot described(String next) {
        return new RecordSnapshot(
                ref, number, next, priority, life, assignment, details, openedAt, modCount, chronicle);
    }

    /** The same with another priority. */
    public RecordSnapshot prioritized(int next) {
        return new RecordSnapshot(
                ref, number, shortDescription, next, life, assignment, details, openedAt, modCount, chronicle);
    }

    /** The same at another count of updates. */
    public RecordSnapshot counted(long next) {
        return new RecordSnapshot(
                ref, number, shortDescription, priority, life, assignment, details, openedAt, next, chronicle);
    }
}
