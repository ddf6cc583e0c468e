package dev.belay.aws;

import com.grack.nanojson.JsonObject;
import dev.belay.simulator.aws.AwsClient;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Something that answers as AWS does, for the contracts of the adapters to run on: our simulators, moto, LocalStack.
 *
 * @param access as a worker reaches it
 * @param operator whoever sets up what a test needs, and looks at it
 */
public record AwsEngine(AwsAccess access, AwsClient operator) {
    /** What a worker has of AWS, at this time. */
    public Aws worker(Clock clock) {
        return new Aws(access, clock);
    }

    /** The variables with which ingress finds the engine. */
    Function<String, @Nullable String> environment() {
        Map<String, String> variables = new HashMap<>();
        variables.put("AWS_REGION", access.region());
        access.endpoint().ifPresent(url -> variables.put("AWS_ENDPOINT_URL", url.toString()));
        access.keys().ifPresent(keys -> {
            variables.put("AWS_ACCESS_KEY_ID", keys.accessKeyId());
            variables.put("AWS_SECRET_ACCESS_KEY", keys.secretAccessKey());
            keys.sessionToken().ifPresent(token -> variables.put("AWS_SESSION_TOKEN", token));
        });
        return variables::get;
    }

    /** An item as it stands in a table; empty where there is none. */
    public JsonObject item(String table, String key) {
        JsonObject request = new JsonObject();
        request.put("TableName", table);
        request.put(
                "Key", JsonObject.builder().object("pk").value("S", key).end().done());
        return operator.call("dynamodb", "GetItem", request).getObject("Item", new JsonObject());
    }
}
