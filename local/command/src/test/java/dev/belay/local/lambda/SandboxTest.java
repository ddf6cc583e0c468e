package dev.belay.local.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import dev.belay.simulator.time.PassingClock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A function stays warm until its time is over. */
final class SandboxTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final PassingClock clock = new PassingClock(() -> Instant.parse("2026-11-23T10:00:00Z"));
    private final AtomicInteger started = new AtomicInteger();
    private final Sandbox<Duration, Integer> sandbox = new Sandbox<>(this::cold);

    /** A function that takes as long as it is told, and says which one it is. */
    private RequestHandler<Duration, Integer> cold() {
        int number = started.incrementAndGet();
        return (takes, _) -> {
            clock.pass(takes);
            return number;
        };
    }

    @Test
    void a_function_that_ends_in_time_is_met_again() {
        assertThat(run(MINUTE.minusMillis(1))).isOne();
        assertThat(run(Duration.ZERO)).isOne();
    }

    @Test
    void after_a_time_out_the_function_is_another_one() {
        assertThatThrownBy(() -> run(MINUTE)).isInstanceOf(TimedRun.TimedOut.class);
        assertThat(run(Duration.ZERO)).isEqualTo(2);
    }

    private int run(Duration takes) {
        Invocation invocation = Invocation.of("card-action", MINUTE, clock);
        return new TimedRun(invocation, clock).<Integer>of(() -> sandbox.handleRequest(takes, invocation));
    }
}
