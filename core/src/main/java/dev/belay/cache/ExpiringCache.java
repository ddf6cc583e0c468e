package dev.belay.cache;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Answers that are good for a while in this process's memory, a thousand at most. A failure to ask is never cached. Thread-safe;
 * two threads that ask for the same key at once may both ask. What has expired goes with the next answer that is cached. Who keeps
 * anything of people in one stands in docs/retention.md.
 */
public final class ExpiringCache<K, V> {
    private static final int CAPACITY = 1_000;

    private record Entry<V>(V value, Instant expires) {}

    private final Clock clock;
    private final Duration life;
    private final Map<K, Entry<V>> entries = new LinkedHashMap<>();

    /**
     * @param life how long an answer is good, from when it was asked for
     */
    public ExpiringCache(Clock clock, Duration life) {
        this.clock = clock;
        this.life = life;
    }

    /** The cached answer; asks for it where there is none or it has expired. */
    public V get(K key, Function<? super K, ? extends V> ask) {
        V cached = cached(key);
        return cached == null ? refresh(key, ask) : cached;
    }

    /** Asks now, whatever is cached. */
    public V refresh(K key, Function<? super K, ? extends V> ask) {
        Instant asked = clock.instant();
        V value = ask.apply(key);
        put(key, new Entry<>(value, asked.plus(life)));
        return value;
    }

    /** The cached answer, if there is one that has not expired. */
    public Optional<V> find(K key) {
        return Optional.ofNullable(cached(key));
    }

    /** Caches an answer that came unasked. */
    public void put(K key, V value) {
        put(key, new Entry<>(value, clock.instant().plus(life)));
    }

    public synchronized void forget(K key) {
        entries.remove(key);
    }

    /** How many are in memory. */
    synchronized int size() {
        return entries.size();
    }

    private synchronized @Nullable V cached(K key) {
        Entry<V> entry = entries.get(key);
        return entry != null && clock.instant().isBefore(entry.expires()) ? entry.value() : null;
    }

    private synchronized void put(K key, Entry<V> entry) {
        entries.remove(key); // so that the eldest entry is the one that was asked for longest ago
        entries.put(key, entry);
        Instant now = clock.instant();
        Iterator<Entry<V>> eldest = entries.values().iterator();
        while (eldest.hasNext()) {
            boolean good = now.isBefore(eldest.next().expires());
            if (good && entries.size() <= CAPACITY) {
                return;
            }
            eldest.remove();
        }
    }
}
