package dev.belay.simulator.servicenow.query;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * An encoded query ({@code a=1^ORb=2^c>3^NQd=4^ORDERBYe}), understood as ServiceNow understands it: a part that is invalid, such
 * as one that names an unknown field, is dropped, and the rest is asked (ServiceNow documentation, "Table API",
 * {@code sysparm_query}).
 */
public final class EncodedQuery {
    /** A field that rows are ordered by. */
    private record Order(String field, boolean descending) {}

    /** Conditions of which one must hold; one that lost all its conditions holds. */
    private record Choice(List<Condition> conditions) {
        boolean holds(UnaryOperator<String> record, Matching matching) {
            return conditions.isEmpty() || conditions.stream().anyMatch(condition -> condition.holds(record, matching));
        }
    }

    private final Predicate<String> known;
    private final UnaryOperator<String> scripts;
    private final List<List<Choice>> branches = new ArrayList<>();
    private final List<Order> orders = new ArrayList<>();
    private boolean invalid;

    private EncodedQuery(Predicate<String> known, UnaryOperator<String> scripts) {
        this.known = known;
        this.scripts = scripts;
        branches.add(new ArrayList<>());
    }

    /**
     * @param known whether a field, dot-walked or not, exists
     * @param scripts what a value that begins with {@code javascript:} evaluates to
     */
    public static EncodedQuery parse(String text, Predicate<String> known, UnaryOperator<String> scripts) {
        EncodedQuery query = new EncodedQuery(known, scripts);
        parts(text).forEach(query::take);
        return query;
    }

    /** Whether a part was dropped. */
    public boolean hasInvalidPart() {
        return invalid;
    }

    /** Whether a record, given as a reader of its fields, is among the rows. */
    public boolean matches(UnaryOperator<String> record, Matching matching) {
        return branches.stream().anyMatch(branch -> branch.stream().allMatch(choice -> choice.holds(record, matching)));
    }

    /** The order of the rows, given how to read a field of one; rows that are equal in it keep their places. */
    public <R> Comparator<R> order(BiFunction<R, String, String> field) {
        Comparator<R> all = (_, _) -> 0;
        for (Order order : orders) {
            Comparator<R> one =
                    (a, b) -> Operator.VALUES.compare(field.apply(a, order.field()), field.apply(b, order.field()));
            all = all.thenComparing(order.descending() ? one.reversed() : one);
        }
        return all;
    }

    private void take(String part) {
        if (part.startsWith("ORDERBYDESC")) {
            order(part.substring("ORDERBYDESC".length()), true);
        } else if (part.startsWith("ORDERBY")) {
            order(part.substring("ORDERBY".length()), false);
        } else if (part.startsWith("NQ")) {
            branches.add(new ArrayList<>());
            condition(part.substring(2), false);
        } else if (part.startsWith("OR")) {
            condition(part.substring(2), true);
        } else if (!part.isEmpty() && !part.equals("EQ")) {
            condition(part, false);
        }
    }

    private void order(String field, boolean descending) {
        if (known.test(field)) {
            orders.add(new Order(field, descending));
        } else {
            invalid = true;
        }
    }

    private void condition(String part, boolean or) {
        List<Choice> branch = branches.getLast();
        if (!or || branch.isEmpty()) {
            branch.add(new Choice(new ArrayList<>()));
        }
        Condition.parse(part)
                .filter(condition -> known.test(condition.field()))
                .ifPresentOrElse(
                        condition -> branch.getLast().conditions().add(evaluated(condition)), () -> invalid = true);
    }

    private Condition evaluated(Condition condition) {
        return condition.value().startsWith("javascript:")
                ? new Condition(condition.field(), condition.operator(), scripts.apply(condition.value()))
                : condition;
    }

    /** Splits at {@code ^}; {@code ^^} stands for the character itself (GlideStringUtil.escapeQueryTermSeparator). */
    private static List<String> parts(String text) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) != '^') {
                part.append(text.charAt(i));
            } else if (i + 1 < text.length() && text.charAt(i + 1) == '^') {
                part.append('^');
                i++;
            } else {
                parts.add(part.toString());
                part.setLength(0);
            }
        }
        parts.add(part.toString());
        return parts;
    }
}
