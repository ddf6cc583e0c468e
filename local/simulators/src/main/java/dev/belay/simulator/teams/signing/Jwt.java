package dev.belay.simulator.teams.signing;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonWriter;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Writes JSON Web Tokens (RFC 7515), the bad ones included. */
final class Jwt {
    private Jwt() {}

    static String rs256(JsonObject claims, SigningKey key) {
        String signed = parts("RS256", key.id(), claims);
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key.privateKey());
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + SigningKey.encoded(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK signs with RSA", e);
        }
    }

    /** Signed with the bytes of a public key as if they were a shared secret. */
    static String hs256(JsonObject claims, SigningKey key) {
        String signed = parts("HS256", key.id(), claims);
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.publicKey().getEncoded(), "HmacSHA256"));
            return signed + "." + SigningKey.encoded(mac.doFinal(signed.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }

    /** Not signed at all. */
    static String unsigned(JsonObject claims, SigningKey key) {
        return parts("none", key.id(), claims) + ".";
    }

    private static String parts(String algorithm, String keyId, JsonObject claims) {
        JsonObject header = new JsonObject();
        header.put("alg", algorithm);
        header.put("kid", keyId);
        header.put("x5t", keyId);
        header.put("typ", "JWT");
        return SigningKey.encoded(JsonWriter.string(header)) + "." + SigningKey.encoded(JsonWriter.string(claims));
    }
}
