package dev.belay.local.world;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import com.grack.nanojson.JsonWriter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;

/**
 * Stands before ingress where another Bot Connector is used that sends no token, as Microsoft 365 Agents Playground does: a request
 * without one gets the token that the simulated Bot Connector would have sent with it. Ingress verifies it like any other.
 */
final class ConnectorToken implements RequestStreamHandler {
    private static final String HEADER = "authorization";

    private final Function<String, Optional<String>> tokens;
    private final RequestStreamHandler ingress;

    /**
     * @param tokens for an activity's service URL the token that goes with it, where one is to be added
     */
    ConnectorToken(Function<String, Optional<String>> tokens, RequestStreamHandler ingress) {
        this.tokens = tokens;
        this.ingress = ingress;
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        byte[] event = input.readAllBytes();
        ingress.handleRequest(new ByteArrayInputStream(withToken(event)), output, context);
    }

    private byte[] withToken(byte[] event) {
        try {
            JsonObject request = JsonParser.object().from(new String(event, StandardCharsets.UTF_8));
            JsonObject headers = request.getObject("headers");
            if (!headers.has(HEADER)) {
                tokens.apply(serviceUrl(request)).ifPresent(token -> headers.put(HEADER, "Bearer " + token));
            }
            return JsonWriter.string(request).getBytes(StandardCharsets.UTF_8);
        } catch (JsonParserException e) {
            return event;
        }
    }

    private static String serviceUrl(JsonObject request) throws JsonParserException {
        return JsonParser.object().from(request.getString("body", "{}")).getString("serviceUrl", "");
    }
}
