package dev.belay.simulator.aws.dynamodb.expression;

import dev.belay.simulator.aws.dynamodb.request.Refused;
import java.nio.charset.StandardCharsets;

/**
 * An expression as the request has it.
 *
 * @param name which of the request's expressions it is, e.g. {@code ConditionExpression}
 */
public record Expression(String name, String text) {
    private static final int LONGEST = 4096;

    public Expression {
        int size = text.getBytes(StandardCharsets.UTF_8).length;
        if (text.isBlank()) {
            throw invalid(name, "The expression can not be empty;");
        }
        if (size > LONGEST) {
            throw invalid(name, "Expression size has exceeded the maximum allowed size; expression size: " + size);
        }
    }

    public Refused invalid(String what) {
        return invalid(name, what);
    }

    private static Refused invalid(String name, String what) {
        return Refused.validation("Invalid " + name + ": " + what);
    }
}
