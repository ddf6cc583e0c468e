package dev.belay.local.events;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.simulator.time.PassingClock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;

/** A rule with a rate invokes its target after each period that passes. */
final class ScheduleTest {
    private final PassingClock clock = new PassingClock(() -> Instant.parse("2026-11-22T08:00:00Z"));
    private final Semaphore runs = new Semaphore(0);

    @Test
    void it_runs_after_each_period_and_not_before_the_first() {
        Schedule schedule = Schedule.start(clock, Schedule.HOURLY, runs::release);
        clock.pass(Duration.ofMinutes(59));
        clock.pass(Duration.ofMinutes(1));
        clock.pass(Duration.ofMinutes(59));
        clock.pass(Duration.ofMinutes(1));
        schedule.close();
        clock.pass(Duration.ofHours(5));
        assertThat(runs.availablePermits()).isEqualTo(2);
    }

    @Test
    void a_run_that_fails_ends_nothing() {
        Schedule schedule = Schedule.start(clock, Schedule.HOURLY, () -> {
            runs.release();
            throw new IllegalStateException("failed");
        });
        clock.pass(Duration.ofHours(1));
        clock.pass(Duration.ofHours(1));
        schedule.close();
        assertThat(runs.availablePermits()).isEqualTo(2);
    }
}
