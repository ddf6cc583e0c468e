package dev.belay.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.worker.Disposition.RetryLater;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BackoffTest {
    @ParameterizedTest
    @CsvSource({"1, 2", "2, 4", "3, 8", "10, 1024", "11, 1800", "1000, 1800"})
    void the_delay_doubles_with_each_delivery_up_to_half_an_hour(int received, long seconds) {
        assertThat(Backoff.delay(RetryLater.WITH_BACKOFF, received)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @Test
    void a_longer_delay_that_was_asked_for_is_kept() {
        assertThat(Backoff.delay(RetryLater.atLeast(Duration.ofHours(3)), 1)).isEqualTo(Duration.ofHours(3));
    }

    @Test
    void a_delay_that_was_asked_for_never_shortens_the_backoff() {
        assertThat(Backoff.delay(RetryLater.atLeast(Duration.ofSeconds(1)), 5)).isEqualTo(Duration.ofSeconds(32));
    }

    @Test
    void no_delay_is_longer_than_a_person_waits() {
        RetryLater retry = new RetryLater(Optional.of(Duration.ofHours(1)), Optional.of(Duration.ofMinutes(9)));

        assertThat(Backoff.delay(retry, 1)).isEqualTo(Duration.ofMinutes(9));
    }

    @Test
    void no_retry_comes_at_once() {
        assertThat(Backoff.delay(RetryLater.atMost(Duration.ZERO), 1)).isEqualTo(Duration.ofSeconds(1));
        assertThat(Backoff.delay(RetryLater.atMost(Duration.ofSeconds(-5)), 1)).isEqualTo(Duration.ofSeconds(1));
    }
}
