package dev.belay.servicenow.protocol;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Proves that an event comes from our business rule and is fresh: HMAC-SHA256 over {@code v1:<timestamp>:<raw body>}, in base64
 * as {@code CertificateEncryption.generateMac} writes it. During a rotation two keys hold, told apart by their ids.
 */
public final class EventSignature {
    /** When the event was signed, in seconds. */
    public static final String TIMESTAMP_HEADER = "x-belay-timestamp";

    /** {@code v1=<base64>}. */
    public static final String SIGNATURE_HEADER = "x-belay-signature";

    /** Which key signed. */
    public static final String KEY_ID_HEADER = "x-belay-key-id";

    private static final long WINDOW_SECONDS = 300;
    private static final String VERSION = "v1";

    /** What looking at a signature showed. */
    public enum Proof {
        /** One of our keys signed it just now. */
        PROVED,
        /** A header is missing or not readable. */
        UNSIGNED,
        /** It was signed more than five minutes ago, or will be. */
        STALE,
        /** No key of that id, or not its signature. */
        FORGED
    }

    private final List<EventKey> keys;

    /**
     * @throws IllegalArgumentException when there is no key: nothing is ever let in unproved
     */
    public EventSignature(List<EventKey> keys) {
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("there is no key to prove events with");
        }
        this.keys = List.copyOf(keys);
    }

    /**
     * Looks at a request.
     *
     * @param body as it came, byte by byte
     * @param now in seconds
     */
    public Proof prove(
            @Nullable String timestamp, @Nullable String signature, @Nullable String keyId, byte[] body, long now) {
        if (timestamp == null || signature == null || keyId == null || !isSeconds(timestamp)) {
            return Proof.UNSIGNED;
        }
        if (Math.abs(now - Long.parseLong(timestamp)) > WINDOW_SECONDS) {
            return Proof.STALE;
        }
        for (EventKey key : keys) {
            if (key.id().equals(keyId) && same(signature, signature(key, timestamp, body))) {
                return Proof.PROVED;
            }
        }
        return Proof.FORGED;
    }

    /** The signature as the header bears it. */
    static String signature(EventKey key, String timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.key(), "HmacSHA256"));
            mac.update((VERSION + ":" + timestamp + ":").getBytes(StandardCharsets.UTF_8));
            return VERSION + "=" + Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK lacks HmacSHA256", e);
        }
    }

    private static boolean same(String given, String right) {
        return MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));
    }

    private static boolean isSeconds(String text) {
        if (text.isEmpty() || text.length() > 12) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }
}
