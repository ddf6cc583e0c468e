package dev.belay.simulator.servicenow.table;

/**
 * What becomes of a text that is longer than its column in the database. ServiceNow says that the database decides, not the
 * dictionary's {@code max_length} (support.servicenow.com, KB0685779), and not what that decides: so it is a switch.
 */
public enum Overlong {
    /** It is cut without a word. */
    CUT,
    /** The write is refused as a whole, as by a database in strict mode. */
    REFUSED
}
