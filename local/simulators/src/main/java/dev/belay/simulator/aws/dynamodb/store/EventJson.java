package dev.belay.simulator.aws.dynamodb.store;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import dev.belay.simulator.aws.dynamodb.schema.SchemaReader;
import dev.belay.simulator.aws.dynamodb.schema.SchemaWriter;
import dev.belay.simulator.aws.dynamodb.value.ValueReader;
import dev.belay.simulator.aws.dynamodb.value.ValueWriter;
import java.time.Instant;
import java.util.Optional;

/** Events as the journal has them, in the words of DynamoDB's own requests. */
final class EventJson {
    private static final String CREATED = "created";
    private static final String AT = "at";
    private static final String DROPPED = "dropped";
    private static final String EXPIRING = "expiring";
    private static final String BY = "by";
    private static final String WRITTEN = "written";
    private static final String TABLE = "TableName";
    private static final String ITEM = "Item";
    private static final String KEY = "Key";

    private EventJson() {}

    static JsonObject write(Event event) {
        JsonObject json = new JsonObject();
        switch (event) {
            case Event.Created(var schema, Instant at) -> {
                json.put(CREATED, SchemaWriter.write(schema));
                json.put(AT, at.toString());
            }
            case Event.Dropped(String table) -> json.put(DROPPED, table);
            case Event.Expiring(String table, Optional<String> attribute) -> {
                json.put(EXPIRING, table);
                attribute.ifPresent(name -> json.put(BY, name));
            }
            case Event.Written(var changes) ->
                json.put(
                        WRITTEN,
                        new JsonArray(changes.stream().map(EventJson::write).toList()));
        }
        return json;
    }

    static Event read(JsonObject json) {
        if (json.has(WRITTEN)) {
            return new Event.Written(json.getArray(WRITTEN).stream()
                    .map(change -> change((JsonObject) change))
                    .toList());
        }
        if (json.has(CREATED)) {
            return new Event.Created(SchemaReader.read(json.getObject(CREATED)), Instant.parse(json.getString(AT, "")));
        }
        if (json.has(EXPIRING)) {
            return new Event.Expiring(json.getString(EXPIRING, ""), Optional.ofNullable(json.getString(BY)));
        }
        if (json.has(DROPPED)) {
            return new Event.Dropped(json.getString(DROPPED, ""));
        }
        throw new IllegalArgumentException("an unknown kind of line");
    }

    private static JsonObject write(Change change) {
        JsonObject json = new JsonObject();
        json.put(TABLE, change.table());
        json.put(KEY, ValueWriter.item(change.key()));
        change.item().ifPresent(item -> json.put(ITEM, ValueWriter.item(item)));
        return json;
    }

    private static Change change(JsonObject json) {
        return new Change(
                json.getString(TABLE, ""),
                ValueReader.item(json.getObject(KEY)),
                Optional.ofNullable(json.getObject(ITEM)).map(ValueReader::item));
    }
}
