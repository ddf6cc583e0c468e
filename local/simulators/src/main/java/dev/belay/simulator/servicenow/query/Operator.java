package dev.belay.simulator.servicenow.query;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What a condition of an encoded query may ask of a field. */
enum Operator {
    EQUALS("="),
    DIFFERS("!="),
    AT_LEAST(">="),
    AT_MOST("<="),
    ABOVE(">"),
    BELOW("<"),
    IN("IN"),
    NOT_IN("NOT IN"),
    LIKE("LIKE"),
    NOT_LIKE("NOT LIKE"),
    STARTS_WITH("STARTSWITH"),
    ENDS_WITH("ENDSWITH"),
    EMPTY("ISEMPTY"),
    NOT_EMPTY("ISNOTEMPTY");

    /** Orders values as the database does: numbers by size, everything else, dates among them, as text. */
    static final Comparator<String> VALUES =
            (a, b) -> number(a) && number(b) ? Long.compare(Long.parseLong(a), Long.parseLong(b)) : a.compareTo(b);

    private final String symbol;

    Operator(String symbol) {
        this.symbol = symbol;
    }

    String symbol() {
        return symbol;
    }

    /** The operator that the text begins with; the longest wins. */
    static Optional<Operator> starting(String text) {
        return Arrays.stream(values())
                .filter(operator -> text.startsWith(operator.symbol))
                .max(Comparator.comparingInt(operator -> operator.symbol.length()));
    }

    /** Whether a field's value is as wanted, both of them with or without regard to case, as the caller folded them. */
    boolean holds(String actual, String wanted) {
        return switch (this) {
            case EQUALS -> actual.equals(wanted);
            case DIFFERS -> !actual.equals(wanted);
            case AT_LEAST -> !actual.isEmpty() && VALUES.compare(actual, wanted) >= 0;
            case AT_MOST -> !actual.isEmpty() && VALUES.compare(actual, wanted) <= 0;
            case ABOVE -> !actual.isEmpty() && VALUES.compare(actual, wanted) > 0;
            case BELOW -> !actual.isEmpty() && VALUES.compare(actual, wanted) < 0;
            case IN -> List.of(wanted.split(",", -1)).contains(actual);
            case NOT_IN -> !List.of(wanted.split(",", -1)).contains(actual);
            case LIKE -> actual.contains(wanted);
            case NOT_LIKE -> !actual.contains(wanted);
            case STARTS_WITH -> actual.startsWith(wanted);
            case ENDS_WITH -> actual.endsWith(wanted);
            case EMPTY -> actual.isEmpty();
            case NOT_EMPTY -> !actual.isEmpty();
        };
    }

    private static boolean number(String value) {
        return value.length() <= 18 && value.matches("-?[0-9]+");
    }
}
