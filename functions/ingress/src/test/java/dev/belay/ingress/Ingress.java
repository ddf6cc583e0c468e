package dev.belay.ingress;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import com.grack.nanojson.JsonWriter;
import dev.belay.time.MovedClock;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The handler, its AWS and its time, and how API Gateway speaks to it. */
final class Ingress implements AutoCloseable {
    static final String SLACK_SECRET = "test-signing-secret";
    static final String EVENT_KEY = "a key of sixteen bytes or more";

    final StubAws aws = new StubAws();
    final MovedClock clock = MovedClock.at(Instant.ofEpochSecond(1_795_336_131));
    final Map<String, String> environment = new HashMap<>();
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private final IngressHandler handler;

    record Reply(int status, String body, JsonObject headers) {}

    /** With Slack alone. */
    Ingress() {
        this("slack");
    }

    /**
     * @param platforms their words, with commas between them
     */
    Ingress(String platforms) {
        this(platforms, "https://login.botframework.com/v1/.well-known/openidconfiguration");
    }

    /**
     * @param platforms their words, with commas between them
     * @param metadata where the Bot Connector says what its keys are
     */
    Ingress(String platforms, String metadata) {
        this(platforms, metadata, Map.of());
    }

    /** With Slack, and what differs from the usual environment. */
    Ingress(Map<String, String> other) {
        this("slack", "https://login.botframework.com/v1/.well-known/openidconfiguration", other);
    }

    private Ingress(String platforms, String metadata, Map<String, String> other) {
        environment.putAll(Map.of(
                "AWS_REGION", "eu-central-1",
                "AWS_ACCESS_KEY_ID", "AKIDEXAMPLE",
                "AWS_SECRET_ACCESS_KEY", "key",
                "AWS_ENDPOINT_URL", aws.url(),
                "BELAY_SLACK_SIGNING_SECRET_ARN", "arn:slack",
                "BELAY_SERVICENOW_EVENT_SECRET_ARN", "arn:servicenow",
                "BELAY_SERVICENOW_INSTANCE", "acme",
                "BELAY_STACK", "prod"));
        environment.putAll(Map.of(
                "BELAY_PLATFORMS", platforms,
                "BELAY_SLACK_TOKENS_SECRET_ARN", "arn:slack-tokens",
                "BELAY_SLACK_API_URL", aws.url() + "/slack",
                "BELAY_TEAMS_APP_ID", "7f3c2c1e-0b52-4c8e-9d61-aa00acae0099",
                "BELAY_TEAMS_TENANTS", "00000000-0000-0000-0000-0000000000001, 7F3C2C1E-0b52-4c8e-9d61-aa00acae0001",
                "BELAY_TEAMS_CLOUD", "public",
                "BELAY_TEAMS_OPENID_URL", metadata,
                "BELAY_TEAMS_SERVICE_HOSTS", "smba.trafficmanager.net, localhost"));
        for (String platform : platforms.split(",", -1)) {
            String prefix = "BELAY_" + platform.strip().toUpperCase(Locale.ROOT);
            environment.put("BELAY_FILES_QUEUE_URL", "https://sqs/files");
            environment.put(prefix + "_RECORDS_QUEUE_URL", "https://sqs/" + platform.strip() + "-records.fifo");
            environment.put(prefix + "_ACTIONS_QUEUE_URL", "https://sqs/" + platform.strip() + "-actions.fifo");
            environment.put(prefix + "_MESSAGES_QUEUE_URL", "https://sqs/" + platform.strip() + "-messages.fifo");
        }
        environment.putAll(other);
        aws.secrets.put("arn:slack", "{\"signing_secret\":\"" + SLACK_SECRET + "\"}");
        aws.secrets.put("arn:slack-tokens", "{\"T01ACME\":\"xoxb-one\"}");
        aws.secrets.put("arn:servicenow", "{\"key_id\":\"k1\",\"key\":\"" + base64(bytes(EVENT_KEY)) + "\"}");
        handler = new IngressHandler(environment::get, clock, new PrintStream(log, true, StandardCharsets.UTF_8));
    }

    /** A request as a Slack emulator sent it, in the shape in which API Gateway hands it over. */
    static JsonObject recorded(String name) {
        JsonObject request = resource(name);
        return event("/slack/events", request.getObject("headers"), request.getString("body", ""));
    }

    /** A body that Slack would sign now. */
    JsonObject slack(String contentType, String body, String secret) {
        String timestamp = Long.toString(clock.instant().getEpochSecond());
        JsonObject headers = new JsonObject();
        headers.put("content-type", contentType);
        headers.put("x-slack-request-timestamp", timestamp);
        headers.put("x-slack-signature", "v0=" + hex(hmac(bytes(secret), "v0:" + timestamp + ":" + body)));
        return event("/slack/events", headers, body);
    }

    /** A body that ServiceNow would sign now. */
    JsonObject serviceNow(String body, String keyId, String key) {
        return serviceNow("/servicenow/events", body, keyId, key);
    }

    /** Likewise, to a path of its own. */
    JsonObject serviceNow(String path, String body, String keyId, String key) {
        String timestamp = Long.toString(clock.instant().getEpochSecond());
        JsonObject headers = new JsonObject();
        headers.put("X-Belay-Timestamp", timestamp);
        headers.put("X-Belay-Signature", "v1=" + base64(hmac(bytes(key), "v1:" + timestamp + ":" + body)));
        headers.put("X-Belay-Key-Id", keyId);
        return event(path, headers, body);
    }

    static JsonObject event(String path, JsonObject headers, String body) {
        JsonObject event = resource("apigw_http_event");
        event.put("rawPath", path);
        event.put("headers", headers);
        event.put("body", body);
        event.getObject("requestContext").put("requestId", "the-request");
        return event;
    }

    Reply send(JsonObject event) {
        return send(bytes(JsonWriter.string(event)));
    }

    Reply send(byte[] event) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            handler.handleRequest(new ByteArrayInputStream(event), out, null);
            JsonObject reply = JsonParser.object().from(out.toString(StandardCharsets.UTF_8));
            return new Reply(
                    reply.getInt("statusCode"),
                    reply.getString("body", ""),
                    reply.getObject("headers", new JsonObject()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JsonParserException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Forgets what was logged. */
    void clearLog() {
        log.reset();
    }

    /** The line of the last request. */
    String lastLine() {
        String all = log().stripTrailing();
        return all.substring(all.lastIndexOf('\n') + 1);
    }

    String log() {
        return log.toString(StandardCharsets.UTF_8);
    }

    private static JsonObject resource(String name) {
        try (InputStream in = Objects.requireNonNull(Ingress.class.getResourceAsStream(name + ".json"))) {
            return JsonParser.object().from(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JsonParserException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(bytes(text));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String hex(byte[] bytes) {
        return java.util.HexFormat.of().formatHex(bytes);
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        aws.close();
    }
}
