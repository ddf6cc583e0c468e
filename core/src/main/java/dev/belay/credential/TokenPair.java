package dev.belay.credential;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/**
 * A bot token that ends, and the refresh token that gives the next pair, once. Neither is ever shown.
 *
 * @param expiresAt when the access token ends; the refresh token does not end by itself
 */
public record TokenPair(String accessToken, String refreshToken, Instant expiresAt) {
    /**
     * A name for what follows from this pair, the same each time: 64 hexadecimal digits, the SHA-256 of the purpose and the refresh
     * token, which it does not tell.
     *
     * @param purpose what the name is for, so that no two purposes share one
     */
    public String fingerprint(String purpose) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((purpose + "\n").getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(refreshToken.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "TokenPair[expires at " + expiresAt + "]";
    }
}
