package dev.belay.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.delivery.Delivery;
import dev.belay.delivery.Delivery.Urgency;
import dev.belay.failure.Unavailable;
import dev.belay.ratelimit.RateLimiter.Limited;
import dev.belay.record.Sample;
import dev.belay.time.MovedClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class RateLimiterTest {
    private static final Limited LIMITED = new Limited("T01", "conversations.create", Duration.ofSeconds(3));

    private final MovedClock clock = MovedClock.at(Sample.OPENED);
    private final RateLimiter limiter =
            new RateLimiter(new InMemoryRateLimitStore(clock), clock, "slack", Duration.ofSeconds(30));

    @Test
    void those_that_meet_a_limit_come_back_one_after_another_and_once() {
        assertThat(met("a")).isEqualTo(Duration.ofSeconds(40));
        assertThat(waits("b", Urgency.REST)).contains(Duration.ofSeconds(43));
        assertThat(waits("c", Urgency.REST)).contains(Duration.ofSeconds(46));
        clock.advance(Duration.ofSeconds(40));
        assertThat(waits("a", Urgency.REST)).isEmpty();
        assertThat(waits("b", Urgency.REST)).contains(Duration.ofSeconds(3));
        clock.advance(Duration.ofSeconds(3));
        assertThat(waits("b", Urgency.REST)).isEmpty();
        clock.advance(Duration.ofSeconds(3));
        assertThat(waits("c", Urgency.REST)).isEmpty();
    }

    @Test
    void who_comes_while_others_are_in_line_stands_behind_them() {
        met("a");
        waits("b", Urgency.REST);
        clock.advance(Duration.ofSeconds(41));
        assertThat(waits("new", Urgency.REST)).contains(Duration.ofSeconds(5));
    }

    @Test
    void the_rest_yields_to_what_goes_first_although_its_turn_has_come() {
        met("a");
        assertThat(waits("p1", Urgency.FIRST)).contains(Duration.ofSeconds(40));
        assertThat(waits("p2", Urgency.FIRST)).contains(Duration.ofSeconds(43));
        clock.advance(Duration.ofSeconds(40));
        assertThat(waits("a", Urgency.REST)).isPresent();
        assertThat(waits("p1", Urgency.FIRST)).isEmpty();
        clock.advance(Duration.ofSeconds(3));
        assertThat(waits("p2", Urgency.FIRST)).isEmpty();
    }

    @Test
    void outside_a_delivery_a_limit_holds_and_no_line_does() {
        met("a");
        assertThat(waiting()).contains(Duration.ofSeconds(40));
        clock.advance(Duration.ofSeconds(40));
        assertThat(waiting()).isEmpty();
    }

    @Test
    void a_place_in_line_is_kept_to_without_jitter() {
        assertThat(delivery("a", Urgency.REST)
                        .run(() -> limiter.met(LIMITED, Optional.of("40")))
                        .isInLine())
                .isTrue();
    }

    private Duration met(String message) {
        return delivery(message, Urgency.REST)
                .run(() -> limiter.met(LIMITED, Optional.of("40")))
                .retryAfter()
                .orElseThrow();
    }

    private Optional<Duration> waits(String message, Urgency urgency) {
        return delivery(message, urgency).run(this::waiting);
    }

    private Optional<Duration> waiting() {
        try {
            limiter.check(LIMITED);
            return Optional.empty();
        } catch (Unavailable e) {
            return e.retryAfter();
        }
    }

    private static Delivery delivery(String message, Urgency urgency) {
        return new Delivery(message, Instant.EPOCH, urgency, () -> Duration.ofSeconds(30));
    }
}
