package dev.belay.simulator.servicenow.table;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;

/** How ServiceNow writes a moment: to the second, in UTC where it is kept, in the reader's zone where it is shown. */
public final class Moments {
    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    private Moments() {}

    public static String kept(Instant instant) {
        return FORMAT.format(instant.atOffset(ZoneOffset.UTC));
    }

    public static Instant instant(String kept) {
        return LocalDateTime.parse(kept, FORMAT).toInstant(ZoneOffset.UTC);
    }

    /** A kept moment as it is shown in a zone; what is no moment is shown as it is. */
    public static String shown(String kept, ZoneId zone) {
        try {
            return kept.isEmpty() ? "" : FORMAT.format(instant(kept).atZone(zone));
        } catch (DateTimeParseException e) {
            return kept;
        }
    }
}
