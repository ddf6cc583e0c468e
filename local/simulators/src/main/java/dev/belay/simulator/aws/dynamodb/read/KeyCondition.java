package dev.belay.simulator.aws.dynamodb.read;

import dev.belay.simulator.aws.dynamodb.condition.Comparator;
import dev.belay.simulator.aws.dynamodb.condition.Condition;
import dev.belay.simulator.aws.dynamodb.condition.Operand;
import dev.belay.simulator.aws.dynamodb.expression.Expression;
import dev.belay.simulator.aws.dynamodb.request.Refused;
import dev.belay.simulator.aws.dynamodb.schema.KeySchema;
import dev.belay.simulator.aws.dynamodb.schema.KeySchema.Attribute;
import dev.belay.simulator.aws.dynamodb.value.Size;
import dev.belay.simulator.aws.dynamodb.value.Value;
import dev.belay.simulator.aws.dynamodb.value.Value.Document;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which keys a query asks for: one partition, and in it those for which a condition on the range key holds
 * (docs.aws.amazon.com/amazondynamodb/latest/developerguide/Query.KeyConditionExpressions.html).
 */
record KeyCondition(Value hash, Condition condition) {
    static KeyCondition of(Expression expression, Condition condition, KeySchema schema) {
        Map<String, Condition> parts = new LinkedHashMap<>();
        parts(expression, condition).forEach(part -> {
            if (parts.put(attribute(part), part) != null) {
                throw Refused.validation("KeyConditionExpressions must only contain one condition per key");
            }
        });
        Condition hash = Optional.ofNullable(parts.get(schema.hash().name())).orElseThrow(() -> missed(schema.hash()));
        checkNames(parts, schema);
        schema.attributes().forEach(attribute -> Optional.ofNullable(parts.get(attribute.name()))
                .ifPresent(part -> checkTypes(attribute, part)));
        return new KeyCondition(equal(hash), condition);
    }

    boolean holds(Document item) {
        return condition.holds(item);
    }

    private static Stream<Condition> parts(Expression expression, Condition condition) {
        return switch (condition) {
            case Condition.And(Condition left, Condition right) ->
                Stream.concat(parts(expression, left), parts(expression, right));
            case Condition.Or _ -> throw wrongOperator(expression, "OR");
            case Condition.Not(Condition.Exists _) -> throw wrongOperator(expression, "attribute_not_exists");
            case Condition.Not _ -> throw wrongOperator(expression, "NOT");
            case Condition.In _ -> throw wrongOperator(expression, "IN");
            case Condition.Exists _ -> throw wrongOperator(expression, "attribute_exists");
            case Condition.IsOfType _ -> throw wrongOperator(expression, "attribute_type");
            case Condition.Contains _ -> throw wrongOperator(expression, "contains");
            case Condition.Compare(Operand _, Comparator comparator, Operand _)
            when comparator == Comparator.UNEQUAL -> throw wrongOperator(expression, "<>");
            case Condition.Compare _, Condition.Between _, Condition.BeginsWith _ -> Stream.of(condition);
        };
    }

    private static Refused wrongOperator(Expression expression, String operator) {
        return expression.invalid("Invalid operator used in KeyConditionExpression: " + operator);
    }

    private static String attribute(Condition part) {
        if (operands(part).getFirst() instanceof Operand.At(var path) && path.isTopLevel()) {
            return path.attribute();
        }
        throw notSupported();
    }

    private static List<Operand> operands(Condition part) {
        return switch (part) {
            case Condition.Compare(Operand left, Comparator _, Operand right) -> List.of(left, right);
            case Condition.Between(Operand operand, Operand lower, Operand upper) -> List.of(operand, lower, upper);
            case Condition.BeginsWith(Operand operand, Operand beginning) -> List.of(operand, beginning);
            default -> throw notSupported();
        };
    }

    private static void checkNames(Map<String, Condition> parts, KeySchema schema) {
        parts.keySet().stream()
                .filter(name -> !schema.names().contains(name))
                .findFirst()
                .ifPresent(_ -> {
                    throw schema.range()
                            .filter(range -> !parts.containsKey(range.name()))
                            .map(KeyCondition::missed)
                            .orElseGet(KeyCondition::notSupported);
                });
    }

    private static void checkTypes(Attribute attribute, Condition part) {
        operands(part).stream().skip(1).forEach(operand -> {
            if (!(operand instanceof Operand.Given(String _, Value value))) {
                throw notSupported();
            }
            if (value.type() != attribute.type()) {
                throw Refused.invalid("Condition parameter type does not match schema type");
            }
            if (Size.of(value) == 0) {
                throw Refused.validation("One or more parameter values are not valid. The AttributeValue for a key"
                        + " attribute cannot contain an empty string value. Key: " + attribute.name());
            }
        });
    }

    private static Value equal(Condition hash) {
        if (hash instanceof Condition.Compare(Operand _, Comparator comparator, Operand.Given(String _, Value value))
                && comparator == Comparator.EQUAL) {
            return value;
        }
        throw notSupported();
    }

    private static Refused missed(Attribute attribute) {
        return Refused.validation("Query condition missed key schema element: " + attribute.name());
    }

    private static Refused notSupported() {
        return Refused.validation("Query key condition not supported");
    }
}
