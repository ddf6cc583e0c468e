package dev.belay.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.failure.Unavailable;
import dev.belay.record.Sample;
import dev.belay.time.MovedClock;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A rate limit that one worker met holds for all of them. */
final class RateLimiterTest {
    private final MovedClock clock = MovedClock.at(Sample.OPENED);
    private final InMemoryRateLimitStore store = new InMemoryRateLimitStore(clock);
    private final RateLimiter limiter = limiter();

    @Test
    void a_limit_that_another_worker_met_holds_until_its_time() {
        Unavailable met = limiter().met("T01ACME", "chat.update", Optional.of("30"));
        assertThat(met.retryAfter()).contains(Duration.ofSeconds(30));
        clock.advance(Duration.ofSeconds(10));
        assertThatThrownBy(() -> limiter.check("T01ACME", "chat.update"))
                .isInstanceOfSatisfying(
                        Unavailable.class, e -> assertThat(e.retryAfter()).contains(Duration.ofSeconds(20)));
        clock.advance(Duration.ofSeconds(20));
        limiter.check("T01ACME", "chat.update");
    }

    @Test
    void it_holds_for_its_method_and_workspace_only() {
        var _ = limiter.met("T01ACME", "chat.update", Optional.of("30"));
        limiter.check("T01ACME", "chat.postMessage");
        limiter.check("T02OTHER", "chat.update");
    }

    @Test
    void a_limit_without_a_time_that_can_be_read_holds_for_a_while() {
        assertThat(limiter.met("T01ACME", "chat.update", Optional.empty()).retryAfter())
                .contains(Duration.ofSeconds(5));
        assertThat(limiter.met("T01ACME", "chat.update", Optional.of("soon")).retryAfter())
                .contains(Duration.ofSeconds(5));
    }

    private RateLimiter limiter() {
        return new RateLimiter(store, clock, "slack", Duration.ofSeconds(5));
    }
}
