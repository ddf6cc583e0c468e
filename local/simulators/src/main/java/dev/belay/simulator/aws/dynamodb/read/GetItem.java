package dev.belay.simulator.aws.dynamodb.read;

import com.grack.nanojson.JsonObject;
import dev.belay.simulator.aws.dynamodb.expression.Placeholders;
import dev.belay.simulator.aws.dynamodb.expression.Projection;
import dev.belay.simulator.aws.dynamodb.request.Arguments;
import dev.belay.simulator.aws.dynamodb.schema.KeyCheck;
import dev.belay.simulator.aws.dynamodb.store.Table;
import dev.belay.simulator.aws.dynamodb.store.Tables;
import dev.belay.simulator.aws.dynamodb.value.Value.Document;
import dev.belay.simulator.aws.dynamodb.value.ValueReader;
import dev.belay.simulator.aws.dynamodb.value.ValueWriter;
import java.util.List;
import java.util.Optional;

/** {@code GetItem}: one item by its key. Every read sees what was written before, whether it asked for that or not. */
public final class GetItem {
    private static final List<String> KNOWN =
            List.of("TableName", "Key", "ConsistentRead", "ProjectionExpression", Placeholders.NAMES);

    private GetItem() {}

    public static JsonObject perform(Tables tables, JsonObject json) {
        Arguments arguments = Arguments.of("GetItem", json, KNOWN);
        Placeholders placeholders = new Placeholders(arguments, List.of("ProjectionExpression"), List.of());
        Optional<Projection> projection = Selection.projection(arguments, placeholders);
        placeholders.checkAllUsed();
        Document key = ValueReader.item(arguments.needObject("Key"));
        Table table = tables.get(arguments.needText("TableName"));
        JsonObject answer = new JsonObject();
        table.get(KeyCheck.key(table.schema().key(), key))
                .map(item -> projection.map(part -> part.of(item)).orElse(item))
                .ifPresent(item -> answer.put("Item", ValueWriter.item(item)));
        return answer;
    }
}
