package dev.belay.simulator.aws.dynamodb.update;

import dev.belay.simulator.aws.dynamodb.expression.Path;
import dev.belay.simulator.aws.dynamodb.request.Refused;
import dev.belay.simulator.aws.dynamodb.value.Value;
import dev.belay.simulator.aws.dynamodb.value.Value.Document;
import dev.belay.simulator.aws.dynamodb.value.Value.Numeric;
import dev.belay.simulator.aws.dynamodb.value.Value.Sequence;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** What {@code SET} gives to an attribute. */
sealed interface SetValue {
    record Given(Value value) implements SetValue {}

    record At(Path path) implements SetValue {}

    record IfNotExists(Path path, SetValue otherwise) implements SetValue {}

    record ListAppend(SetValue first, SetValue second) implements SetValue {}

    record Plus(SetValue left, SetValue right) implements SetValue {}

    record Minus(SetValue left, SetValue right) implements SetValue {}

    /** Its value, from the item as it was. */
    default Value in(Document item) {
        return switch (this) {
            case Given(Value value) -> value;
            case At(Path path) ->
                path.in(item)
                        .orElseThrow(() -> Refused.validation(
                                "The provided expression refers to an attribute that does not exist in the item"));
            case IfNotExists(Path path, SetValue otherwise) -> path.in(item).orElseGet(() -> otherwise.in(item));
            case ListAppend(SetValue first, SetValue second) -> {
                List<Value> all = new ArrayList<>(elements(first.in(item)));
                all.addAll(elements(second.in(item)));
                yield new Sequence(all);
            }
            case Plus(SetValue left, SetValue right) ->
                new Numeric(number(left.in(item)).add(number(right.in(item))));
            case Minus(SetValue left, SetValue right) ->
                new Numeric(number(left.in(item)).subtract(number(right.in(item))));
        };
    }

    private static List<Value> elements(Value value) {
        if (value instanceof Sequence(List<Value> elements)) {
            return elements;
        }
        throw wrongType();
    }

    private static BigDecimal number(Value value) {
        if (value instanceof Numeric(BigDecimal number)) {
            return number;
        }
        throw wrongType();
    }

    /** An attribute has another type than what is done with it. */
    static Refused wrongType() {
        return Refused.validation("An operand in the update expression has an incorrect data type");
    }
}
