package dev.belay.lease;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.time.Crowd;
import dev.belay.time.MovedClock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What every {@link Leases} keeps. */
public interface LeasesContract {
    Duration LENGTH = Duration.ofSeconds(35);

    Leases leases();

    /** The clock that leases end by. */
    MovedClock clock();

    /** A name that no test before had. */
    String name();

    @Test
    default void one_holder_has_it_and_the_other_hears_how_long() {
        String name = name();
        assertThat(leases().acquire(name, "first", LENGTH)).isEmpty();
        clock().advance(Duration.ofSeconds(5));
        assertThat(leases().acquire(name, "second", LENGTH)).contains(Duration.ofSeconds(30));
    }

    @Test
    default void it_ends_by_itself() {
        String name = name();
        leases().acquire(name, "first", LENGTH);
        clock().advance(LENGTH.minusMillis(1));
        assertThat(leases().acquire(name, "second", LENGTH)).contains(Duration.ofMillis(1));
        clock().advance(Duration.ofMillis(1));
        assertThat(leases().acquire(name, "second", LENGTH)).isEmpty();
        assertThat(leases().acquire(name, "first", LENGTH)).contains(LENGTH);
    }

    @Test
    default void its_holder_takes_it_again_for_longer() {
        String name = name();
        leases().acquire(name, "first", LENGTH);
        clock().advance(Duration.ofSeconds(20));
        assertThat(leases().acquire(name, "first", LENGTH)).isEmpty();
        assertThat(leases().acquire(name, "second", LENGTH)).contains(LENGTH);
    }

    @Test
    default void what_is_given_back_is_free() {
        String name = name();
        leases().acquire(name, "first", LENGTH);
        leases().release(name, "first");
        assertThat(leases().acquire(name, "second", LENGTH)).isEmpty();
    }

    @Test
    default void whoever_does_not_have_it_cannot_give_it_back() {
        String name = name();
        leases().release(name, "first");
        leases().acquire(name, "first", LENGTH);
        leases().release(name, "second");
        assertThat(leases().acquire(name, "second", LENGTH)).contains(LENGTH);
    }

    @Test
    default void two_names_are_two_leases() {
        leases().acquire(name(), "first", LENGTH);
        assertThat(leases().acquire(name(), "second", LENGTH)).isEmpty();
    }

    @Test
    default void one_of_many_workers_has_it() throws InterruptedException, ExecutionException {
        String name = name();
        AtomicInteger workers = new AtomicInteger();
        assertThat(Crowd.of(16, () -> leases().acquire(name, "worker-" + workers.incrementAndGet(), LENGTH)))
                .filteredOn(Optional::isEmpty)
                .hasSize(1);
    }
}
