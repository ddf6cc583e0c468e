package dev.belay.ingress;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import dev.belay.aws.protocol.SecretReader;
import dev.belay.failure.Rejected;
import dev.belay.failure.Unavailable;
import dev.belay.secret.SecretPlace;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A secret, cached for five minutes, and for an hour while Secrets Manager does not answer. What fails with it makes it be read again,
 * because it may have been rotated meanwhile; how often that reaches Secrets Manager is bounded.
 *
 * @param <T> what the secret's document holds
 */
abstract class CachedSecret<T> {
    private static final long LIFE_MILLIS = 300_000;
    private static final long LAST_GOOD_MILLIS = 3_600_000;
    private static final long PATIENCE_MILLIS = 30_000;
    private static final long YOUNG_MILLIS = 10_000;
    private static final long PAUSE_MILLIS = 1_000;

    /** A secret that is missing is looked for so often: who stores it need not wait, and a flood of requests costs few calls. */
    private static final long MISSING_MILLIS = 5_000;

    private final SecretReader reader;
    private final SecretPlace place;
    private final LastGoodMetric lastGood;
    private final Clock clock;
    private @Nullable T cached;
    private @Nullable NotSetUp missing;
    private long readAt = Long.MIN_VALUE / 2;
    private long failedAt = Long.MIN_VALUE / 2;

    CachedSecret(SecretReader reader, SecretPlace place, LastGoodMetric lastGood, Clock clock) {
        this.reader = reader;
        this.place = place;
        this.lastGood = lastGood;
        this.clock = clock;
    }

    /**
     * Reads what the secret's document holds.
     *
     * @throws IllegalArgumentException when the document is not what it should be; the message never quotes it
     */
    abstract T parse(JsonObject document);

    /**
     * As it was read within five minutes.
     *
     * @throws Unavailable when the secret cannot be read now
     * @throws Rejected when we may not read it, or its document is wrong
     * @throws NotSetUp while there is none, or it is empty
     */
    final synchronized T current() {
        NotSetUp before = missing;
        if (before != null && isYoungerThan(MISSING_MILLIS, failedAt)) {
            throw before;
        }
        T kept = cached;
        if (kept != null && isYoungerThan(LIFE_MILLIS, readAt)) {
            return kept;
        }
        if (kept != null && isYoungerThan(LAST_GOOD_MILLIS, readAt)) {
            return isYoungerThan(PATIENCE_MILLIS, failedAt) ? kept : readOr(kept);
        }
        if (isYoungerThan(PAUSE_MILLIS, failedAt)) {
            throw new Unavailable("aws", "the secret could not be read a moment ago", Optional.empty());
        }
        return read();
    }

    /** While Secrets Manager does not answer, what it said last within the hour proves requests. A refusal is an answer, and ends that. */
    private T readOr(T kept) {
        try {
            return read();
        } catch (Unavailable e) {
            lastGood.count();
            return kept;
        } catch (Rejected | NotSetUp e) {
            cached = null;
            throw e;
        }
    }

    /** As it is now; null when it was read a moment ago or cannot be read. */
    final synchronized @Nullable T reread() {
        if (isYoungerThan(YOUNG_MILLIS, readAt) || isYoungerThan(YOUNG_MILLIS, failedAt)) {
            return null;
        }
        try {
            return read();
        } catch (Unavailable | Rejected | NotSetUp e) {
            return null;
        }
    }

    /** Begins to read the secret on another thread; a request that comes before it is read waits for it. */
    final void readAhead() {
        Thread thread = new Thread("read-secret") {
            @Override
            public void run() {
                readIfMissing();
            }
        };
        thread.setDaemon(true);
        thread.start();
    }

    private synchronized void readIfMissing() {
        try {
            if (cached == null) {
                read();
            }
        } catch (Unavailable | Rejected | NotSetUp e) {
            missing = null;
            failedAt = Long.MIN_VALUE / 2; // the first request reads it again and logs the failure
        }
    }

    private T read() {
        failedAt = clock.millis();
        missing = null;
        T keys = parse(text());
        cached = keys;
        readAt = failedAt;
        failedAt = Long.MIN_VALUE / 2;
        return keys;
    }

    /** One that is empty is not found either: it has no version in the stage AWSCURRENT (API_GetSecretValue.html). */
    private String text() {
        try {
            return reader.read(place.id());
        } catch (Rejected e) {
            if (e.said().contains("ResourceNotFoundException")) {
                NotSetUp none = new NotSetUp(place.missing());
                missing = none;
                throw none;
            }
            throw e;
        }
    }

    private T parse(String text) {
        try {
            return parse(JsonParser.object().from(text));
        } catch (JsonParserException e) {
            throw new Rejected("aws", place.wrong("it is not a JSON object"));
        } catch (IllegalArgumentException e) {
            throw new Rejected("aws", place.wrong(String.valueOf(e.getMessage())));
        }
    }

    /** A clock that was set back makes everything old. */
    private boolean isYoungerThan(long millis, long moment) {
        long age = clock.millis() - moment;
        return age >= 0 && age < millis;
    }

    /** Nothing is wrong with the document's shape. */
    static void requireShape(List<String> problems) {
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(problems.get(0));
        }
    }

    /** A text that the document must hold. */
    static String requireText(JsonObject document, String name) {
        String text = document.getString(name, "");
        if (text.isEmpty()) {
            throw new IllegalArgumentException("it has no text " + name);
        }
        return text;
    }
}
