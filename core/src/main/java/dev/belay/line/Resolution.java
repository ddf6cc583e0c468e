package dev.belay.line;

import dev.belay.record.RecordSnapshot;
import dev.belay.text.PlainText;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;

/** Who resolved a record, and how long it took. What ServiceNow does not show is left out. */
final class Resolution {
    /** The fields, as a record's details name them. */
    private static final String BY = "resolved_by.name";

    private static final String AT = "resolved_at";

    private Resolution() {}

    static String inWords(RecordSnapshot record) {
        Map<String, String> fields = record.details().fields();
        String by = PlainText.line(fields.getOrDefault(BY, ""), 100);
        return "Resolved" + (by.isEmpty() ? "" : " by " + by)
                + Optional.ofNullable(fields.get(AT))
                        .flatMap(Resolution::time)
                        .map(at -> Duration.between(record.openedAt(), at))
                        .filter(Duration::isPositive)
                        .map(took -> " after " + inWords(took))
                        .orElse("");
    }

    /** As the Table API stores it: {@code 2026-11-22 08:47:00}, in UTC. */
    private static Optional<Instant> time(String stored) {
        try {
            return Optional.of(
                    LocalDateTime.parse(stored.strip().replace(' ', 'T')).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static String inWords(Duration took) {
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
