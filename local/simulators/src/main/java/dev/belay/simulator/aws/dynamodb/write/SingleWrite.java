package dev.belay.simulator.aws.dynamodb.write;

import com.grack.nanojson.JsonObject;
import dev.belay.simulator.aws.dynamodb.expression.Projection;
import dev.belay.simulator.aws.dynamodb.request.Arguments;
import dev.belay.simulator.aws.dynamodb.request.Refused;
import dev.belay.simulator.aws.dynamodb.store.Tables;
import dev.belay.simulator.aws.dynamodb.update.Update;
import dev.belay.simulator.aws.dynamodb.value.Value.Document;
import dev.belay.simulator.aws.dynamodb.value.ValueWriter;
import dev.belay.simulator.aws.dynamodb.write.Write.Attempt;
import java.util.List;
import java.util.Optional;

/** {@code PutItem}, {@code UpdateItem} and {@code DeleteItem}: one write, answered with what was asked for of the item. */
public final class SingleWrite {
    private static final List<String> OF_UPDATE = List.of("ALL_NEW", "UPDATED_OLD", "ALL_OLD", "NONE", "UPDATED_NEW");
    private static final String RETURN_VALUES = WriteReader.RETURN_VALUES;

    private SingleWrite() {}

    public static JsonObject put(Tables tables, JsonObject json) {
        Arguments arguments = WriteReader.arguments("PutItem", json, "Item", RETURN_VALUES);
        return perform(tables, WriteReader.put(arguments), old(arguments));
    }

    public static JsonObject delete(Tables tables, JsonObject json) {
        Arguments arguments = WriteReader.arguments("DeleteItem", json, "Key", RETURN_VALUES);
        return perform(tables, WriteReader.delete(arguments), old(arguments));
    }

    public static JsonObject update(Tables tables, JsonObject json) {
        Arguments arguments = WriteReader.updateArguments("UpdateItem", json, RETURN_VALUES);
        String returned = arguments.word(RETURN_VALUES, "NONE", OF_UPDATE);
        return perform(tables, WriteReader.update(arguments), returned);
    }

    private static String old(Arguments arguments) {
        String returned = arguments.word(RETURN_VALUES, "NONE", OF_UPDATE);
        if (!returned.equals("ALL_OLD") && !returned.equals("NONE")) {
            throw Refused.validation("ReturnValues can only be ALL_OLD or NONE");
        }
        return returned;
    }

    private static JsonObject perform(Tables tables, Write write, String returned) {
        return switch (write.attempt(tables.get(write.table()))) {
            case Attempt.ConditionFailed(Optional<Document> stored) ->
                throw Refused.conditionFailed(stored.map(ValueWriter::item));
            case Attempt.Possible(Optional<Document> before, var change) -> {
                if (before.isPresent() || change.item().isPresent()) {
                    tables.write(List.of(change));
                }
                yield answer(returned(write.effect(), returned, before, change.item()));
            }
        };
    }

    private static Optional<Document> returned(
            Effect effect, String returned, Optional<Document> before, Optional<Document> after) {
        return switch (returned) {
            case "ALL_OLD" -> before;
            case "ALL_NEW" -> after;
            case "UPDATED_OLD" -> before.map(item -> updated(effect, item));
            case "UPDATED_NEW" -> after.map(item -> updated(effect, item));
            default -> Optional.empty();
        };
    }

    private static Document updated(Effect effect, Document item) {
        return effect instanceof Effect.Change(Document _, Update update)
                ? new Projection(update.paths()).of(item)
                : Document.EMPTY;
    }

    private static JsonObject answer(Optional<Document> attributes) {
        JsonObject answer = new JsonObject();
        attributes
                .filter(item -> !item.attributes().isEmpty())
                .ifPresent(item -> answer.put("Attributes", ValueWriter.item(item)));
        return answer;
    }
}
