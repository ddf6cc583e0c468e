package dev.belay.simulator.teams.signing;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * A key that the Bot Connector signs with.
 *
 * @param endorsements the channels whose activities it may sign for; empty where the key lists none
 */
public record SigningKey(String id, RSAPublicKey publicKey, PrivateKey privateKey, List<String> endorsements) {
    private static final int BITS = 2048;

    public SigningKey {
        endorsements = List.copyOf(endorsements);
    }

    static SigningKey generate(List<String> endorsements) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            KeyPair pair = generator.generateKeyPair();
            RSAPublicKey open = (RSAPublicKey) pair.getPublic();
            byte[] print = MessageDigest.getInstance("SHA-256").digest(open.getEncoded());
            return new SigningKey(encoded(Arrays.copyOf(print, 20)), open, pair.getPrivate(), endorsements);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has RSA and SHA-256", e);
        }
    }

    /** The same key under another name, as somebody would call it who has guessed the name but not the key. */
    SigningKey named(String other) {
        return new SigningKey(other, publicKey, privateKey, endorsements);
    }

    /** The JSON Web Key, as it stands in the Bot Connector's list. */
    JsonObject json() {
        JsonObject json = new JsonObject();
        json.put("kty", "RSA");
        json.put("use", "sig");
        json.put("kid", id);
        json.put("x5t", id);
        json.put("n", encoded(unsigned(publicKey.getModulus())));
        json.put("e", encoded(unsigned(publicKey.getPublicExponent())));
        if (!endorsements.isEmpty()) {
            json.put("endorsements", new JsonArray(endorsements));
        }
        return json;
    }

    private static byte[] unsigned(BigInteger number) {
        byte[] bytes = number.toByteArray();
        return bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
    }

    static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static String encoded(String text) {
        return encoded(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "SigningKey[" + id + "]";
    }
}
