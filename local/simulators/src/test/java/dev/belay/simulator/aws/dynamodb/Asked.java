package dev.belay.simulator.aws.dynamodb;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import dev.belay.simulator.http.Response;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * An engine that is asked in JSON with apostrophes for quotation marks. Its table {@code things} has the key {@code pk} (a text) and
 * {@code sk} (a number), and an index of each kind of projection on {@code st} and {@code due}.
 */
final class Asked implements AutoCloseable {
    private static final String TABLE = """
            {'TableName': 'things', 'BillingMode': 'PAY_PER_REQUEST',
             'AttributeDefinitions': [
               {'AttributeName': 'pk', 'AttributeType': 'S'}, {'AttributeName': 'sk', 'AttributeType': 'N'},
               {'AttributeName': 'st', 'AttributeType': 'S'}, {'AttributeName': 'due', 'AttributeType': 'N'}],
             'KeySchema': [{'AttributeName': 'pk', 'KeyType': 'HASH'}, {'AttributeName': 'sk', 'KeyType': 'RANGE'}],
             'GlobalSecondaryIndexes': [
               {'IndexName': 'whole', 'Projection': {'ProjectionType': 'ALL'},
                'KeySchema': [{'AttributeName': 'st', 'KeyType': 'HASH'}, {'AttributeName': 'due', 'KeyType': 'RANGE'}]},
               {'IndexName': 'keys', 'Projection': {'ProjectionType': 'KEYS_ONLY'},
                'KeySchema': [{'AttributeName': 'st', 'KeyType': 'HASH'}]},
               {'IndexName': 'some', 'Projection': {'ProjectionType': 'INCLUDE', 'NonKeyAttributes': ['n']},
                'KeySchema': [{'AttributeName': 'st', 'KeyType': 'HASH'}]}]}
            """;

    private final DynamoDb engine;

    private Asked(Optional<Path> folder, Clock clock) {
        this.engine = DynamoDb.open(folder, "eu-central-1", "123456789012", clock);
    }

    static Asked inMemory(Clock clock) {
        Asked asked = new Asked(Optional.empty(), clock);
        asked.done("CreateTable", TABLE);
        return asked;
    }

    /** With the tables that the folder keeps, and the table where it does not keep it yet. */
    static Asked in(Path folder) {
        Asked asked = new Asked(Optional.of(folder), Clock.systemUTC());
        asked.answer("CreateTable", json(TABLE));
        return asked;
    }

    /** The answer of a request that is done. */
    JsonObject done(String operation, String request) {
        Response response = answer(operation, json(request));
        if (response.status() != 200) {
            throw new AssertionError(operation + " " + request + " was refused: " + text(response));
        }
        return parsed(text(response));
    }

    /** The body of a refusal. */
    JsonObject refused(String operation, String request) {
        Response response = answer(operation, json(request));
        if (response.status() != 400) {
            throw new AssertionError(operation + " " + request + " was done: " + text(response));
        }
        return parsed(text(response));
    }

    /** What a refusal says: its type without the name space, and its message. */
    String refusal(String operation, String request) {
        JsonObject body = refused(operation, request);
        String type = body.getString("__type", "");
        return type.substring(type.indexOf('#') + 1) + ": " + body.getString("message", body.getString("Message", ""));
    }

    /** Puts an item of partition {@code p}. */
    void put(int sk, String attributes) {
        done(
                "PutItem",
                "{'TableName': 'things', 'Item': {'pk': {'S': 'p'}, 'sk': {'N': '%d'}%s}}"
                        .formatted(sk, attributes.isEmpty() ? "" : ", " + attributes));
    }

    /** An item of partition {@code p}, without its key; empty where there is none. */
    JsonObject item(int sk) {
        JsonObject item = new JsonObject(done("GetItem", "{'TableName': 'things', 'Key': " + key(sk) + "}")
                .getObject("Item", new JsonObject()));
        item.remove("pk");
        item.remove("sk");
        return item;
    }

    static String key(int sk) {
        return "{'pk': {'S': 'p'}, 'sk': {'N': '" + sk + "'}}";
    }

    Response answer(String operation, JsonObject arguments) {
        return engine.answer(operation, arguments);
    }

    static JsonObject json(String text) {
        return parsed(text.replace('\'', '"'));
    }

    private static JsonObject parsed(String text) {
        try {
            return JsonParser.object().from(text);
        } catch (JsonParserException e) {
            throw new AssertionError(text, e);
        }
    }

    /** The range keys of the items of a page. */
    static List<String> ranges(JsonObject page) {
        return page.getArray("Items", new JsonArray()).stream()
                .map(item -> ((JsonObject) item).getObject("sk").getString("N", ""))
                .toList();
    }

    static String text(Response response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        engine.close();
    }
}
