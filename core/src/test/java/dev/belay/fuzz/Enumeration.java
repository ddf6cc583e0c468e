package dev.belay.fuzz;

/** How many cases a test over many cases tries: all in CI ({@code -Dbelay.enumeration=wide}), a few elsewhere. */
public enum Enumeration {
    WIDE,
    NARROW;

    /** As the system property {@code belay.enumeration} says; narrow without it. */
    public static Enumeration asked() {
        return "wide".equals(System.getProperty("belay.enumeration", "narrow")) ? WIDE : NARROW;
    }

    public int of(int wide, int narrow) {
        return this == WIDE ? wide : narrow;
    }

    /** What cases are drawn with: the same each time, so that what is right once stays so; {@code -Dseed=} draws others. */
    public static long seed() {
        return Long.getLong("seed", 2026);
    }
}
