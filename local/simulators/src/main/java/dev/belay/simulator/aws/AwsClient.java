package dev.belay.simulator.aws;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import com.grack.nanojson.JsonWriter;
import dev.belay.simulator.http.Response;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** A caller of AWS's JSON protocols: for tests, and for what AWS itself does. */
public final class AwsClient {
    private static final Map<String, String> TARGETS = Map.of(
            "dynamodb", "DynamoDB_20120810.",
            "sqs", "AmazonSQS.",
            "secretsmanager", "secretsmanager.",
            "ssm", "AmazonSSM.",
            "monitoring", "GraniteServiceVersion20100801.");

    /** What an SDK gives a token when its caller gave none (docs.aws.amazon.com/secretsmanager: ClientRequestToken). */
    private static final Set<String> IDEMPOTENT_BY_TOKEN = Set.of("CreateSecret", "PutSecretValue");

    /** How a call gets to the service. */
    interface Wire {
        /**
         * @param target of the header {@code X-Amz-Target}
         * @throws UncheckedIOException when there is no answer
         */
        Response send(String service, String target, String body);
    }

    /** The service said no. */
    public static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final String code;

        Refused(String code, String message) {
            super(code + ": " + message);
            this.code = code;
        }

        /** The error's name without its name space, e.g. {@code ResourceNotFoundException}. */
        public String code() {
            return code;
        }
    }

    private final Wire wire;

    AwsClient(Wire wire) {
        this.wire = wire;
    }

    /** A client of some other server that speaks AWS's JSON protocols. */
    public static AwsClient of(URI url, String region, Credentials credentials) {
        HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        return new AwsClient(new SignedHttp(http, url, region, credentials));
    }

    /**
     * Calls one operation.
     *
     * @param service the endpoint's name, e.g. {@code dynamodb}
     * @throws Refused when the answer is an error
     * @throws UncheckedIOException when there is no answer
     */
    public JsonObject call(String service, String operation, JsonObject arguments) {
        JsonObject sent = IDEMPOTENT_BY_TOKEN.contains(operation) ? withToken(arguments) : arguments;
        Response answer = wire.send(service, TARGETS.get(service) + operation, JsonWriter.string(sent));
        JsonObject body = parse(new String(answer.body(), StandardCharsets.UTF_8));
        if (answer.status() != 200) {
            String type = body.getString("__type", "");
            throw new Refused(
                    type.substring(type.indexOf('#') + 1), body.getString("message", body.getString("Message", "")));
        }
        return body;
    }

    private static JsonObject withToken(JsonObject arguments) {
        JsonObject sent = new JsonObject(arguments);
        sent.putIfAbsent("ClientRequestToken", UUID.randomUUID().toString());
        return sent;
    }

    private static JsonObject parse(String body) {
        try {
            return body.isEmpty() ? new JsonObject() : JsonParser.object().from(body);
        } catch (JsonParserException e) {
            throw new Refused("NotJson", body);
        }
    }
}
