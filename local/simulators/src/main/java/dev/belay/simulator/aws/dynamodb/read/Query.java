package dev.belay.simulator.aws.dynamodb.read;

import com.grack.nanojson.JsonObject;
import dev.belay.simulator.aws.dynamodb.condition.Condition;
import dev.belay.simulator.aws.dynamodb.condition.ConditionParser;
import dev.belay.simulator.aws.dynamodb.expression.Expression;
import dev.belay.simulator.aws.dynamodb.expression.Path;
import dev.belay.simulator.aws.dynamodb.expression.Placeholders;
import dev.belay.simulator.aws.dynamodb.request.Arguments;
import dev.belay.simulator.aws.dynamodb.request.Refused;
import dev.belay.simulator.aws.dynamodb.schema.KeySchema;
import dev.belay.simulator.aws.dynamodb.store.Tables;
import dev.belay.simulator.aws.dynamodb.value.Value.Document;
import java.util.List;
import java.util.Optional;

/** {@code Query}: the items of one partition of a table or index, in order. */
public final class Query {
    private static final String KEY = "KeyConditionExpression";
    private static final String FILTER = "FilterExpression";
    private static final List<String> KNOWN = List.of(
            "TableName",
            "IndexName",
            KEY,
            FILTER,
            "ProjectionExpression",
            Placeholders.NAMES,
            Placeholders.VALUES,
            "ConsistentRead",
            "Limit",
            "ExclusiveStartKey",
            "ScanIndexForward",
            "Select");

    private Query() {}

    public static JsonObject perform(Tables tables, JsonObject json) {
        Arguments arguments = Arguments.of("Query", json, KNOWN);
        Placeholders placeholders =
                new Placeholders(arguments, List.of(FILTER, KEY, "ProjectionExpression"), List.of(FILTER, KEY));
        Expression keyExpression = arguments
                .text(KEY)
                .map(text -> new Expression(KEY, text))
                .orElseThrow(
                        () -> Refused.validation(
                                "Either the KeyConditions or KeyConditionExpression parameter must be specified in the request."));
        Optional<Condition> filter =
                arguments.text(FILTER).map(text -> ConditionParser.parse(new Expression(FILTER, text), placeholders));
        Condition keys = ConditionParser.parse(keyExpression, placeholders);
        Optional<Integer> limit = arguments.positive("Limit");
        Source source = Source.of(tables, arguments);
        Selection selection = Selection.of(arguments, placeholders, source.index());
        placeholders.checkAllUsed();
        KeyCondition key = KeyCondition.of(keyExpression, keys, source.key());
        filter.ifPresent(condition -> checkFilter(condition, source.key()));
        Optional<Document> start = source.start(arguments);
        start.ifPresent(position -> checkStart(position, key));
        return Page.of(
                        source.items().partition(key.hash(), arguments.flag("ScanIndexForward", true), start).stream()
                                .filter(key::holds)
                                .toList(),
                        limit,
                        item -> filter.map(condition -> condition.holds(item)).orElse(true))
                .answer(selection, source.items());
    }

    private static void checkFilter(Condition filter, KeySchema key) {
        filter.paths()
                .map(Path::attribute)
                .filter(key.names()::contains)
                .findFirst()
                .ifPresent(name -> {
                    throw Refused.validation(
                            "Filter Expression can only contain non-primary key attributes: Primary key"
                                    + " attribute: " + name);
                });
    }

    private static void checkStart(Document start, KeyCondition key) {
        if (!key.holds(start)) {
            throw Refused.validation(
                    "The provided starting key is outside query boundaries based on provided conditions");
        }
    }
}
