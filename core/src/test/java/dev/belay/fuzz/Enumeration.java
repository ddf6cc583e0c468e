package dev.belay.fuzz;

import java.util.Locale;

/**
 * How many cases a test over many cases tries, as {@code -Dbelay.enumeration=} says: a few where nothing is said, as many as CI's time
 * allows ({@code wide}), or every one there is ({@code full}; hours for all flows, minutes for one).
 */
public enum Enumeration {
    FULL,
    WIDE,
    NARROW;

    /**
     * As the system property {@code belay.enumeration} says; narrow without it.
     *
     * @throws IllegalArgumentException when it says something else
     */
    public static Enumeration asked() {
        return valueOf(System.getProperty("belay.enumeration", "narrow").toUpperCase(Locale.ROOT));
    }

    /** Cases that are drawn, so that there is no last one. */
    public int of(int wide, int narrow) {
        return of(wide, wide, narrow);
    }

    public int of(int full, int wide, int narrow) {
        return switch (this) {
            case FULL -> full;
            case WIDE -> wide;
            case NARROW -> narrow;
        };
    }

    /** What cases are drawn with: the same each time, so that what is right once stays so; {@code -Dseed=} draws others. */
    public static long seed() {
        return Long.getLong("seed", 2026);
    }
}
