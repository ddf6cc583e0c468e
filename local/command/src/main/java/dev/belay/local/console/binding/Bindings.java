package dev.belay.local.console.binding;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import com.grack.nanojson.JsonWriter;
import dev.belay.local.console.web.Ask;
import dev.belay.local.console.web.EventLog;
import dev.belay.local.console.web.Reply;
import dev.belay.local.console.web.Route;
import dev.belay.local.lambda.Sandbox;
import dev.belay.local.world.Running;
import dev.belay.local.world.World;
import dev.belay.simulator.aws.AwsCall;
import dev.belay.simulator.aws.AwsClient;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** The link table, the user map and the states of the credentials as they stand in the simulated AWS, read over its API. */
public final class Bindings {
    private static final Set<String> WRITES =
            Set.of("PutItem", "UpdateItem", "DeleteItem", "TransactWriteItems", "BatchWriteItem");
    private static final String CREDENTIALS = "credentials";
    private static final String STATE = "state:";

    private final World world;
    private final EventLog events;
    private final AwsClient aws;

    public Bindings(Running running, EventLog events) {
        this.world = running.world();
        this.events = events;
        this.aws = world.aws().client("console");
    }

    public List<Route> routes() {
        return List.of(
                Route.of("GET /api/bindings", _ -> Reply.json(json())),
                Route.of("POST /api/credentials/check", this::check));
    }

    /** Tells open pages where a call may have changed what is shown here. */
    public void called(AwsCall call, JsonObject arguments) {
        if (call.service().equals("dynamodb") && WRITES.contains(call.operation()) && isShown(arguments)) {
            events.tell(JsonObject.builder().value("pane", "bindings").done());
        }
    }

    private boolean isShown(JsonObject arguments) {
        String written = JsonWriter.string(arguments);
        return written.contains("\"" + world.stack().linkTable() + "\"")
                || written.contains("\"" + world.stack().userTable() + "\"")
                || written.contains("\"" + CREDENTIALS + "\"");
    }

    private JsonObject json() {
        Instant now = world.clock().instant();
        JsonArray links = new JsonArray();
        scan(world.stack().linkTable()).stream()
                .filter(item -> item.has("state") && item.has("source_table"))
                .forEach(item -> links.add(link(item)));
        JsonArray users = new JsonArray();
        scan(world.stack().userTable()).stream()
                .filter(item -> item.has("outcome"))
                .filter(item -> item.getLong("expires_at", 0) > now.getEpochSecond())
                .forEach(item -> users.add(user(item, now)));
        JsonObject json = new JsonObject();
        json.put("links", links);
        json.put("users", users);
        json.put("credentials", credentials());
        json.put("operations_channel", settings().has("operations_channel"));
        json.put("now", now.toString());
        return json;
    }

    private static JsonObject link(JsonObject item) {
        JsonObject json = new JsonObject();
        json.put("record", item.getString("source_table", "") + ":" + item.getString("source_sys_id", ""));
        json.put("platform", item.getString("platform", ""));
        json.put("conversation", item.getString("channel_id", ""));
        json.put("channel_name", item.getString("channel_name", ""));
        json.put("message", item.getString("card_message_id", ""));
        json.put("state", item.getString("state", ""));
        json.put("dedicated", item.getString("kind", "").startsWith("DEDICATED"));
        json.put("reason", item.getString("reason", ""));
        json.put("generation", item.getLong("card_generation", 0));
        json.put("expires", null); // a link has no time to live
        json.put("attributes", item);
        return json;
    }

    /** The key is platform, workspace and user, joined. */
    private static JsonObject user(JsonObject item, Instant now) {
        String[] key = item.getString("pk", "").split("#", -1);
        Instant end = Instant.ofEpochSecond(item.getLong("expires_at", 0));
        JsonObject json = new JsonObject();
        json.put("platform", key[0]);
        json.put("workspace", key.length > 1 ? key[1] : "");
        json.put("user", key.length > 2 ? key[2] : "");
        json.put("outcome", item.getString("outcome", ""));
        json.put("name", item.getString("platform_user_name", item.getString("chat_name", "")));
        json.put("email", item.getString("email", item.getString("found_by_email", "")));
        json.put("record_user", item.getString("platform_user_sys_id", ""));
        json.put("expires", end.toString());
        json.put("left_seconds", Duration.between(now, end).toSeconds());
        return json;
    }

    private JsonObject settings() {
        JsonObject asked = new JsonObject();
        asked.put("Name", world.installation().settingsParameter());
        JsonObject parameter = aws.call("ssm", "GetParameter", asked).getObject("Parameter", new JsonObject());
        return parsed(parameter.getString("Value", "{}"));
    }

    private JsonArray credentials() {
        JsonObject key = new JsonObject();
        key.put("pk", JsonObject.builder().value("S", CREDENTIALS).done());
        JsonObject asked = new JsonObject();
        asked.put("TableName", world.stack().eventTable());
        asked.put("Key", key);
        JsonObject item = plain(aws.call("dynamodb", "GetItem", asked).getObject("Item", new JsonObject()));
        JsonArray all = new JsonArray();
        item.keySet().stream().filter(name -> name.startsWith(STATE)).sorted().forEach(name -> {
            JsonObject state = parsed(item.getString(name, "{}"));
            JsonObject json = new JsonObject();
            json.put("name", name.substring(STATE.length()));
            json.put("state", state.getString("health", ""));
            json.put("why", state.getString("why", ""));
            json.put("since", state.getString("since", ""));
            json.put("checked", state.getString("checked_at", ""));
            json.put("expires", state.getString("ends"));
            all.add(json);
        });
        return all;
    }

    private static JsonObject parsed(String text) {
        try {
            return JsonParser.object().from(text);
        } catch (JsonParserException e) {
            return new JsonObject();
        }
    }

    /** As its schedule does each hour. */
    private Reply check(Ask ask) {
        ask.fields();
        Running.checkCredentials(world, new Sandbox<>(world.installation()::tokenHealthCheck));
        return Reply.json(JsonObject.builder().value(CREDENTIALS, credentials()).done());
    }

    private List<JsonObject> scan(String table) {
        List<JsonObject> items = new ArrayList<>();
        JsonObject asked = new JsonObject();
        asked.put("TableName", table);
        boolean more = true;
        while (more) {
            JsonObject page = aws.call("dynamodb", "Scan", asked);
            page.getArray("Items", new JsonArray()).forEach(item -> items.add(plain((JsonObject) item)));
            JsonObject last = page.getObject("LastEvaluatedKey");
            asked.put("ExclusiveStartKey", last);
            more = last != null;
        }
        return items;
    }

    /** An item with its values as JSON has them. */
    private static JsonObject plain(JsonObject item) {
        JsonObject plain = new JsonObject();
        item.forEach((name, typed) -> {
            JsonObject value = (JsonObject) typed;
            plain.put(
                    name,
                    value.has("N")
                            ? (Object) Long.valueOf(value.getString("N", "0"))
                            : value.has("BOOL")
                                    ? Boolean.valueOf(value.getBoolean("BOOL", false))
                                    : Objects.requireNonNullElseGet(
                                            value.getString("S"), () -> JsonWriter.string(value)));
        });
        return plain;
    }
}
