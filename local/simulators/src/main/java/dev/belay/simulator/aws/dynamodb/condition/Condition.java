package dev.belay.simulator.aws.dynamodb.condition;

import dev.belay.simulator.aws.dynamodb.expression.Path;
import dev.belay.simulator.aws.dynamodb.value.Type;
import dev.belay.simulator.aws.dynamodb.value.Value;
import dev.belay.simulator.aws.dynamodb.value.Value.Document;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What has to be true of an item
 * (docs.aws.amazon.com/amazondynamodb/latest/developerguide/Expressions.OperatorsAndFunctions.html).
 */
public sealed interface Condition {
    record And(Condition left, Condition right) implements Condition {}

    record Or(Condition left, Condition right) implements Condition {}

    record Not(Condition condition) implements Condition {}

    record Compare(Operand left, Comparator comparator, Operand right) implements Condition {}

    record Between(Operand operand, Operand lower, Operand upper) implements Condition {}

    record In(Operand operand, List<Operand> candidates) implements Condition {}

    record Exists(Path path) implements Condition {}

    record IsOfType(Path path, Type type) implements Condition {}

    record BeginsWith(Operand operand, Operand beginning) implements Condition {}

    record Contains(Operand operand, Operand part) implements Condition {}

    /** Whether it is true of this item; a missing item is one without attributes. */
    default boolean holds(Document item) {
        return switch (this) {
            case And(Condition left, Condition right) -> left.holds(item) && right.holds(item);
            case Or(Condition left, Condition right) -> left.holds(item) || right.holds(item);
            case Not(Condition condition) -> !condition.holds(item);
            case Compare(Operand left, Comparator comparator, Operand right) ->
                comparator.holds(left.in(item), right.in(item));
            case Between(Operand operand, Operand lower, Operand upper) ->
                Comparator.AT_LEAST.holds(operand.in(item), lower.in(item))
                        && Comparator.AT_MOST.holds(operand.in(item), upper.in(item));
            case In(Operand operand, List<Operand> candidates) ->
                candidates.stream().anyMatch(candidate -> Comparator.EQUAL.holds(operand.in(item), candidate.in(item)));
            case Exists(Path path) -> path.in(item).isPresent();
            case IsOfType(Path path, Type type) ->
                path.in(item).filter(value -> value.type() == type).isPresent();
            case BeginsWith(Operand operand, Operand beginning) ->
                both(operand, beginning, item).anyMatch(pair -> begins(pair.one(), pair.other()));
            case Contains(Operand operand, Operand part) ->
                both(operand, part, item).anyMatch(pair -> contains(pair.one(), pair.other()));
        };
    }

    /** All attributes that it asks for. */
    default Stream<Path> paths() {
        return switch (this) {
            case And(Condition left, Condition right) -> Stream.concat(left.paths(), right.paths());
            case Or(Condition left, Condition right) -> Stream.concat(left.paths(), right.paths());
            case Not(Condition condition) -> condition.paths();
            case Compare(Operand left, Comparator _, Operand right) -> paths(Stream.of(left, right));
            case Between(Operand operand, Operand lower, Operand upper) -> paths(Stream.of(operand, lower, upper));
            case In(Operand operand, List<Operand> candidates) ->
                paths(Stream.concat(Stream.of(operand), candidates.stream()));
            case Exists(Path path) -> Stream.of(path);
            case IsOfType(Path path, Type _) -> Stream.of(path);
            case BeginsWith(Operand operand, Operand beginning) -> paths(Stream.of(operand, beginning));
            case Contains(Operand operand, Operand part) -> paths(Stream.of(operand, part));
        };
    }

    private static Stream<Path> paths(Stream<Operand> operands) {
        return operands.flatMap(operand -> switch (operand) {
            case Operand.At(Path path) -> Stream.of(path);
            case Operand.SizeOf(Operand of) -> paths(Stream.of(of));
            case Operand.Given _ -> Stream.empty();
        });
    }

    /** Two values that are both there. */
    record Pair(Value one, Value other) {}

    private static Stream<Pair> both(Operand left, Operand right, Document item) {
        Optional<Value> other = right.in(item);
        return left.in(item).stream().flatMap(one -> other.stream().map(there -> new Pair(one, there)));
    }

    private static boolean begins(Value whole, Value beginning) {
        if (whole instanceof Value.Text(String text) && beginning instanceof Value.Text(String start)) {
            return text.startsWith(start);
        }
        return whole instanceof Value.Binary(String bytes)
                && beginning instanceof Value.Binary(String start)
                && bytes.startsWith(start);
    }

    private static boolean contains(Value whole, Value part) {
        return switch (whole) {
            case Value.Text(String text) -> part instanceof Value.Text(String piece) && text.contains(piece);
            case Value.Binary(String bytes) -> part instanceof Value.Binary(String piece) && bytes.contains(piece);
            case Value.Members(Type _, var members) -> members.contains(part);
            case Value.Sequence(var elements) -> elements.contains(part);
            case Value.Numeric _, Value.Flag _, Value.Nothing _, Value.Document _ -> false;
        };
    }
}
