package dev.belay.inbound;

import java.util.List;

/**
 * What a look at one of the platform's own tables showed. An empty answer alone proves nothing: without the right to read, it is the same.
 *
 * @param <T> what a row tells
 */
public sealed interface Look<T> {
    /** These are the rows, and the right to read them is proved. */
    record Seen<T>(List<T> rows) implements Look<T> {
        public Seen {
            rows = List.copyOf(rows);
        }
    }

    /**
     * Nothing proves that we may read them.
     *
     * @param why which table it is and what to grant, in a sentence without a full stop; the same each time
     */
    record Hidden<T>(String why) implements Look<T> {}

    /** The rows that were seen; none where they are hidden. */
    default List<T> rows() {
        return switch (this) {
            case Seen<T>(List<T> seen) -> seen;
            case Hidden<T> _ -> List.of();
        };
    }
}
