package dev.belay.simulator.aws.dynamodb.expression;

import dev.belay.simulator.aws.dynamodb.value.Value;
import dev.belay.simulator.aws.dynamodb.value.Value.Document;
import dev.belay.simulator.aws.dynamodb.value.Value.Sequence;
import java.util.List;
import java.util.Optional;

/** The way to an attribute, from the item through maps and lists. */
public record Path(List<Step> steps) {
    /** One step of it. */
    public sealed interface Step {
        record Attribute(String name) implements Step {
            @Override
            public String toString() {
                return name;
            }
        }

        record Element(int index) implements Step {
            @Override
            public String toString() {
                return "[" + index + "]";
            }
        }

        /** Where it leads from here. */
        default Optional<Value> from(Value here) {
            return switch (this) {
                case Attribute(String name) ->
                    here instanceof Document document ? document.get(name) : Optional.empty();
                case Element(int index) ->
                    here instanceof Sequence(List<Value> elements) && index < elements.size()
                            ? Optional.of(elements.get(index))
                            : Optional.empty();
            };
        }
    }

    public Path {
        steps = List.copyOf(steps);
    }

    public static Path of(String attribute) {
        return new Path(List.of(new Step.Attribute(attribute)));
    }

    public Optional<Value> in(Document item) {
        Optional<Value> there = Optional.of(item);
        for (Step step : steps) {
            there = there.flatMap(step::from);
        }
        return there;
    }

    /** The item's attribute in which it lies. */
    public String attribute() {
        return steps.getFirst().toString();
    }

    public boolean isTopLevel() {
        return steps.size() == 1;
    }

    /** Refuses paths of which one leads through or to another, or that take one thing for a map and for a list. */
    public static void checkApart(Expression expression, List<Path> paths) {
        for (int later = 1; later < paths.size(); later++) {
            for (Path earlier : paths.subList(0, later)) {
                checkApart(expression, earlier, paths.get(later));
            }
        }
    }

    private static void checkApart(Expression expression, Path one, Path two) {
        int shared = Math.min(one.steps.size(), two.steps.size());
        for (int i = 0; i < shared; i++) {
            Step left = one.steps.get(i);
            Step right = two.steps.get(i);
            if (!left.equals(right)) {
                if (left.getClass() != right.getClass()) {
                    throw together(expression, "conflict", one, two);
                }
                return;
            }
        }
        throw together(expression, "overlap", one, two);
    }

    private static RuntimeException together(Expression expression, String how, Path one, Path two) {
        return expression.invalid("Two document paths " + how
                + " with each other; must remove or rewrite one of these paths; path one: " + one + ", path two: "
                + two);
    }

    /** As refusals show it: {@code [a, [1], b]}. */
    @Override
    public String toString() {
        return steps.toString();
    }
}
