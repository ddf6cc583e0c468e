package dev.belay.simulator.servicenow.query;

import java.util.Optional;
import java.util.function.UnaryOperator;

/** One condition of an encoded query: a field, which may be dot-walked, an operator and a value. */
record Condition(String field, Operator operator, String value) {
    /** Reads {@code priority=1}; none where there is no field or no operator that ServiceNow knows. */
    static Optional<Condition> parse(String part) {
        int end = 0;
        while (end < part.length() && fieldCharacter(part.charAt(end))) {
            end++;
        }
        String field = part.substring(0, end);
        String rest = part.substring(end);
        return field.isEmpty()
                ? Optional.empty()
                : Operator.starting(rest)
                        .map(operator -> new Condition(
                                field,
                                operator,
                                rest.substring(operator.symbol().length())));
    }

    boolean holds(UnaryOperator<String> record, Matching matching) {
        return operator.holds(matching.folded(record.apply(field)), matching.folded(value));
    }

    private static boolean fieldCharacter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '.';
    }
}
