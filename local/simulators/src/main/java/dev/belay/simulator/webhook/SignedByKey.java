package dev.belay.simulator.webhook;

import dev.belay.simulator.http.Request;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The signature that Belay's own events bear (infra/servicenow/BelayEvents.js), the other way round: {@code X-Belay-Signature} is
 * {@code v1=} and the base64 HMAC-SHA256 of {@code v1:<time>:<body>}, by the key that {@code X-Belay-Key-Id} names, no older or younger than
 * five minutes.
 */
public final class SignedByKey implements Proof {
    private static final String ALGORITHM = "HmacSHA256";
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private final Clock clock;
    private final Map<String, byte[]> keys = new HashMap<>();

    public SignedByKey(Clock clock) {
        this.clock = clock;
    }

    /** Accepts a key too. */
    public synchronized SignedByKey key(String id, byte[] key) {
        if (key.length == 0) {
            throw new IllegalArgumentException("an empty key proves nothing");
        }
        keys.put(id, key.clone());
        return this;
    }

    /** Accepts a key no more. */
    public synchronized void forget(String id) {
        keys.remove(id);
    }

    @Override
    public synchronized boolean holds(Request request) {
        String time = request.header("x-belay-timestamp").orElse("");
        Optional<byte[]> key = request.header("x-belay-key-id").map(keys::get);
        return key.isPresent()
                && isFresh(time)
                && same(
                        request.header("x-belay-signature").orElse(""),
                        "v1=" + mac(key.get(), "v1:" + time + ":", request.body()));
    }

    private boolean isFresh(String time) {
        return time.matches("[0-9]{1,12}")
                && Duration.between(Instant.ofEpochSecond(Long.parseLong(time)), clock.instant())
                                .abs()
                                .compareTo(TOLERANCE)
                        <= 0;
    }

    private static String mac(byte[] key, String prefix, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            mac.update(prefix.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }

    private static boolean same(String a, String b) {
        return MessageDigest.isEqual(a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
    }
}
