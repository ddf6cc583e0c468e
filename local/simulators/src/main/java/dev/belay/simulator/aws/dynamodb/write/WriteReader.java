package dev.belay.simulator.aws.dynamodb.write;

import com.grack.nanojson.JsonObject;
import dev.belay.simulator.aws.dynamodb.condition.Condition;
import dev.belay.simulator.aws.dynamodb.condition.ConditionParser;
import dev.belay.simulator.aws.dynamodb.expression.Expression;
import dev.belay.simulator.aws.dynamodb.expression.Placeholders;
import dev.belay.simulator.aws.dynamodb.request.Arguments;
import dev.belay.simulator.aws.dynamodb.update.Update;
import dev.belay.simulator.aws.dynamodb.value.Value.Document;
import dev.belay.simulator.aws.dynamodb.value.ValueReader;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads writes, as operations of their own and as entries of a transaction have them. */
final class WriteReader {
    static final String RETURN_VALUES = "ReturnValues";

    private static final String CONDITION = "ConditionExpression";
    private static final String UPDATE = "UpdateExpression";
    private static final String ON_FAILURE = "ReturnValuesOnConditionCheckFailure";
    private static final List<String> SHARED =
            List.of("TableName", CONDITION, Placeholders.NAMES, Placeholders.VALUES, ON_FAILURE);

    private WriteReader() {}

    static Write put(Arguments arguments) {
        return read(arguments, List.of(CONDITION), _ -> new Effect.Put(item(arguments, "Item")));
    }

    static Write update(Arguments arguments) {
        return read(
                arguments,
                List.of(UPDATE, CONDITION),
                placeholders -> new Effect.Change(
                        item(arguments, "Key"),
                        arguments
                                .text(UPDATE)
                                .map(text -> Update.parse(new Expression(UPDATE, text), placeholders))
                                .orElse(Update.NONE)));
    }

    static Write delete(Arguments arguments) {
        return read(arguments, List.of(CONDITION), _ -> new Effect.Delete(item(arguments, "Key")));
    }

    static Write check(Arguments arguments) {
        arguments.needText(CONDITION);
        return read(arguments, List.of(CONDITION), _ -> new Effect.Check(item(arguments, "Key")));
    }

    /** An update in a transaction has to say what it does. */
    static Write entryUpdate(Arguments arguments) {
        arguments.needText(UPDATE);
        return update(arguments);
    }

    static Arguments arguments(String what, JsonObject json, String... more) {
        return Arguments.of(
                what, json, Stream.concat(SHARED.stream(), Stream.of(more)).toList());
    }

    static Arguments updateArguments(String what, JsonObject json, String... more) {
        return arguments(
                what,
                json,
                Stream.concat(Stream.of("Key", UPDATE), Stream.of(more)).toArray(String[]::new));
    }

    private interface EffectReader {
        Effect read(Placeholders placeholders);
    }

    private static Write read(Arguments arguments, List<String> expressions, EffectReader reader) {
        boolean showsStored =
                arguments.word(ON_FAILURE, "NONE", List.of("ALL_OLD", "NONE")).equals("ALL_OLD");
        Placeholders placeholders = new Placeholders(arguments, expressions, expressions);
        Effect effect = reader.read(placeholders);
        Optional<Condition> condition = arguments
                .text(CONDITION)
                .map(text -> ConditionParser.parse(new Expression(CONDITION, text), placeholders));
        placeholders.checkAllUsed();
        return new Write(arguments.needText("TableName"), effect, condition, showsStored);
    }

    private static Document item(Arguments arguments, String name) {
        return ValueReader.item(arguments.needObject(name));
    }
}
