package dev.belay.slack.protocol;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Proves that a request comes from Slack and is fresh: HMAC-SHA256 over {@code v0:<timestamp>:<raw body>}
 * (docs.slack.dev/authentication/verifying-requests-from-slack). Slack names no overlap when a signing secret is
 * regenerated, so two may hold.
 */
public final class SlackSignature {
    /** When the request was signed, in seconds. */
    public static final String TIMESTAMP_HEADER = "x-slack-request-timestamp";

    /** {@code v0=<hex>}. */
    public static final String SIGNATURE_HEADER = "x-slack-signature";

    private static final long WINDOW_SECONDS = 300;
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    /** What looking at a signature showed. */
    public enum Proof {
        /** Slack signed it just now. */
        PROVED,
        /** A header is missing or not readable. */
        UNSIGNED,
        /** It was signed more than five minutes ago, or will be. */
        STALE,
        /** No secret of ours made this signature. */
        FORGED
    }

    private final List<SecretKeySpec> secrets;

    /**
     * @param secrets the signing secrets that hold
     * @throws IllegalArgumentException when there is none, or an empty one: nothing is ever let in unproved
     */
    public SlackSignature(List<String> secrets) {
        if (secrets.isEmpty() || secrets.contains("")) {
            throw new IllegalArgumentException("there is no signing secret to prove requests with");
        }
        this.secrets = new ArrayList<>(secrets.size());
        for (String secret : secrets) {
            this.secrets.add(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        }
    }

    /**
     * Looks at a request.
     *
     * @param body as it came, byte by byte
     * @param now in seconds
     */
    public Proof prove(@Nullable String timestamp, @Nullable String signature, byte[] body, long now) {
        if (timestamp == null || signature == null || !isSeconds(timestamp)) {
            return Proof.UNSIGNED;
        }
        if (Math.abs(now - Long.parseLong(timestamp)) > WINDOW_SECONDS) {
            return Proof.STALE;
        }
        byte[] given = signature.getBytes(StandardCharsets.UTF_8);
        boolean proved = false;
        for (SecretKeySpec secret : secrets) {
            proved |= MessageDigest.isEqual(given, signature(secret, timestamp, body));
        }
        return proved ? Proof.PROVED : Proof.FORGED;
    }

    /** The signature as the header bears it. */
    private static byte[] signature(SecretKeySpec secret, String timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(secret);
            mac.update(("v0:" + timestamp + ":").getBytes(StandardCharsets.US_ASCII));
            return hex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK lacks HmacSHA256", e);
        }
    }

    private static byte[] hex(byte[] mac) {
        byte[] hex = new byte[3 + 2 * mac.length];
        hex[0] = 'v';
        hex[1] = '0';
        hex[2] = '=';
        for (int i = 0; i < mac.length; i++) {
            hex[3 + 2 * i] = HEX[(mac[i] >> 4) & 0xf];
            hex[4 + 2 * i] = HEX[mac[i] & 0xf];
        }
        return hex;
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
