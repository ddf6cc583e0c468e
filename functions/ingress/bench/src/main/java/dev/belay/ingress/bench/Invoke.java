package dev.belay.ingress.bench;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonWriter;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;

/** A press on Acknowledge in Teams, with the token that the Bot Connector sends. */
final class Invoke {
    static final String APP = "7f3c2c1e-0b52-4c8e-9d61-aa00acae0099";
    static final String TENANT = "7f3c2c1e-0b52-4c8e-9d61-aa00acae0001";

    private static final String SERVICE = "https://smba.trafficmanager.net/emea/" + TENANT + "/";
    private static final String BODY = """
            {"name":"adaptiveCard/action","type":"invoke","timestamp":"2026-11-23T12:00:00.000Z",\
            "localTimestamp":"2026-11-23T13:00:00.000+01:00","id":"f:4b1e0e5e-8f0d-6a53-2a0b-3c5b6d7e8f90",\
            "channelId":"msteams","serviceUrl":"%s","from":{"id":"29:1bSnHZ7Js2STWrgk6ScEErLk1Lp2zQuD5H2qQ8zYbQ",\
            "name":"Alice","aadObjectId":"7f3c2c1e-0b52-4c8e-9d61-aa00acae0020"},"conversation":{"isGroup":true,\
            "conversationType":"channel","tenantId":"%2$s",\
            "id":"19:c0ffee7f3c2c1e0b52@thread.tacv2;messageid=1795336194433"},\
            "recipient":{"id":"28:7f3c2c1e-0b52-4c8e-9d61-aa00acae0099","name":"Belay"},\
            "entities":[{"locale":"en-US","country":"US","platform":"Web","timezone":"Europe/Berlin","type":"clientInfo"}],\
            "channelData":{"channel":{"id":"19:c0ffee7f3c2c1e0b52@thread.tacv2"},\
            "team":{"id":"19:5b1e0e5e8f0d6a53@thread.tacv2"},"tenant":{"id":"%2$s"},"source":{"name":"message"}},\
            "replyToId":"1795336194433","value":{"action":{"type":"Action.Execute","title":"Acknowledge","verb":"ack",\
            "data":{"table":"incident","sys_id":"9d385017c611228701d22104cc95c371","action":"ack","generation":12}},\
            "trigger":"manual"},"locale":"en-US","localTimezone":"Europe/Berlin"}""".formatted(SERVICE, TENANT);

    private final KeyPair pair;
    private final String signed;
    private final byte[] signature;

    Invoke(long now) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2_048);
        pair = generator.generateKeyPair();
        signed = base64("{\"alg\":\"RS256\",\"kid\":\"the-key\",\"x5t\":\"the-key\",\"typ\":\"JWT\"}") + "."
                + base64("{\"serviceurl\":\"" + SERVICE + "\",\"nbf\":" + now + ",\"exp\":" + (now + 3_600)
                        + ",\"iss\":\"https://api.botframework.com\",\"aud\":\"" + APP + "\"}");
        Signature signing = Signature.getInstance("SHA256withRSA");
        signing.initSign(pair.getPrivate());
        signing.update(signed());
        signature = signing.sign();
    }

    byte[] body() {
        return BODY.getBytes(StandardCharsets.UTF_8);
    }

    String authorization() {
        return "Bearer " + signed + "." + base64(signature);
    }

    /** The bytes that the signature is over. */
    byte[] signed() {
        return signed.getBytes(StandardCharsets.US_ASCII);
    }

    byte[] signature() {
        return signature.clone();
    }

    RSAPublicKey key() {
        return (RSAPublicKey) pair.getPublic();
    }

    /** The metadata and the keys in one document. */
    byte[] published(String address) {
        JsonObject key = JsonObject.builder()
                .value("kty", "RSA")
                .value("kid", "the-key")
                .value("n", base64(key().getModulus()))
                .value("e", base64(key().getPublicExponent()))
                .value("endorsements", JsonArray.from("msteams"))
                .done();
        JsonObject document = new JsonObject();
        document.put("jwks_uri", address);
        document.put("keys", JsonArray.from(key));
        return JsonWriter.string(document).getBytes(StandardCharsets.UTF_8);
    }

    private static String base64(String text) {
        return base64(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String base64(BigInteger number) {
        return base64(number.toByteArray());
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
