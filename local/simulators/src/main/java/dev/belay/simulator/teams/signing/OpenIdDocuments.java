package dev.belay.simulator.teams.signing;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonWriter;
import dev.belay.simulator.http.Response;
import dev.belay.simulator.teams.call.Operation;
import dev.belay.simulator.teams.call.Refusal;
import dev.belay.simulator.teams.call.Service;
import java.net.URI;
import java.util.List;
import java.util.function.Supplier;

/** The Bot Connector's OpenID metadata and keys (the authentication page's step 2: metadata document, then its keys). */
public final class OpenIdDocuments {
    public static final String PREFIX = "/openid/";
    public static final String METADATA = "v1/.well-known/openidconfiguration";
    private static final String KEYS = "v1/.well-known/keys";

    private final SigningKeys keys;
    private final Supplier<URI> base;

    /** @param base the simulator's address */
    public OpenIdDocuments(SigningKeys keys, Supplier<URI> base) {
        this.keys = keys;
        this.base = base;
    }

    public Service service() {
        return new Service(
                "openid",
                PREFIX,
                List.of(
                        Operation.of("metadata", "GET /" + METADATA, call -> metadata()),
                        Operation.of("keys", "GET /" + KEYS, call -> published())),
                () -> new Refusal(429, "Throttled", new JsonObject()),
                request -> new Refusal(404, "NotFound", new JsonObject()));
    }

    private Response metadata() {
        JsonObject metadata = new JsonObject();
        metadata.put("issuer", ActivityTokens.ISSUER);
        metadata.put("authorization_endpoint", "https://invalid.botframework.com");
        metadata.put("jwks_uri", base.get() + PREFIX + KEYS);
        metadata.put("id_token_signing_alg_values_supported", JsonArray.from("RS256"));
        metadata.put("token_endpoint_auth_methods_supported", JsonArray.from("private_key_jwt"));
        return Response.json(200, JsonWriter.string(metadata));
    }

    private Response published() {
        JsonArray all = new JsonArray();
        keys.published().forEach(key -> all.add(key.json()));
        JsonObject answer = new JsonObject();
        answer.put("keys", all);
        return Response.json(200, JsonWriter.string(answer));
    }
}
