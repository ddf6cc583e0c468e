package dev.belay.simulator.aws.dynamodb.condition;

import dev.belay.simulator.aws.dynamodb.expression.Expression;
import dev.belay.simulator.aws.dynamodb.expression.Placeholders;
import dev.belay.simulator.aws.dynamodb.expression.Token;
import dev.belay.simulator.aws.dynamodb.expression.Token.Kind;
import dev.belay.simulator.aws.dynamodb.expression.Tokens;
import java.util.ArrayList;
import java.util.List;

/** Reads conditions: {@code OR} binds least, then {@code AND}, then {@code NOT}. */
public final class ConditionParser {
    private static final int MOST_OPERATORS = 300;
    private static final int MOST_CANDIDATES = 100;

    private final Tokens tokens;
    private final OperandParser operands;
    private final FunctionParser functions;
    private int operators;
    private int lastOpened = -1;
    private int lastClosed = -1;

    private ConditionParser(Tokens tokens, Placeholders placeholders) {
        this.tokens = tokens;
        this.operands = new OperandParser(tokens, placeholders);
        this.functions = new FunctionParser(tokens, operands);
    }

    public static Condition parse(Expression expression, Placeholders placeholders) {
        Tokens tokens = new Tokens(expression);
        Condition condition = new ConditionParser(tokens, placeholders).anyOf();
        tokens.need(Kind.END);
        return condition;
    }

    private Condition anyOf() {
        Condition condition = allOf();
        while (tokens.takeKeyword("OR")) {
            count();
            condition = new Condition.Or(condition, allOf());
        }
        return condition;
    }

    private Condition allOf() {
        Condition condition = negated();
        while (tokens.takeKeyword("AND")) {
            count();
            condition = new Condition.And(condition, negated());
        }
        return condition;
    }

    private Condition negated() {
        if (tokens.takeKeyword("NOT")) {
            count();
            return new Condition.Not(negated());
        }
        return tokens.peek().isSign("(") ? inParentheses() : simple();
    }

    /** {@code ((a))} is refused, {@code ((a) AND (b))} is not. */
    private Condition inParentheses() {
        tokens.needSign("(");
        int inner = tokens.position();
        Condition condition = anyOf();
        if (lastOpened == inner && lastClosed == tokens.position()) {
            throw tokens.expression().invalid("The expression has redundant parentheses;");
        }
        tokens.needSign(")");
        lastOpened = inner - 1;
        lastClosed = tokens.position();
        return condition;
    }

    private Condition simple() {
        count();
        if (functions.isNext()) {
            return functions.condition();
        }
        Operand left = operands.operand();
        if (tokens.takeKeyword("BETWEEN")) {
            return between(left);
        }
        if (tokens.takeKeyword("IN")) {
            return in(left);
        }
        Token sign = tokens.peek();
        Comparator comparator =
                Comparator.of(sign.text()).filter(_ -> sign.kind() == Kind.SIGN).orElseThrow(tokens::unexpected);
        tokens.take();
        return compare(left, comparator, operands.operand());
    }

    private Condition compare(Operand left, Comparator comparator, Operand right) {
        operands.checkDistinct(comparator.sign(), left, List.of(right));
        if (comparator.isOrder()) {
            operands.checkOrdered("operator", comparator.sign(), List.of(left, right));
        }
        return new Condition.Compare(left, comparator, right);
    }

    private Condition between(Operand operand) {
        Operand lower = operands.operand();
        tokens.needKeyword("AND");
        Operand upper = operands.operand();
        operands.checkDistinct("BETWEEN", operand, List.of(lower, upper));
        operands.checkOrdered("operator", "BETWEEN", List.of(operand, lower, upper));
        operands.checkBounds(lower, upper);
        return new Condition.Between(operand, lower, upper);
    }

    private Condition in(Operand operand) {
        List<Operand> candidates = new ArrayList<>();
        tokens.needSign("(");
        do {
            candidates.add(operands.operand());
        } while (tokens.takeSign(","));
        tokens.needSign(")");
        operands.checkDistinct("IN", operand, candidates);
        if (candidates.size() > MOST_CANDIDATES) {
            throw tokens.expression()
                    .invalid("The IN operator is provided with too many operands; number of operands: "
                            + (candidates.size() + 1));
        }
        return new Condition.In(operand, candidates);
    }

    private void count() {
        operators++;
        if (operators > MOST_OPERATORS) {
            throw tokens.expression()
                    .invalid("The expression contains too many operators; operator count: " + operators);
        }
    }
}
