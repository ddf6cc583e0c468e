package dev.belay.simulator.teams.app;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A request as the Bot Connector sends it to an app's messaging endpoint.
 *
 * @param headers with {@code Authorization: Bearer} and the token
 * @param body the activity, which is not signed
 */
public record SignedRequest(Map<String, String> headers, byte[] body) {
    public SignedRequest {
        headers = Map.copyOf(headers);
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    public JsonObject activity() {
        try {
            return JsonParser.object().from(text());
        } catch (JsonParserException e) {
            throw new IllegalStateException("the body is no activity", e);
        }
    }

    /** The same activity with another token, or with none where it is empty. */
    public SignedRequest withToken(String token) {
        Map<String, String> others = new LinkedHashMap<>(headers);
        others.remove("Authorization");
        if (!token.isEmpty()) {
            others.put("Authorization", "Bearer " + token);
        }
        return new SignedRequest(others, body);
    }
}
