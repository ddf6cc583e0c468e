package dev.belay.audit;

import dev.belay.record.RecordNumber;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The record that a channel's name speaks of, as older integrations bound them. It decides nothing: it is what an audit looks for. */
public final class NamedRecord {
    private NamedRecord() {}

    /** The first number of a record in a name, such as that of {@code p1-inc0010023-checkout}. */
    public static Optional<RecordNumber> in(String name) {
        return numbers(name).stream().findFirst();
    }

    /** Whether a name speaks of this record. */
    public static boolean names(String name, String number) {
        return numbers(name).stream().anyMatch(found -> found.value().equals(number));
    }

    private static List<RecordNumber> numbers(String name) {
        return Arrays.stream(name.split("[^A-Za-z0-9]+", -1))
                .map(RecordNumber::of)
                .flatMap(Optional::stream)
                .toList();
    }
}
