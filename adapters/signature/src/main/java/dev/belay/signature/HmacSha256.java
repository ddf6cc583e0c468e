package dev.belay.signature;

import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A key, and what HMAC-SHA256 makes with it. */
public final class HmacSha256 {
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    /**
     * @throws IllegalArgumentException when the key is empty
     */
    public HmacSha256(byte[] key) {
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    /** The code of these bytes. */
    public byte[] of(byte[] bytes) {
        return mac().doFinal(bytes);
    }

    /** The code of one text of bytes behind another. */
    public byte[] of(byte[] first, byte[] then) {
        Mac mac = mac();
        mac.update(first);
        return mac.doFinal(then);
    }

    private Mac mac() {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK lacks HmacSHA256", e);
        }
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "HmacSha256";
    }
}
