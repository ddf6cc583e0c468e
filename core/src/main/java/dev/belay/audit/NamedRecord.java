package dev.belay.audit;

import dev.belay.record.RecordNumber;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The records that a channel's name speaks of, as older integrations bound them. It decides nothing: it is what an audit looks for. */
public final class NamedRecord {
    private NamedRecord() {}

    /** All numbers in a name, as {@code WEB001} and {@code INC0010023} in {@code web001-inc0010023-checkout}: not all need be a record's. */
    public static List<RecordNumber> all(String name) {
        return Arrays.stream(name.split("[^A-Za-z0-9]+", -1))
                .map(RecordNumber::of)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    /** Whether a name speaks of this record. */
    public static boolean names(String name, String number) {
        return all(name).stream().anyMatch(found -> found.value().equals(number));
    }
}
