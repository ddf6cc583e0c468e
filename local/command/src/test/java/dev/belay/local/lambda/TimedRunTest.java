package dev.belay.local.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.simulator.time.PassingClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** A function ends by itself or, when its time is over, as Lambda ends it. */
final class TimedRunTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final PassingClock clock = new PassingClock(() -> Instant.parse("2026-11-23T10:00:00Z"));

    @Test
    void what_a_function_returns_or_throws_in_time_is_handed_on() {
        assertThat(run(clock, MINUTE).<Integer>of(() -> 1)).isOne();
        assertThatThrownBy(() -> run(clock, MINUTE).of(() -> {
                    throw new IllegalArgumentException("a bug");
                }))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> run(clock, MINUTE).of(() -> {
                    throw new AssertionError("a test's");
                }))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void what_a_function_returns_after_its_time_nobody_hears() {
        assertThat(run(clock, MINUTE).<Integer>of(() -> returning(MINUTE.minusMillis(1))))
                .isOne();
        Invocation invocation = Invocation.of("card-action", MINUTE, clock);
        assertThatThrownBy(() -> new TimedRun(invocation, clock).of(() -> returning(MINUTE)))
                .isInstanceOf(TimedRun.TimedOut.class)
                .hasMessage(invocation.requestId() + " Task timed out after 60.00 seconds");
        assertThat(invocation.getRemainingTimeInMillis()).isZero();
    }

    @Test
    void a_time_that_passes_by_itself_ends_a_function_too() {
        CountDownLatch never = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        assertThatThrownBy(() -> run(Clock.systemUTC(), Duration.ofMillis(20)).of(() -> {
                    try {
                        never.await();
                    } catch (InterruptedException e) {
                        interrupted.countDown();
                    }
                    return 1;
                }))
                .isInstanceOf(TimedRun.TimedOut.class)
                .hasMessageEndingWith("Task timed out after 0.02 seconds");
        assertThat(interrupted.getCount()).isZero();
    }

    @Test
    void a_run_that_ended_leaves_no_alarm() {
        assertThat(run(clock, MINUTE).<Integer>of(() -> 1)).isOne();
        clock.pass(MINUTE);
        assertThat(Thread.interrupted()).isFalse();
        assertThat(run(clock, MINUTE).<Integer>of(() -> 2)).isEqualTo(2);
    }

    private int returning(Duration after) {
        clock.pass(after);
        return 1;
    }

    private static TimedRun run(Clock clock, Duration timeout) {
        return new TimedRun(Invocation.of("card-action", timeout, clock), clock);
    }
}
