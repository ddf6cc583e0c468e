package dev.belay.simulator.aws.dynamodb.read;

import com.grack.nanojson.JsonObject;
import dev.belay.simulator.aws.dynamodb.condition.Condition;
import dev.belay.simulator.aws.dynamodb.condition.ConditionParser;
import dev.belay.simulator.aws.dynamodb.expression.Expression;
import dev.belay.simulator.aws.dynamodb.expression.Placeholders;
import dev.belay.simulator.aws.dynamodb.request.Arguments;
import dev.belay.simulator.aws.dynamodb.store.Tables;
import java.util.List;
import java.util.Optional;

/** {@code Scan}: all items of a table or index, in no order that means anything. */
public final class Scan {
    private static final String FILTER = "FilterExpression";
    private static final List<String> KNOWN = List.of(
            "TableName",
            "IndexName",
            FILTER,
            "ProjectionExpression",
            Placeholders.NAMES,
            Placeholders.VALUES,
            "ConsistentRead",
            "Limit",
            "ExclusiveStartKey",
            "Select");

    private Scan() {}

    public static JsonObject perform(Tables tables, JsonObject json) {
        Arguments arguments = Arguments.of("Scan", json, KNOWN);
        Placeholders placeholders =
                new Placeholders(arguments, List.of(FILTER, "ProjectionExpression"), List.of(FILTER));
        Optional<Condition> filter =
                arguments.text(FILTER).map(text -> ConditionParser.parse(new Expression(FILTER, text), placeholders));
        Optional<Integer> limit = arguments.positive("Limit");
        Source source = Source.of(tables, arguments);
        Selection selection = Selection.of(arguments, placeholders, source.index());
        placeholders.checkAllUsed();
        return Page.of(source.items().all(source.start(arguments)), limit, item -> filter.map(
                                condition -> condition.holds(item))
                        .orElse(true))
                .answer(selection, source.items());
    }
}
