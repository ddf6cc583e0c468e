package dev.belay.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BackoffTest {
    private static final Duration YOUNG = Duration.ofSeconds(30);
    private static final Optional<Duration> UNBOUNDED = Optional.empty();

    private final Backoff backoff = new Backoff(new Random(11));

    @ParameterizedTest
    @CsvSource({"1, 2", "2, 4", "3, 8", "5, 32", "6, 60", "1000, 60"})
    void an_unknown_wait_doubles_with_each_failure_up_to_a_minute_while_the_message_is_young(long failures, long most) {
        for (int i = 0; i < 200; i++) {
            assertThat(backoff.grown(failures, YOUNG, UNBOUNDED).toMillis())
                    .isBetween(Math.max(1000, most * 500), most * 1000);
        }
    }

    @ParameterizedTest
    @CsvSource({"4, 60", "20, 300", "120, 1800", "10000, 1800"})
    void an_old_message_waits_up_to_a_quarter_of_its_age_and_half_an_hour_at_most(long minutes, long most) {
        for (int i = 0; i < 200; i++) {
            assertThat(backoff.grown(40, Duration.ofMinutes(minutes), UNBOUNDED).toMillis())
                    .isBetween(most * 500, most * 1000);
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 1000, 1100", "5, 5000, 5500", "40, 40000, 42000", "10800, 10800000, 10802000"})
    void a_named_wait_lasts_just_that_long_and_a_little_jitter(long seconds, long least, long most) {
        for (int i = 0; i < 200; i++) {
            assertThat(backoff.named(Duration.ofSeconds(seconds), UNBOUNDED).toMillis())
                    .isBetween(least, most);
        }
    }

    @Test
    void messages_that_failed_together_do_not_come_back_together() {
        Set<Duration> waits = new HashSet<>();
        for (int i = 0; i < 100; i++) {
            waits.add(backoff.grown(6, YOUNG, UNBOUNDED));
        }
        assertThat(waits).hasSizeGreaterThan(50);
    }

    @Test
    void no_wait_is_longer_than_a_person_waits() {
        Duration most = Duration.ofMinutes(9);
        assertThat(backoff.named(Duration.ofHours(1), Optional.of(most))).isEqualTo(most);
        assertThat(backoff.grown(40, Duration.ofDays(1), Optional.of(most))).isEqualTo(most);
    }

    @Test
    void no_retry_comes_at_once() {
        RandomGenerator none = () -> 0;
        Backoff least = new Backoff(none);
        assertThat(least.named(Duration.ZERO, UNBOUNDED)).isEqualTo(Duration.ofSeconds(1));
        assertThat(least.grown(1, Duration.ZERO, Optional.of(Duration.ofSeconds(-5))))
                .isEqualTo(Duration.ofSeconds(1));
    }
}
