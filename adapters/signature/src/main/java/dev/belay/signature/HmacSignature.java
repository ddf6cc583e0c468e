package dev.belay.signature;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Proves that a request was signed with one of our keys, and just now, so that nobody can replay it later: HMAC-SHA256 over
 * {@code <version>:<timestamp>:<raw body>}, sent as {@code <version>=<signature>}. Slack and our business rule in ServiceNow
 * both sign so; headers, keys and encoding are their own.
 */
public final class HmacSignature {
    private static final long WINDOW_SECONDS = 300;
    private static final int HEX_DIGITS = 64;
    private static final int BASE64_DIGITS = 44;

    /** How a signature is written as text. */
    public enum Encoding {
        /** Lower-case hexadecimal digits. */
        HEX,
        /** Base64 with padding. */
        BASE64
    }

    private final String version;
    private final Encoding encoding;

    /**
     * @param version what stands before both the signed text and the signature, e.g. {@code v0}
     */
    public HmacSignature(String version, Encoding encoding) {
        this.version = version;
        this.encoding = encoding;
    }

    /**
     * Checks a request. Every key is tried and each comparison takes constant time, so that how long it takes tells nothing.
     *
     * @param keys those that may have signed it: two during a rotation
     * @param now in seconds
     */
    public Proof prove(SignedRequest request, List<HmacSha256> keys, long now) {
        String timestamp = request.timestamp();
        String signature = request.signature();
        if (timestamp == null || signature == null || !isSeconds(timestamp)) {
            return Proof.UNSIGNED;
        }
        if (Math.abs(now - Long.parseLong(timestamp)) > WINDOW_SECONDS) {
            return Proof.STALE;
        }
        byte[] given = bytes(signature);
        boolean proved = false;
        for (HmacSha256 key : keys) {
            proved |= MessageDigest.isEqual(given, bytes(sign(key, timestamp, request.body())));
        }
        return proved ? Proof.PROVED : Proof.FORGED;
    }

    /** The signature as the header holds it. */
    public String sign(HmacSha256 key, String timestamp, byte[] body) {
        byte[] mac = key.of(bytes(version + ":" + timestamp + ":"), body);
        return version + "=" + (encoding == Encoding.HEX ? HexFormat.of().formatHex(mac) : base64(mac));
    }

    /** Whether this is written as such a signature is, whoever made it: a scanner's guess hardly is. */
    public boolean isWellFormed(@Nullable String signature) {
        boolean hex = encoding == Encoding.HEX;
        int begin = version.length() + 1;
        if (signature == null
                || !signature.startsWith(version + "=")
                || signature.length() != begin + (hex ? HEX_DIGITS : BASE64_DIGITS)) {
            return false;
        }
        for (int i = begin; i < signature.length(); i++) {
            if (!(hex ? isHex(signature.charAt(i)) : isBase64(signature.charAt(i)))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isHex(char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
    }

    private static boolean isBase64(char c) {
        return (c >= '0' && c <= '9')
                || (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || c == '+'
                || c == '/'
                || c == '=';
    }

    private static String base64(byte[] mac) {
        return Base64.getEncoder().encodeToString(mac);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
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
