package dev.belay.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BackoffTest {
    private static final Verdict.Wait ANYHOW = Verdict.Wait.ANYHOW;

    @ParameterizedTest
    @CsvSource({"1, 2", "2, 4", "3, 8", "10, 1024", "11, 1800", "1000, 1800"})
    void what_nobody_asked_for_doubles_up_to_half_an_hour(int received, long seconds) {
        assertThat(Backoff.delay(ANYHOW, received)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @Test
    void what_the_outside_asked_for_is_waited_in_full() {
        assertThat(Backoff.delay(Verdict.Wait.atLeast(Duration.ofHours(3)), 1)).isEqualTo(Duration.ofHours(3));
    }

    @Test
    void less_than_has_grown_by_now_is_not_taken_for_enough() {
        assertThat(Backoff.delay(Verdict.Wait.atLeast(Duration.ofSeconds(1)), 5))
                .isEqualTo(Duration.ofSeconds(32));
    }

    @Test
    void somebody_who_waits_is_not_kept_waiting_longer_than_they_will() {
        Verdict.Wait wait = new Verdict.Wait(Optional.of(Duration.ofHours(1)), Optional.of(Duration.ofMinutes(9)));

        assertThat(Backoff.delay(wait, 1)).isEqualTo(Duration.ofMinutes(9));
    }

    @Test
    void nothing_comes_back_at_once() {
        assertThat(Backoff.delay(Verdict.Wait.atMost(Duration.ZERO), 1)).isEqualTo(Duration.ofSeconds(1));
        assertThat(Backoff.delay(Verdict.Wait.atMost(Duration.ofSeconds(-5)), 1))
                .isEqualTo(Duration.ofSeconds(1));
    }
}
