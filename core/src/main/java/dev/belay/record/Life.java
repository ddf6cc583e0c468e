package dev.belay.record;

/**
 * Where a record stands in its life.
 *
 * @param label what ServiceNow shows of its state
 * @param active what the record says of itself
 */
public record Life(RecordState state, String label, boolean active, MajorIncident major) {
    /** Of a record that is no major incident and no candidate. */
    public static Life of(RecordState state, boolean active) {
        return new Life(state, state.label(), active, MajorIncident.NONE);
    }

    /** Whether the work is over. */
    public boolean ended() {
        return state.ended() || !active;
    }

    /** The same in another state. */
    public Life in(RecordState next) {
        return new Life(next, next.label(), active, major);
    }
}
