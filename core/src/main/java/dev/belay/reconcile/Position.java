package dev.belay.reconcile;

import dev.belay.record.SysId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * How far a table was read in the order of when its records changed, and of their keys where they changed at once: a keyset, which does
 * not slide when records change meanwhile, as an offset does.
 *
 * @param at in whole seconds, as ServiceNow keeps it
 * @param after the key of the last record of that second that was read; none where the whole second is still to be read
 */
public record Position(Instant at, Optional<SysId> after) {
    public Position {
        at = at.truncatedTo(ChronoUnit.SECONDS);
    }

    /** Before everything that changed at that time or later. */
    public static Position from(Instant at) {
        return new Position(at, Optional.empty());
    }

    /** Just after a record. */
    public static Position behind(Instant at, SysId record) {
        return new Position(at, Optional.of(record));
    }

    /** Whether a record that changed then lies behind this. */
    public boolean isBefore(Instant then, SysId record) {
        return then.isAfter(at)
                || (then.equals(at)
                        && after.filter(last -> record.value().compareTo(last.value()) <= 0)
                                .isEmpty());
    }
}
