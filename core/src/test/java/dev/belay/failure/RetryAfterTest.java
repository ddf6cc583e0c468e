package dev.belay.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RetryAfterTest {
    private static final Instant NOW = Instant.parse("2026-11-23T09:30:00Z");

    @ParameterizedTest
    @CsvSource({"0,0", "7,7", " 60 ,60", "3600,3600", "3601,3600", "99999999999999999999,3600"})
    void seconds_are_heeded_up_to_an_hour(String header, long seconds) {
        assertThat(RetryAfter.of(header, NOW)).contains(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Mon, 23 Nov 2026 09:30:45 GMT|45",
                "Mon, 23 Nov 2026 09:29:00 GMT|0",
                "Tue, 24 Nov 2026 09:30:00 GMT|3600"
            })
    void a_date_is_heeded_too(String header, long seconds) {
        assertThat(RetryAfter.of(header, NOW)).contains(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-1", "1.5", "٣", "Mon, 23 Nov 2026"})
    void anything_else_says_nothing(String header) {
        assertThat(RetryAfter.of(header, NOW)).isEmpty();
    }

    @Test
    void an_hour_is_the_longest() {
        assertThat(RetryAfter.of("Fri, 31 Dec 9999 23:59:59 GMT", NOW)).contains(Duration.ofHours(1));
    }
}
