package dev.belay.simulator.aws.dynamodb.value;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import dev.belay.simulator.aws.dynamodb.value.Value.Binary;
import dev.belay.simulator.aws.dynamodb.value.Value.Document;
import dev.belay.simulator.aws.dynamodb.value.Value.Flag;
import dev.belay.simulator.aws.dynamodb.value.Value.Members;
import dev.belay.simulator.aws.dynamodb.value.Value.Nothing;
import dev.belay.simulator.aws.dynamodb.value.Value.Numeric;
import dev.belay.simulator.aws.dynamodb.value.Value.Sequence;
import dev.belay.simulator.aws.dynamodb.value.Value.Text;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Attribute values as answers write them. */
public final class ValueWriter {
    private ValueWriter() {}

    public static JsonObject item(Document item) {
        JsonObject json = new JsonObject();
        item.attributes().forEach((name, value) -> json.put(name, value(value)));
        return json;
    }

    public static JsonObject value(Value value) {
        JsonObject json = new JsonObject();
        json.put(value.type().name(), content(value));
        return json;
    }

    /** As some refusals show it: {@code {S:text}}. */
    public static String shown(Value value) {
        return "AttributeValue: {" + value.type() + ":" + content(value) + "}";
    }

    private static Object content(Value value) {
        return switch (value) {
            case Text(String text) -> text;
            case Numeric(BigDecimal number) -> Numbers.written(number);
            case Binary(String bytes) ->
                Base64.getEncoder().encodeToString(bytes.getBytes(StandardCharsets.ISO_8859_1));
            case Flag(boolean flag) -> flag;
            case Nothing _ -> true;
            case Sequence(var elements) ->
                new JsonArray(elements.stream().map(ValueWriter::value).toList());
            case Document document -> item(document);
            case Members(Type _, var members) ->
                new JsonArray(members.stream().map(ValueWriter::content).toList());
        };
    }
}
