package dev.belay.simulator.aws.dynamodb.update;

import dev.belay.simulator.aws.dynamodb.expression.Path;
import dev.belay.simulator.aws.dynamodb.expression.PathParser;
import dev.belay.simulator.aws.dynamodb.expression.Placeholders;
import dev.belay.simulator.aws.dynamodb.expression.Token;
import dev.belay.simulator.aws.dynamodb.expression.Token.Kind;
import dev.belay.simulator.aws.dynamodb.expression.Tokens;
import dev.belay.simulator.aws.dynamodb.value.Type;
import dev.belay.simulator.aws.dynamodb.value.Value;
import java.util.ArrayList;
import java.util.List;

/** Reads what {@code SET} assigns: an operand, or the sum or difference of two. */
final class SetValueParser {
    private final Tokens tokens;
    private final PathParser paths;
    private final Placeholders placeholders;

    SetValueParser(Tokens tokens, PathParser paths, Placeholders placeholders) {
        this.tokens = tokens;
        this.paths = paths;
        this.placeholders = placeholders;
    }

    SetValue value() {
        SetValue left = operand();
        if (tokens.takeSign("+")) {
            return new SetValue.Plus(checked("+", Type.N, left), checked("+", Type.N, operand()));
        }
        if (tokens.takeSign("-")) {
            return new SetValue.Minus(checked("-", Type.N, left), checked("-", Type.N, operand()));
        }
        return left;
    }

    private SetValue operand() {
        Token token = tokens.peek();
        if (token.kind() == Kind.VALUE) {
            tokens.take();
            return new SetValue.Given(placeholders.value(tokens.expression(), token.text()));
        }
        if (token.kind() == Kind.WORD && tokens.peekSecond().isSign("(")) {
            return function(tokens.take().text());
        }
        return new SetValue.At(paths.path());
    }

    private SetValue function(String name) {
        return switch (name) {
            case "if_not_exists" -> ifNotExists(arguments(name));
            case "list_append" -> listAppend(arguments(name));
            case "attribute_exists", "attribute_not_exists", "attribute_type", "begins_with", "contains", "size" ->
                throw tokens.expression()
                        .invalid("The function is not allowed in an update expression; function: " + name);
            default -> throw tokens.expression().invalid("Invalid function name; function: " + name);
        };
    }

    private List<SetValue> arguments(String function) {
        List<SetValue> arguments = new ArrayList<>();
        tokens.needSign("(");
        do {
            arguments.add(operand());
        } while (tokens.takeSign(","));
        tokens.needSign(")");
        if (arguments.size() != 2) {
            throw tokens.expression()
                    .invalid("Incorrect number of operands for operator or function; operator or function: " + function
                            + ", number of operands: " + arguments.size());
        }
        return arguments;
    }

    private SetValue ifNotExists(List<SetValue> arguments) {
        if (arguments.getFirst() instanceof SetValue.At(Path path)) {
            return new SetValue.IfNotExists(path, arguments.getLast());
        }
        throw tokens.expression()
                .invalid("Operator or function requires a document path; operator or function: if_not_exists");
    }

    private SetValue listAppend(List<SetValue> arguments) {
        arguments.forEach(argument -> checked("list_append", Type.L, argument));
        return new SetValue.ListAppend(arguments.getFirst(), arguments.getLast());
    }

    private SetValue checked(String operator, Type wanted, SetValue operand) {
        if (operand instanceof SetValue.Given(Value value) && value.type() != wanted) {
            throw tokens.expression()
                    .invalid("Incorrect operand type for operator or function; operator or function: " + operator
                            + ", operand type: " + value.type());
        }
        return operand;
    }
}
