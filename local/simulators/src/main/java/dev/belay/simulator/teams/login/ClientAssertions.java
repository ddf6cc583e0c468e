package dev.belay.simulator.teams.login;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.time.Clock;
import java.util.Base64;

/** Proves an app by what it signed with its certificate (learn.microsoft.com/entra/identity-platform/certificate-credentials). */
final class ClientAssertions {
    static final String TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
    private static final PSSParameterSpec PSS =
            new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1);

    private final Credentials credentials;
    private final String appId;
    private final Clock clock;

    ClientAssertions(Credentials credentials, String appId, Clock clock) {
        this.credentials = credentials;
        this.appId = appId;
        this.clock = clock;
    }

    void demand(String assertion, String tenant) {
        String[] parts = assertion.split("\\.", -1);
        if (parts.length != 3) {
            throw malformed();
        }
        if (credentials.certificates().stream().noneMatch(key -> signed(parts, key))) {
            throw LoginErrors.of(
                    401,
                    "invalid_client",
                    700027,
                    "Client assertion failed signature validation. The key was not found.");
        }
        check(object(parts[1]), tenant);
    }

    private void check(JsonObject claims, String tenant) {
        long now = clock.instant().getEpochSecond();
        if (claims.getLong("exp") <= now || claims.getLong("nbf") > now + 300) {
            throw LoginErrors.of(401, "invalid_client", 700024, "Client assertion is not within its valid time range.");
        }
        String audience = claims.getString("aud", "");
        if (!audience.endsWith("/" + tenant + "/oauth2/v2.0/token") && !audience.endsWith("/" + tenant + "/v2.0")) {
            throw LoginErrors.of(
                    401, "invalid_client", 700023, "Client assertion audience claim does not match Realm issuer.");
        }
        if (!appId.equals(claims.getString("iss")) || !appId.equals(claims.getString("sub"))) {
            throw LoginErrors.of(
                    401,
                    "invalid_client",
                    700021,
                    "Client assertion application identifier doesn't match 'client_id'.");
        }
    }

    private static boolean signed(String[] parts, RSAPublicKey key) {
        try {
            Signature signature = algorithm(object(parts[0]).getString("alg", ""));
            signature.initVerify(key);
            signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
            return signature.verify(decoded(parts[2]));
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static Signature algorithm(String name) throws GeneralSecurityException {
        return switch (name) {
            case "RS256" -> Signature.getInstance("SHA256withRSA");
            case "PS256" -> pss();
            default -> throw malformed();
        };
    }

    private static Signature pss() throws GeneralSecurityException {
        Signature signature = Signature.getInstance("RSASSA-PSS");
        signature.setParameter(PSS);
        return signature;
    }

    private static JsonObject object(String part) {
        try {
            return JsonParser.object().from(new String(decoded(part), StandardCharsets.UTF_8));
        } catch (JsonParserException e) {
            throw malformed();
        }
    }

    private static byte[] decoded(String part) {
        try {
            return Base64.getUrlDecoder().decode(part);
        } catch (IllegalArgumentException e) {
            throw malformed();
        }
    }

    private static RuntimeException malformed() {
        return LoginErrors.of(400, "invalid_request", 50027, "Invalid JWT token.");
    }
}
