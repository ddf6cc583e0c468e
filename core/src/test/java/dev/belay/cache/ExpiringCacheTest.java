package dev.belay.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.time.MovedClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ExpiringCacheTest {
    private static final Duration LIFE = Duration.ofMinutes(5);

    private final MovedClock clock = MovedClock.at(Instant.parse("2026-11-23T12:00:00Z"));
    private final ExpiringCache<String, Integer> cache = new ExpiringCache<>(clock, LIFE);
    private int asked;

    private int ask(String key) {
        return ++asked;
    }

    @Test
    void an_answer_is_good_until_its_life_is_over() {
        assertThat(cache.get("a", this::ask)).isEqualTo(1);
        clock.advance(LIFE.minusMillis(1));
        assertThat(cache.get("a", this::ask)).isEqualTo(1);
        assertThat(cache.find("a")).hasValue(1);
        clock.advance(Duration.ofMillis(1));
        assertThat(cache.find("a")).isEmpty();
        assertThat(cache.get("a", this::ask)).isEqualTo(2);
    }

    @Test
    void each_key_has_its_own_answer() {
        assertThat(cache.get("a", this::ask)).isEqualTo(1);
        assertThat(cache.get("b", this::ask)).isEqualTo(2);
        assertThat(cache.get("a", this::ask)).isEqualTo(1);
    }

    @Test
    void the_life_of_an_answer_begins_when_it_is_asked_for() {
        cache.get("a", _ -> {
            clock.advance(Duration.ofMinutes(4));
            return 7;
        });
        clock.advance(Duration.ofMinutes(1));
        assertThat(cache.find("a")).isEmpty();
    }

    @Test
    void a_failure_is_not_cached() {
        assertThatThrownBy(() -> cache.get("a", _ -> {
                    throw new IllegalStateException("not now");
                }))
                .hasMessage("not now");
        assertThat(cache.get("a", this::ask)).isEqualTo(1);
    }

    @Test
    void what_is_refreshed_put_or_forgotten_replaces_what_was_cached() {
        cache.get("a", this::ask);
        assertThat(cache.refresh("a", this::ask)).isEqualTo(2);
        assertThat(cache.get("a", this::ask)).isEqualTo(2);
        cache.put("a", 9);
        assertThat(cache.get("a", this::ask)).isEqualTo(9);
        cache.forget("a");
        assertThat(cache.get("a", this::ask)).isEqualTo(3);
    }

    @Test
    void the_thousand_asked_for_last_are_kept() {
        for (int i = 0; i < 1_000; i++) {
            cache.put("key" + i, i);
        }
        cache.put("key0", 0);
        cache.put("another", 1);
        assertThat(cache.find("key0")).hasValue(0);
        assertThat(cache.find("key1")).isEmpty();
        assertThat(cache.find("key2")).hasValue(2);
    }

    @Test
    void what_has_expired_does_not_lie_in_memory_until_it_is_pushed_out() {
        for (int i = 0; i < 10; i++) {
            cache.put("key" + i, i);
        }
        clock.advance(Duration.ofMinutes(5));
        cache.put("another", 1);
        assertThat(cache.size()).isEqualTo(1);
    }
}
