package dev.belay.card;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One line of a card: what it is about, and what is to be said of that. Each platform draws the parts in its own means, with a space
 * between them.
 */
public record Fact(String label, List<Part> parts) {
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

    /** Words, a moment in the reader's own time zone, or an address to follow. */
    public sealed interface Part {
        /** Where nothing better can be shown. */
        String plain();
    }

    public record Words(String plain) implements Part {}

    public record Moment(Instant at) implements Part {
        @Override
        public String plain() {
            return MINUTE.format(at);
        }
    }

    /** @param address https */
    public record Link(String label, String address) implements Part {
        @Override
        public String plain() {
            return label.equals(address) ? address : label + " (" + address + ")";
        }
    }

    public Fact {
        parts = List.copyOf(parts);
    }

    static Fact of(String label, Part... parts) {
        return new Fact(label, Arrays.asList(parts));
    }

    static Fact of(String label, String words) {
        return of(label, new Words(words));
    }

    /** All of it without any formatting. */
    public String plain() {
        return parts.stream().map(Part::plain).collect(Collectors.joining(" "));
    }
}
