package dev.belay.simulator.aws.dynamodb.condition;

import dev.belay.simulator.aws.dynamodb.expression.Path;
import dev.belay.simulator.aws.dynamodb.expression.Token.Kind;
import dev.belay.simulator.aws.dynamodb.expression.Tokens;
import dev.belay.simulator.aws.dynamodb.value.Type;
import dev.belay.simulator.aws.dynamodb.value.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Reads the functions that are conditions by themselves. */
final class FunctionParser {
    /** All functions that DynamoDB has, but for {@code size}, which is an operand. */
    static final Set<String> NAMES = Set.of(
            "attribute_exists",
            "attribute_not_exists",
            "attribute_type",
            "begins_with",
            "contains",
            "if_not_exists",
            "list_append");

    private final Tokens tokens;
    private final OperandParser operands;

    FunctionParser(Tokens tokens, OperandParser operands) {
        this.tokens = tokens;
        this.operands = operands;
    }

    /** Whether a function follows; {@code size} is an operand. */
    boolean isNext() {
        return tokens.peek().kind() == Kind.WORD
                && tokens.peekSecond().isSign("(")
                && !tokens.peek().text().equals("size");
    }

    Condition condition() {
        String function = tokens.take().text();
        if (!NAMES.contains(function)) {
            throw tokens.expression().invalid("Invalid function name; function: " + function);
        }
        List<Operand> arguments = arguments();
        return switch (function) {
            case "attribute_exists" -> new Condition.Exists(path(function, count(1, function, arguments)));
            case "attribute_not_exists" ->
                new Condition.Not(new Condition.Exists(path(function, count(1, function, arguments))));
            case "attribute_type" ->
                new Condition.IsOfType(path(function, count(2, function, arguments)), type(arguments.get(1)));
            case "begins_with" -> beginsWith(count(2, function, arguments));
            case "contains" -> contains(count(2, function, arguments));
            default ->
                throw tokens.expression()
                        .invalid("The function is not allowed in a condition expression; function: " + function);
        };
    }

    private List<Operand> arguments() {
        List<Operand> arguments = new ArrayList<>();
        tokens.needSign("(");
        do {
            arguments.add(operands.operand());
        } while (tokens.takeSign(","));
        tokens.needSign(")");
        return arguments;
    }

    private List<Operand> count(int wanted, String function, List<Operand> arguments) {
        if (arguments.size() != wanted) {
            throw tokens.expression()
                    .invalid("Incorrect number of operands for operator or function; operator or function: " + function
                            + ", number of operands: " + arguments.size());
        }
        return arguments;
    }

    private Path path(String function, List<Operand> arguments) {
        if (arguments.getFirst() instanceof Operand.At(Path path)) {
            return path;
        }
        throw tokens.expression()
                .invalid("Operator or function requires a document path; operator or function: " + function);
    }

    private Type type(Operand operand) {
        boolean text = operand instanceof Operand.Given(String _, Value.Text _);
        operands.checkType("operator or function", "attribute_type", operand, text);
        String name = operand instanceof Operand.Given(String _, Value.Text(String word)) ? word : "";
        return Type.named(name).orElseThrow(() -> tokens.expression()
                .invalid("Invalid attribute type name found; type: " + name + ", valid types: "
                        + Arrays.toString(Type.values())));
    }

    private Condition beginsWith(List<Operand> arguments) {
        arguments.forEach(operand -> operands.checkType(
                "operator or function",
                "begins_with",
                operand,
                operand.knownType()
                        .map(type -> type == Type.S || type == Type.B)
                        .orElse(true)));
        operands.checkDistinct("begins_with", arguments.getFirst(), List.of(arguments.getLast()));
        return new Condition.BeginsWith(arguments.getFirst(), arguments.getLast());
    }

    private Condition contains(List<Operand> arguments) {
        operands.checkDistinct("contains", arguments.getFirst(), List.of(arguments.getLast()));
        return new Condition.Contains(arguments.getFirst(), arguments.getLast());
    }
}
