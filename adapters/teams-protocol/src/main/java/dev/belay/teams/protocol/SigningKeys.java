package dev.belay.teams.protocol;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import dev.belay.failure.Unavailable;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The keys that the Bot Connector publishes
 * (learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication: fetched again every 24 hours;
 * for a key that is not known, at most once an hour). A key's id that a forged token made up must not use up the hour of a real
 * new key, so the hour counts for each id, and for all of them together it is five minutes. Keys that are known are kept when they
 * cannot be fetched again.
 */
public final class SigningKeys {
    private static final long SECOND = 1_000;
    private static final long HOUR = 3_600 * SECOND;
    private static final long LIFE = 24 * HOUR;
    private static final long PAUSE_BETWEEN_UNKNOWN = 300 * SECOND;
    private static final long PAUSE_WITH_KEYS = 60 * SECOND;
    private static final long LONG_AGO = Long.MIN_VALUE / 2;

    private final URI metadata;
    private final KeyDocuments documents;
    private final Clock clock;
    private final Map<String, SigningKey> parsed = new HashMap<>();
    private @Nullable Map<String, JsonObject> published;
    private long fetches;
    private long fetchedAt = LONG_AGO;
    private long failedAt = LONG_AGO;
    private long unknownKeyFetchAt = LONG_AGO;
    private final Map<String, Long> soughtAt = new HashMap<>();

    /**
     * @param metadata the OpenID metadata of the Bot Connector
     */
    public SigningKeys(URI metadata, KeyDocuments documents, Clock clock) {
        this.metadata = metadata;
        this.documents = documents;
        this.clock = clock;
    }

    /** Fetches the keys where there are none, so that the first token need not wait for them. */
    public synchronized void fetchAhead() {
        try {
            current();
        } catch (Unavailable e) {
            failedAt = LONG_AGO; // the first token fetches them again and gets the failure
        }
    }

    /**
     * The key of that id, or null when the Bot Connector publishes none.
     *
     * @throws Unavailable when no keys are known and none can be fetched now
     */
    synchronized @Nullable SigningKey find(String id) {
        long before = fetches;
        Map<String, JsonObject> now = current();
        if (!now.containsKey(id) && fetches == before) {
            now = fetchForUnknownKey(id, now);
        }
        JsonObject json = now.get(id);
        SigningKey known = parsed.get(id);
        if (json == null || known != null) {
            return known;
        }
        SigningKey key = SigningKey.of(json);
        if (key != null) {
            parsed.put(id, key);
        }
        return key;
    }

    private Map<String, JsonObject> current() {
        Map<String, JsonObject> kept = published;
        if (kept == null) {
            if (isYoungerThan(SECOND, failedAt)) {
                throw unavailable("they could not be fetched a moment ago");
            }
            return fetch();
        }
        boolean fresh = isYoungerThan(LIFE, fetchedAt) || isYoungerThan(PAUSE_WITH_KEYS, failedAt);
        return fresh ? kept : fetchOrKeep(kept);
    }

    private Map<String, JsonObject> fetchForUnknownKey(String id, Map<String, JsonObject> kept) {
        if (isYoungerThan(HOUR, soughtAt.getOrDefault(id, LONG_AGO))
                || isYoungerThan(PAUSE_BETWEEN_UNKNOWN, unknownKeyFetchAt)
                || isYoungerThan(PAUSE_WITH_KEYS, failedAt)) {
            return kept;
        }
        long before = fetches;
        Map<String, JsonObject> now = fetchOrKeep(kept);
        if (fetches != before) { // a failed fetch does not use up the hour
            unknownKeyFetchAt = clock.millis();
            forgetWhatIsOld();
            soughtAt.put(id, unknownKeyFetchAt);
        }
        return now;
    }

    /** At most twelve are kept: one for each five minutes of the hour. */
    private void forgetWhatIsOld() {
        Iterator<Long> moments = soughtAt.values().iterator();
        while (moments.hasNext()) {
            if (!isYoungerThan(HOUR, moments.next())) {
                moments.remove();
            }
        }
    }

    private Map<String, JsonObject> fetchOrKeep(Map<String, JsonObject> kept) {
        try {
            return fetch();
        } catch (Unavailable e) {
            return kept;
        }
    }

    private Map<String, JsonObject> fetch() {
        failedAt = clock.millis();
        Map<String, JsonObject> keys = keys(document(address(document(metadata))));
        if (keys.isEmpty()) {
            throw unavailable("none is published");
        }
        published = keys;
        fetches++;
        parsed.clear();
        fetchedAt = failedAt;
        failedAt = LONG_AGO;
        return keys;
    }

    /** Where the keys are: on the metadata's own host. */
    private URI address(JsonObject document) {
        URI address;
        try {
            address = metadata.resolve(document.getString("jwks_uri", ""));
        } catch (IllegalArgumentException e) {
            throw unavailable("the metadata does not say where they are");
        }
        if (!origin(address).equals(origin(metadata))) {
            throw unavailable("the metadata says that they are on another host");
        }
        return address;
    }

    private static String origin(URI address) {
        return address.getScheme() + "://" + address.getRawAuthority();
    }

    private JsonObject document(URI address) {
        try {
            return Json.object(documents.fetch(address));
        } catch (IOException e) {
            throw unavailable("a document cannot be fetched: " + e.getClass().getSimpleName());
        } catch (MalformedActivity e) {
            throw unavailable("a document is not a JSON object");
        }
    }

    private static Map<String, JsonObject> keys(JsonObject document) {
        Map<String, JsonObject> keys = new HashMap<>();
        JsonArray listed = document.getArray("keys", new JsonArray());
        for (int i = 0; i < listed.size(); i++) {
            JsonObject key = listed.getObject(i);
            String id = key == null ? "" : key.getString("kid", "");
            if (key != null && !id.isEmpty()) {
                keys.putIfAbsent(id, key);
            }
        }
        return keys;
    }

    private static Unavailable unavailable(String what) {
        return new Unavailable("teams", "the Bot Connector's keys: " + what, Optional.empty());
    }

    /** A clock that was set back makes everything old. */
    private boolean isYoungerThan(long millis, long moment) {
        long age = clock.millis() - moment;
        return age >= 0 && age < millis;
    }
}
