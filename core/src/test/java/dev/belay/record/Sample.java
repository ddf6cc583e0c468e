package dev.belay.record;

import java.time.Instant;
import java.util.Optional;

/** Records to test with, each told apart by what differs from the first. */
public final class Sample {
    public static final RecordRef REF = RecordRef.of("incident", "9d385017c611228701d22104cc95c371");
    public static final Instant OPENED = Instant.parse("2026-11-22T08:00:00Z");

    private Sample() {}

    public static RecordSnapshot incident() {
        return incident(1, RecordState.NEW, Optional.empty(), 3);
    }

    public static RecordSnapshot incident(int priority) {
        return incident(priority, RecordState.NEW, Optional.empty(), 3);
    }

    public static RecordSnapshot incident(RecordState state, Assignee assignee) {
        return incident(1, state, Optional.of(assignee), 3);
    }

    public static RecordSnapshot incident(RecordState state) {
        return incident(1, state, Optional.empty(), 3);
    }

    public static RecordSnapshot incident(int priority, RecordState state, Optional<Assignee> assignee, long modCount) {
        return new RecordSnapshot(
                REF,
                "INC0010023",
                "Checkout down",
                priority,
                Life.of(state, state != RecordState.CLOSED && state != RecordState.CANCELED),
                new Assignment(assignee, Optional.empty()),
                Details.NONE,
                OPENED,
                modCount,
                Chronicle.EMPTY);
    }

    /** Another incident than the others, by its number's last digits, with this title. */
    public static RecordSnapshot numbered(int number, String shortDescription) {
        RecordSnapshot as = incident();
        return new RecordSnapshot(
                RecordRef.of("incident", "9d385017c611228701d22104%08d".formatted(number)),
                "INC%07d".formatted(number),
                shortDescription,
                as.priority(),
                as.life(),
                as.assignment(),
                as.details(),
                as.openedAt(),
                as.modCount(),
                as.chronicle());
    }

    public static RecordSnapshot described(String shortDescription) {
        return incident().described(shortDescription);
    }
}
