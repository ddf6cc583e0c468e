package dev.belay.simulator.teams.signing;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Makes the tokens that the Bot Connector sends with each activity
 * (learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication, Connector to Bot), and false ones.
 */
public final class ActivityTokens {
    public static final String ISSUER = "https://api.botframework.com";
    private static final String OTHER_APP = "0b2f8d44-9c1e-4f5a-8a77-5d0e00bad001";
    private static final Duration LIFE = Duration.ofHours(1);
    private static final Duration LONG = Duration.ofMinutes(20);

    /** So long one token goes with every activity of a service URL: as the Bot Connector, which asks for one now and then. */
    private static final Duration KEPT = Duration.ofMinutes(5);

    private final SigningKeys keys;
    private final String appId;
    private final Clock clock;
    private Optional<Signed> last = Optional.empty();

    private record Signed(String serviceUrl, String keyId, Instant at, String token) {
        boolean serves(String url, SigningKey key, Instant now) {
            return serviceUrl.equals(url) && keyId.equals(key.id()) && !now.isBefore(at) && now.isBefore(at.plus(KEPT));
        }
    }

    public ActivityTokens(SigningKeys keys, String appId, Clock clock) {
        this.keys = keys;
        this.appId = appId;
        this.clock = clock;
    }

    /** The token that the Bot Connector sends with an activity of this service URL. */
    public synchronized String token(String serviceUrl) {
        SigningKey key = keys.current();
        Instant now = clock.instant();
        Signed signed = last.filter(kept -> kept.serves(serviceUrl, key, now))
                .orElseGet(() -> new Signed(serviceUrl, key.id(), now, token(serviceUrl, key)));
        last = Optional.of(signed);
        return signed.token();
    }

    /** The same, signed by a key of choice. */
    public String token(String serviceUrl, SigningKey key) {
        return Jwt.rs256(claims(serviceUrl), key);
    }

    /** A token with claims of choice, signed by the current key. */
    public String signed(JsonObject claims) {
        return Jwt.rs256(claims, keys.current());
    }

    /** What a good token claims. */
    public JsonObject claims(String serviceUrl) {
        return claims(ISSUER, appId, serviceUrl, clock.instant());
    }

    /** A token that looks like the Bot Connector's and is wrong in one way. */
    public String forged(Forgery how, String serviceUrl) {
        SigningKey key = keys.current();
        Instant now = clock.instant();
        JsonObject claims = claims(serviceUrl);
        return switch (how) {
            case OTHER_KEY -> Jwt.rs256(claims, SigningKeys.strange().named(key.id()));
            case UNKNOWN_KEY -> Jwt.rs256(claims, SigningKeys.strange());
            case OTHER_AUDIENCE -> Jwt.rs256(claims(ISSUER, OTHER_APP, serviceUrl, now), key);
            case OTHER_ISSUER -> Jwt.rs256(claims("https://issuer.example", appId, serviceUrl, now), key);
            case EXPIRED ->
                Jwt.rs256(claims(ISSUER, appId, serviceUrl, now.minus(LIFE).minus(LONG)), key);
            case FUTURE -> Jwt.rs256(claims(ISSUER, appId, serviceUrl, now.plus(LONG)), key);
            case OTHER_SERVICE_URL -> Jwt.rs256(claims("https://smba.example/other/"), key);
            case NO_SERVICE_URL -> Jwt.rs256(without(claims, "serviceurl"), key);
            case ALG_NONE -> Jwt.unsigned(claims, key);
            case HS256_WITH_PUBLIC_KEY -> Jwt.hs256(claims, key);
            case CHANGED_CLAIMS -> changed(Jwt.rs256(claims, key), serviceUrl);
        };
    }

    private String changed(String token, String serviceUrl) {
        String[] parts = token.split("\\.", -1);
        JsonObject claims = claims(serviceUrl);
        claims.put("exp", claims.getLong("exp") + 1);
        return parts[0] + "." + SigningKey.encoded(JsonWriter.string(claims)) + "." + parts[2];
    }

    private static JsonObject without(JsonObject claims, String name) {
        claims.remove(name);
        return claims;
    }

    private static JsonObject claims(String issuer, String audience, String serviceUrl, Instant from) {
        JsonObject claims = new JsonObject();
        claims.put("serviceurl", serviceUrl);
        claims.put("nbf", from.getEpochSecond());
        claims.put("exp", from.plus(LIFE).getEpochSecond());
        claims.put("iss", issuer);
        claims.put("aud", audience);
        return claims;
    }
}
