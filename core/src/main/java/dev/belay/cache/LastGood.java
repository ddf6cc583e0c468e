package dev.belay.cache;

import dev.belay.failure.Unavailable;
import dev.belay.health.Counters;
import dev.belay.health.Metric;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a store answered last, for when it does not answer: freshness is not bought with availability. A refusal is an answer, and
 * ends what was good before.
 */
public final class LastGood<K, V> {
    private static final System.Logger LOG = System.getLogger(LastGood.class.getName());

    /** How long a value is good, counted from when the store last answered. */
    private static final Duration AT_MOST = Duration.ofHours(1);

    /** The store is not asked again before: each question costs a time-out, and somebody waits. */
    private static final Duration PAUSE = Duration.ofSeconds(30);

    private record Answer<V>(V value, Instant at, Instant askAgain) {}

    private final Counters counters;
    private final Clock clock;
    private final Map<K, Answer<V>> answers = new LinkedHashMap<>();

    public LastGood(Counters counters, Clock clock) {
        this.counters = counters;
        this.clock = clock;
    }

    /**
     * What the store says now; while it does not answer, what it said last.
     *
     * @throws Unavailable when it does not answer and said nothing within the last hour
     */
    public synchronized V get(K key, Function<? super K, ? extends V> ask) {
        Instant now = clock.instant();
        Answer<V> last = answers.get(key);
        if (last != null && now.isBefore(last.askAgain()) && isGood(last, now)) {
            return last.value();
        }
        try {
            V value = ask.apply(key);
            answers.put(key, new Answer<>(value, now, now));
            return value;
        } catch (Unavailable e) {
            return otherwise(key, last, now, e);
        }
    }

    private V otherwise(K key, @Nullable Answer<V> last, Instant now, Unavailable e) {
        if (last == null || !isGood(last, now)) {
            throw e;
        }
        if (e.isNotBegun()) {
            return last.value();
        }
        LOG.log(System.Logger.Level.WARNING, "the value of {0} is used: {1}", last.at(), e.getMessage());
        counters.count(Metric.LAST_GOOD_USED, e.system());
        answers.put(key, new Answer<>(last.value(), last.at(), now.plus(PAUSE)));
        return last.value();
    }

    private static <V> boolean isGood(Answer<V> last, Instant now) {
        return now.isBefore(last.at().plus(AT_MOST));
    }
}
