package dev.belay.line;

import dev.belay.record.RecordSnapshot;
import dev.belay.text.PlainText;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Who resolved a record, and how long it took. What ServiceNow does not show is left out. */
final class Resolution {
    /** The fields, as a record's details name them. */
    private static final String BY = "resolved_by.name";

    private static final String AT = "resolved_at";

    private Resolution() {}

    static String inWords(RecordSnapshot record) {
        String by = by(record);
        return "Resolved" + (by.isEmpty() ? "" : " by " + by)
                + at(record)
                        .map(at -> Duration.between(record.openedAt(), at))
                        .filter(Duration::isPositive)
                        .map(took -> " after " + inWords(took))
                        .orElse("");
    }

    /** Who resolved it; empty where that is not shown. */
    static String by(RecordSnapshot record) {
        return PlainText.line(record.details().field(BY), 100);
    }

    static Optional<Instant> at(RecordSnapshot record) {
        return record.details().time(AT);
    }

    static String inWords(Duration took) {
        if (took.toMinutes() < 1) {
            return "less than a minute";
        }
        if (took.toHours() < 1) {
            return took.toMinutes() + " min";
        }
        return took.toDays() < 1
                ? took.toHours() + " h " + took.toMinutesPart() + " min"
                : took.toDays() + " d " + took.toHoursPart() + " h";
    }
}
