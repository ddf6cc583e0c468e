package dev.belay.ingress;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import dev.belay.aws.protocol.SecretReader;
import dev.belay.failure.Rejected;
import dev.belay.failure.Unavailable;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is made of a secret, kept for five minutes at most. A signature that fails asks for a younger one, because the secret
 * may have been rotated meanwhile; how often that reaches Secrets Manager is bounded, however many requests are forged.
 *
 * @param <T> what proves signatures
 */
abstract class CachedSecret<T> {
    private static final long LIFE_MILLIS = 300_000;
    private static final long YOUNG_MILLIS = 10_000;
    private static final long PAUSE_MILLIS = 1_000;

    private final SecretReader reader;
    private final String arn;
    private final Clock clock;
    private @Nullable T held;
    private long readAt = Long.MIN_VALUE / 2;
    private long failedAt = Long.MIN_VALUE / 2;

    CachedSecret(SecretReader reader, String arn, Clock clock) {
        this.reader = reader;
        this.arn = arn;
        this.clock = clock;
    }

    /**
     * What is made of the secret's document.
     *
     * @throws IllegalArgumentException when the document is not what it should be; the message never quotes it
     */
    abstract T made(JsonObject document);

    /**
     * What is made of the secret.
     *
     * @throws Unavailable when it cannot be read now
     * @throws Rejected when it must not be read, or its document is wrong
     */
    synchronized T current() {
        T kept = held;
        if (kept != null && isYoungerThan(LIFE_MILLIS, readAt)) {
            return kept;
        }
        if (isYoungerThan(PAUSE_MILLIS, failedAt)) {
            throw new Unavailable("aws", "the secret could not be read a moment ago", Optional.empty());
        }
        return read();
    }

    /** What is made of the secret as it is now, or null when it was read a moment ago or cannot be read. */
    synchronized @Nullable T renewed() {
        if (isYoungerThan(YOUNG_MILLIS, readAt) || isYoungerThan(YOUNG_MILLIS, failedAt)) {
            return null;
        }
        try {
            return read();
        } catch (Unavailable | Rejected e) {
            return null;
        }
    }

    /** Begins to read the secret; who asks for it before it is there waits for it. */
    void readAhead() {
        Thread thread = new Thread("reads a secret") {
            @Override
            public void run() {
                ahead();
            }
        };
        thread.setDaemon(true);
        thread.start();
    }

    private synchronized void ahead() {
        try {
            if (held == null) {
                read();
            }
        } catch (Unavailable | Rejected e) {
            failedAt = Long.MIN_VALUE / 2; // the first request tries again and tells what came of it
        }
    }

    private T read() {
        failedAt = clock.millis();
        T made = made(reader.read(arn));
        held = made;
        readAt = failedAt;
        failedAt = Long.MIN_VALUE / 2;
        return made;
    }

    private T made(String text) {
        try {
            return made(JsonParser.object().from(text));
        } catch (JsonParserException e) {
            throw new Rejected("aws", "a secret's document is not a JSON object");
        } catch (IllegalArgumentException e) {
            throw new Rejected("aws", "a secret's document is wrong: " + e.getMessage());
        }
    }

    /** A clock that was set back makes everything old. */
    private boolean isYoungerThan(long millis, long moment) {
        long age = clock.millis() - moment;
        return age >= 0 && age < millis;
    }

    /** A text that the document must hold. */
    static String need(JsonObject document, String name) {
        String text = document.getString(name, "");
        if (text.isEmpty()) {
            throw new IllegalArgumentException("it has no text " + name);
        }
        return text;
    }
}
