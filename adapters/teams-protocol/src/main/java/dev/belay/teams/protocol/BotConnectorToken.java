package dev.belay.teams.protocol;

import com.grack.nanojson.JsonObject;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSObject;
import java.text.ParseException;
import org.jspecify.annotations.Nullable;

/**
 * Proves that a request comes from the Bot Connector, is for our app, and is of this time, by the token that it bears
 * (learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication). The token does not sign the
 * activity; all that it says of it is where the Bot Connector is.
 */
public final class BotConnectorToken {
    private static final String SCHEME = "Bearer ";
    private static final int LONGEST = 16_384;
    private static final long SKEW_SECONDS = 300;

    private final String app;
    private final String issuer;
    private final SigningKeys keys;

    /** What checking a token showed. */
    public sealed interface Proof {}

    /** The Bot Connector made it just now, for our app. */
    public static final class Proved implements Proof {
        private final String serviceUrl;
        private final SigningKey key;

        private Proved(String serviceUrl, SigningKey key) {
            this.serviceUrl = serviceUrl;
            this.key = key;
        }

        /** Why an activity that came with this token is refused; null when it is Teams' and from where the token says. */
        public @Nullable AuthFailure authFailure(InboundActivity activity) {
            if (!activity.channelId().equals(InboundActivity.TEAMS)) {
                return AuthFailure.OTHER_CHANNEL;
            }
            if (!key.isFor(activity.channelId())) {
                return AuthFailure.NOT_ENDORSED;
            }
            boolean same = withoutSlash(serviceUrl).equalsIgnoreCase(withoutSlash(activity.serviceUrl()));
            return same ? null : AuthFailure.OTHER_SERVICE_URL;
        }

        private static String withoutSlash(String url) {
            return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
        }
    }

    /** It proves nothing. */
    public record Refused(AuthFailure failure) implements Proof {}

    /**
     * @param app our app's id: the only audience that is let in
     * @param issuer the only issuer that is let in
     */
    public BotConnectorToken(String app, String issuer, SigningKeys keys) {
        if (app.isBlank() || issuer.isBlank()) {
            throw new IllegalArgumentException("without an app and an issuer no token is proved");
        }
        this.app = app;
        this.issuer = issuer;
        this.keys = keys;
    }

    /**
     * Checks the {@code Authorization} header, where there is one.
     *
     * @param now in seconds
     * @throws dev.belay.failure.Unavailable when the keys are not known and cannot be fetched now
     */
    public Proof prove(@Nullable String authorization, long now) {
        if (authorization == null || authorization.isBlank()) {
            return new Refused(AuthFailure.NO_TOKEN);
        }
        if (!authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length()) || authorization.length() > LONGEST) {
            return new Refused(AuthFailure.NOT_A_TOKEN);
        }
        String token = authorization.substring(SCHEME.length()).strip();
        try {
            return isCompact(token) ? prove(JWSObject.parse(token), now) : new Refused(AuthFailure.NOT_A_TOKEN);
        } catch (ParseException | MalformedActivity | IllegalArgumentException e) {
            return new Refused(AuthFailure.NOT_A_TOKEN);
        }
    }

    /** Digits of base64url and dots: the library would pass over what is neither. */
    private static boolean isCompact(String token) {
        for (int i = 0; i < token.length(); i++) {
            char c = token.charAt(i);
            boolean digit = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
            if (!digit && c != '-' && c != '_' && c != '.') {
                return false;
            }
        }
        return true;
    }

    private Proof prove(JWSObject token, long now) throws MalformedActivity {
        if (!token.getHeader().getAlgorithm().equals(JWSAlgorithm.RS256)) {
            return new Refused(AuthFailure.OTHER_ALGORITHM);
        }
        String id = token.getHeader().getKeyID();
        SigningKey key = id == null || id.isEmpty() ? null : keys.find(id);
        if (key == null) {
            return new Refused(AuthFailure.UNKNOWN_KEY);
        }
        if (!isSigned(token, key)) {
            return new Refused(AuthFailure.FORGED);
        }
        JsonObject claims = Json.object(token.getPayload().toBytes());
        AuthFailure failure = failureOf(claims, now);
        return failure == null ? new Proved(serviceUrl(claims), key) : new Refused(failure);
    }

    private static boolean isSigned(JWSObject token, SigningKey key) {
        try {
            return token.verify(key.verifier());
        } catch (JOSEException e) {
            return false;
        }
    }

    private @Nullable AuthFailure failureOf(JsonObject claims, long now) {
        if (!issuer.equals(claims.get("iss"))) {
            return AuthFailure.OTHER_ISSUER;
        }
        if (!app.equalsIgnoreCase(claims.getString("aud", ""))) {
            return AuthFailure.OTHER_AUDIENCE;
        }
        Long end = seconds(claims, "exp");
        if (end == null || now - SKEW_SECONDS > end) {
            return AuthFailure.EXPIRED;
        }
        Long begin = seconds(claims, "nbf");
        if (begin == null || now + SKEW_SECONDS < begin) {
            return AuthFailure.NOT_YET_VALID;
        }
        return serviceUrl(claims).isEmpty() ? AuthFailure.NO_SERVICE_URL : null;
    }

    /** Microsoft writes the claim in one way and documents it in the other. */
    private static String serviceUrl(JsonObject claims) {
        return claims.getString("serviceurl", claims.getString("serviceUrl", ""));
    }

    private static @Nullable Long seconds(JsonObject claims, String name) {
        try {
            return claims.get(name) instanceof Number number ? Long.valueOf(number.toString()) : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
