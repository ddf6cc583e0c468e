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
 */
public record Dedicated(Set<Integer> priorities, boolean majorIncidents) {
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

    /** What is said of a record's priority. */
    public static String priority(RecordSnapshot record) {
        return record.priority() == 0 ? "no priority" : "priority " + record.priority();
    }
}
