package dev.belay.settings;

import dev.belay.record.MajorIncident;
import dev.belay.record.RecordSnapshot;
import java.util.Optional;
import java.util.Set;

/**
 * Which records get a channel of their own.
 *
 * @param priorities those of these priorities
 * @param majorIncidents whether accepted major incidents do, whatever their priority
 * @param most how many such channels may stand in a workspace or tenant before others than priority 1 and major incidents get none
 */
public record Dedicated(Set<Integer> priorities, boolean majorIncidents, int most) {
    /** Where the document says nothing. */
    public static final int MOST = 200;

    private static final int CRITICAL = 1;

    /** With the usual cap. */
    public Dedicated(Set<Integer> priorities, boolean majorIncidents) {
        this(priorities, majorIncidents, MOST);
    }

    public Dedicated {
        priorities = Set.copyOf(priorities);
    }

    /** What earns a record a channel of its own, in words; none where nothing does. */
    public Optional<String> reason(RecordSnapshot record) {
        if (priorities.contains(record.routedPriority())) {
            return Optional.of(priority(record));
        }
        return majorIncidents && record.life().major() == MajorIncident.ACCEPTED
                ? Optional.of("a major incident")
                : Optional.empty();
    }

    /** Whether a record gets a channel of its own however many there are: of priority 1, or an accepted major incident. */
    public static boolean isBeyondCap(RecordSnapshot record) {
        return record.priority() == CRITICAL || record.life().major() == MajorIncident.ACCEPTED;
    }

    /** What is said of a record's priority. */
    public static String priority(RecordSnapshot record) {
        return record.priority() == 0 ? "no priority" : "priority " + record.priority();
    }
}
