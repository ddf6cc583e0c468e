package dev.belay.person;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** Answers that are good for a while in this worker's memory; a failure to ask is never remembered. */
final class Fresh<K, V> {
    private static final int MOST = 1000;

    private record Answer<V>(V value, Instant until) {}

    private final Clock clock;
    private final Duration life;
    private final Map<K, Answer<V>> answers = new LinkedHashMap<>();

    Fresh(Clock clock, Duration life) {
        this.clock = clock;
        this.life = life;
    }

    V get(K key, Function<K, V> ask) {
        Answer<V> known = known(key);
        if (known != null && clock.instant().isBefore(known.until())) {
            return known.value();
        }
        V value = ask.apply(key);
        remember(key, new Answer<>(value, clock.instant().plus(life)));
        return value;
    }

    private synchronized @org.jspecify.annotations.Nullable Answer<V> known(K key) {
        return answers.get(key);
    }

    private synchronized void remember(K key, Answer<V> answer) {
        answers.put(key, answer);
        if (answers.size() > MOST) {
            answers.remove(answers.keySet().iterator().next());
        }
    }
}
