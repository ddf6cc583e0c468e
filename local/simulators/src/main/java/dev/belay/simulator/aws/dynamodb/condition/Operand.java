package dev.belay.simulator.aws.dynamodb.condition;

import dev.belay.simulator.aws.dynamodb.expression.Path;
import dev.belay.simulator.aws.dynamodb.value.Type;
import dev.belay.simulator.aws.dynamodb.value.Value;
import dev.belay.simulator.aws.dynamodb.value.Value.Document;
import java.math.BigDecimal;
import java.util.Optional;

/** What a condition compares. */
public sealed interface Operand {
    /** An attribute of the item. */
    record At(Path path) implements Operand {
        @Override
        public String toString() {
            return path.toString();
        }
    }

    /** A value that the request gives. */
    record Given(String placeholder, Value value) implements Operand {
        @Override
        public String toString() {
            return placeholder;
        }
    }

    /** The size of an attribute, or of a value. */
    record SizeOf(Operand operand) implements Operand {
        @Override
        public String toString() {
            return "size(" + operand + ")";
        }
    }

    /** Its value in this item, if it has one. */
    default Optional<Value> in(Document item) {
        return switch (this) {
            case At(Path path) -> path.in(item);
            case Given(String _, Value value) -> Optional.of(value);
            case SizeOf(Operand operand) -> operand.in(item).flatMap(Operand::size);
        };
    }

    /** Its type, where that is known whatever the item is. */
    default Optional<Type> knownType() {
        return switch (this) {
            case At _ -> Optional.empty();
            case Given(String _, Value value) -> Optional.of(value.type());
            case SizeOf _ -> Optional.of(Type.N);
        };
    }

    private static Optional<Value> size(Value value) {
        return switch (value) {
            case Value.Text(String text) -> number(text.length());
            case Value.Binary(String bytes) -> number(bytes.length());
            case Value.Sequence(var elements) -> number(elements.size());
            case Value.Document(var attributes) -> number(attributes.size());
            case Value.Members(Type _, var members) -> number(members.size());
            case Value.Numeric _, Value.Flag _, Value.Nothing _ -> Optional.empty();
        };
    }

    private static Optional<Value> number(int size) {
        return Optional.of(new Value.Numeric(BigDecimal.valueOf(size)));
    }
}
