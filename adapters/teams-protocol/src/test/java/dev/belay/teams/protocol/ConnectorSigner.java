package dev.belay.teams.protocol;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonWriter;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs as the Bot Connector does, and as those do who would be it, with nothing but the JDK. */
public final class ConnectorSigner {
    private final String id;
    private final KeyPair pair;

    public ConnectorSigner(String id, int bits) {
        this.id = id;
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(bits);
            this.pair = generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public ConnectorSigner(String id) {
        this(id, 2_048);
    }

    /** What the Bot Connector claims. */
    public static JsonObject claims(String app, String serviceUrl, Instant now) {
        return JsonObject.builder()
                .value("serviceurl", serviceUrl)
                .value("nbf", now.getEpochSecond())
                .value("exp", now.getEpochSecond() + 3_600)
                .value("iss", "https://api.botframework.com")
                .value("aud", app)
                .done();
    }

    public JsonObject header() {
        return JsonObject.builder()
                .value("alg", "RS256")
                .value("kid", id)
                .value("typ", "JWT")
                .done();
    }

    public String token(JsonObject claims) {
        return token(header(), claims);
    }

    public String token(JsonObject header, JsonObject claims) {
        String signed = unsigned(header, claims);
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(pair.getPrivate());
            signature.update(bytes(signed));
            return signed + "." + base64(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** With the public key's encoding as if it were a secret. */
    public String hmacToken(JsonObject claims) {
        JsonObject header = header();
        header.put("alg", "HS256");
        String signed = unsigned(header, claims);
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(pair.getPublic().getEncoded(), "HmacSHA256"));
            return signed + "." + base64(mac.doFinal(bytes(signed)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public static String unsigned(JsonObject header, JsonObject claims) {
        return base64(bytes(JsonWriter.string(header))) + "." + base64(bytes(JsonWriter.string(claims)));
    }

    /** The key as the Bot Connector publishes it. */
    public JsonObject published(String... endorsements) {
        RSAPublicKey key = (RSAPublicKey) pair.getPublic();
        return JsonObject.builder()
                .value("kty", "RSA")
                .value("use", "sig")
                .value("kid", id)
                .value("n", base64(key.getModulus().toByteArray()))
                .value("e", base64(key.getPublicExponent().toByteArray()))
                .value("endorsements", JsonArray.from((Object[]) endorsements))
                .done();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
