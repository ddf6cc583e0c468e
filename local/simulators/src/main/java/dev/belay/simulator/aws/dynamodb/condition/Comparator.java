package dev.belay.simulator.aws.dynamodb.condition;

import dev.belay.simulator.aws.dynamodb.value.Value;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;

/** How two operands are compared. What is not there is unequal to everything, and neither less nor greater. */
public enum Comparator {
    EQUAL("="),
    UNEQUAL("<>"),
    LESS("<"),
    AT_MOST("<="),
    GREATER(">"),
    AT_LEAST(">=");

    private final String sign;

    Comparator(String sign) {
        this.sign = sign;
    }

    static Optional<Comparator> of(String sign) {
        return Arrays.stream(values())
                .filter(comparator -> comparator.sign.equals(sign))
                .findFirst();
    }

    String sign() {
        return sign;
    }

    /** Whether it asks for an order, and not for equality alone. */
    boolean isOrder() {
        return this != EQUAL && this != UNEQUAL;
    }

    boolean holds(Optional<Value> left, Optional<Value> right) {
        if (!isOrder()) {
            return (left.isPresent() && left.equals(right)) == (this == EQUAL);
        }
        return left.isPresent() && right.isPresent() && holds(left.get(), right.get());
    }

    private boolean holds(Value left, Value right) {
        OptionalInt order = Value.compare(left, right);
        return order.isPresent() && holds(order.getAsInt());
    }

    private boolean holds(int order) {
        return switch (this) {
            case EQUAL -> order == 0;
            case UNEQUAL -> order != 0;
            case LESS -> order < 0;
            case AT_MOST -> order <= 0;
            case GREATER -> order > 0;
            case AT_LEAST -> order >= 0;
        };
    }
}
