package dev.belay.aws.call;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Answers that are good for a while in this worker's memory; a failure to ask is never remembered. */
public final class Remembered<V> {
    private record Answer<V>(V value, Instant until) {}

    private final Map<String, Answer<V>> answers = new ConcurrentHashMap<>();
    private final Clock clock;
    private final Duration life;

    public Remembered(Clock clock, Duration life) {
        this.clock = clock;
        this.life = life;
    }

    /** The answer known, or else asked for now. */
    public V get(String key, Function<String, V> ask) {
        Answer<V> known = answers.get(key);
        if (known != null && clock.instant().isBefore(known.until())) {
            return known.value();
        }
        return ask(key, ask);
    }

    /** Asks now, whatever is known. */
    public V ask(String key, Function<String, V> ask) {
        Instant asked = clock.instant();
        V value = ask.apply(key);
        answers.put(key, new Answer<>(value, asked.plus(life)));
        return value;
    }

    public void forget(String key) {
        answers.remove(key);
    }
}
