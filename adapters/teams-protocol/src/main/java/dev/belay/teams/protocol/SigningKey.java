package dev.belay.teams.protocol;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * A key that the Bot Connector signs with.
 *
 * @param endorsements the channels that it is meant for; any where there are none
 */
record SigningKey(RSASSAVerifier verifier, JsonArray endorsements) {
    private static final int FEWEST_BITS = 2_048;

    /** Null when it is not a key that RS256 can be proved with. */
    static @Nullable SigningKey of(JsonObject json) {
        if (!json.getString("kty", "").equals("RSA")
                || json.getString("use", "sig").equals("enc")) {
            return null;
        }
        try {
            RSAPublicKeySpec parts = new RSAPublicKeySpec(number(json, "n"), number(json, "e"));
            RSAPublicKey key = (RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(parts);
            boolean strong = key.getModulus().bitLength() >= FEWEST_BITS;
            JsonArray endorsements = json.getArray("endorsements", new JsonArray());
            return strong ? new SigningKey(new RSASSAVerifier(key), endorsements) : null;
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return null;
        }
    }

    private static BigInteger number(JsonObject json, String name) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(json.getString(name, "")));
    }

    /** Whether it is meant for that channel (github.com/microsoft/botbuilder-js, EndorsementsValidator). */
    boolean isFor(String channel) {
        return endorsements.isEmpty() || endorsements.contains(channel);
    }
}
