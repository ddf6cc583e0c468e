package dev.belay.simulator.aws.dynamodb.condition;

import dev.belay.simulator.aws.dynamodb.expression.PathParser;
import dev.belay.simulator.aws.dynamodb.expression.Placeholders;
import dev.belay.simulator.aws.dynamodb.expression.Token;
import dev.belay.simulator.aws.dynamodb.expression.Token.Kind;
import dev.belay.simulator.aws.dynamodb.expression.Tokens;
import dev.belay.simulator.aws.dynamodb.value.Type;
import dev.belay.simulator.aws.dynamodb.value.Value;
import dev.belay.simulator.aws.dynamodb.value.ValueWriter;
import java.util.List;
import java.util.Set;

/** Reads what conditions compare, and refuses what could never be compared. */
final class OperandParser {
    private static final Set<Type> WITHOUT_SIZE = Set.of(Type.N, Type.BOOL, Type.NULL);

    private final Tokens tokens;
    private final Placeholders placeholders;
    private final PathParser paths;

    OperandParser(Tokens tokens, Placeholders placeholders) {
        this.tokens = tokens;
        this.placeholders = placeholders;
        this.paths = new PathParser(tokens, placeholders);
    }

    Operand operand() {
        Token token = tokens.peek();
        if (token.kind() == Kind.VALUE) {
            tokens.take();
            return new Operand.Given(token.text(), placeholders.value(tokens.expression(), token.text()));
        }
        if (token.kind() == Kind.WORD && tokens.peekSecond().isSign("(")) {
            return size(token.text());
        }
        return new Operand.At(paths.path());
    }

    private Operand size(String function) {
        if (!function.equals("size")) {
            throw FunctionParser.NAMES.contains(function)
                    ? tokens.expression()
                            .invalid("The function is not allowed to be used this way in an expression; function: "
                                    + function)
                    : tokens.expression().invalid("Invalid function name; function: " + function);
        }
        tokens.take();
        tokens.needSign("(");
        Operand of = operand();
        tokens.needSign(")");
        checkType(
                "operator or function",
                "size",
                of,
                of.knownType().filter(WITHOUT_SIZE::contains).isEmpty());
        return new Operand.SizeOf(of);
    }

    void checkDistinct(String operator, Operand first, List<Operand> others) {
        if (others.contains(first)) {
            throw tokens.expression()
                    .invalid("The first operand must be distinct from the remaining operands for this operator or"
                            + " function; operator: " + operator + ", first operand: " + first);
        }
    }

    void checkOrdered(String kind, String operator, List<Operand> operands) {
        operands.forEach(operand -> checkType(
                kind,
                operator,
                operand,
                operand.knownType().map(Type::isOrdered).orElse(true)));
    }

    void checkType(String kind, String operator, Operand operand, boolean right) {
        if (!right) {
            throw tokens.expression()
                    .invalid("Incorrect operand type for operator or function; " + kind + ": " + operator
                            + ", operand type: "
                            + operand.knownType().map(Type::name).orElse("?"));
        }
    }

    void checkBounds(Operand lower, Operand upper) {
        if (!(lower instanceof Operand.Given(String _, Value low)
                && upper instanceof Operand.Given(String _, Value high))) {
            return;
        }
        String bounds = "; lower bound operand: " + ValueWriter.shown(low) + ", upper bound operand: "
                + ValueWriter.shown(high);
        if (low.type() != high.type()) {
            throw tokens.expression()
                    .invalid("The BETWEEN operator requires same data type for lower and upper bounds" + bounds);
        }
        if (Value.compare(low, high).orElse(0) > 0) {
            throw tokens.expression()
                    .invalid("The BETWEEN operator requires upper bound to be greater than or equal to lower bound"
                            + bounds);
        }
    }
}
