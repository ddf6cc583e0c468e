package dev.belay.simulator.servicenow.table;

/** How a write ended. */
public sealed interface Written {
    /** The row as it is now, changed or not. */
    record Done(Row row) implements Written {}

    /** There is no such row. */
    record Missing() implements Written {}

    /** A rule of the instance forbids it. */
    record Refused(String detail) implements Written {}
}
