package dev.belay.record;

/**
 * Where a record stands in its life.
 *
 * @param label what ServiceNow shows of its state
 * @param active what the record says of itself
 * @param startable whether its state can be set in progress from here
 */
public record Life(RecordState state, String label, boolean active, boolean startable, MajorIncident major) {
    /** Of a record that is no major incident and no candidate, and that can be set in progress. */
    public static Life of(RecordState state, boolean active) {
        return new Life(state, state.label(), active, true, MajorIncident.NONE);
    }

    /** Whether the work is over. */
    public boolean ended() {
        return state.ended() || !active;
    }

    /** The same in another state. */
    public Life in(RecordState next) {
        return new Life(next, next.label(), active, startable, major);
    }

    /** The same as a major incident, a candidate, or neither. */
    public Life with(MajorIncident next) {
        return new Life(state, label, active, startable, next);
    }

    /** Whether work on it is yet to begin, and is begun by a change of its state from here. */
    public boolean awaitsStart() {
        return state == RecordState.NEW && startable;
    }
}
