package dev.belay.ingress;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import dev.belay.signature.SignedRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A request as API Gateway hands it over
 * (docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html, payload 2.0).
 */
final class HttpRequest {
    private final String method;
    private final String path;
    private final String id;
    private final byte[] body;
    private final Map<String, String> headers;

    private HttpRequest(String method, String path, String id, byte[] body, Map<String, String> headers) {
        this.method = method;
        this.path = path;
        this.id = id;
        this.body = body;
        this.headers = headers;
    }

    /** What was handed over is not a request of an HTTP API. */
    static final class NotARequest extends Exception {
        NotARequest(String what) {
            super(what);
        }
    }

    static HttpRequest of(InputStream event) throws IOException, NotARequest {
        JsonObject json = parse(event.readAllBytes());
        JsonObject context = json.getObject("requestContext", new JsonObject());
        String method = context.getObject("http", new JsonObject()).getString("method", "");
        return new HttpRequest(
                method, json.getString("rawPath", ""), context.getString("requestId", ""), body(json), headers(json));
    }

    private static JsonObject parse(byte[] event) throws NotARequest {
        try {
            return JsonParser.object().from(new String(event, StandardCharsets.UTF_8));
        } catch (JsonParserException e) {
            throw new NotARequest("the event is not a JSON object");
        } catch (StackOverflowError e) {
            throw new NotARequest("the event is nested too deeply");
        }
    }

    private static byte[] body(JsonObject json) throws NotARequest {
        byte[] body = json.getString("body", "").getBytes(StandardCharsets.UTF_8);
        if (!json.getBoolean("isBase64Encoded", false)) {
            return body;
        }
        try {
            return Base64.getDecoder().decode(body);
        } catch (IllegalArgumentException e) {
            throw new NotARequest("the body is not base64");
        }
    }

    private static Map<String, String> headers(JsonObject json) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (Map.Entry<String, Object> header :
                json.getObject("headers", new JsonObject()).entrySet()) {
            if (header.getValue() instanceof String value) {
                headers.put(header.getKey(), value);
            }
        }
        return headers;
    }

    String method() {
        return method;
    }

    String path() {
        return path;
    }

    /** API Gateway's id of the request. */
    String id() {
        return id;
    }

    /** The bytes that the sender signed. */
    byte[] body() {
        return body;
    }

    /** As far as a signature in these headers covers it. */
    SignedRequest signed(String timestampHeader, String signatureHeader) {
        return new SignedRequest(header(timestampHeader), header(signatureHeader), body);
    }

    /** A header by its name in any case; null where there is none. */
    @Nullable
    String header(String name) {
        return headers.get(name);
    }
}
