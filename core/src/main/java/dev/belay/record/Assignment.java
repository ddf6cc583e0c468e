package dev.belay.record;

import java.util.Optional;

/** Who works on a record: a person, a group, both or neither. */
public record Assignment(Optional<Assignee> assignee, Optional<AssignmentGroup> group) {
    /** Assigned to nobody. */
    public static final Assignment NONE = new Assignment(Optional.empty(), Optional.empty());

    public Assignment to(Assignee next) {
        return new Assignment(Optional.of(next), group);
    }
}
