package dev.belay.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.time.Crowd;
import dev.belay.time.MovedClock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What every {@link ReceivedEvents} keeps. */
public interface ReceivedEventsContract {
    ReceivedEvents events();

    MovedClock clock();

    /** An instance that no test before had. */
    String instance();

    @Test
    default void where_nothing_came_the_watch_begins_with_the_first_question() {
        String instance = instance();
        Instant first = clock().instant();
        assertThat(events().of(instance).newest()).isEmpty();
        clock().advance(Duration.ofHours(1));
        assertThat(events().of(instance).watchedSince()).isEqualTo(first);
    }

    @Test
    default void the_newest_is_remembered_to_the_millisecond() {
        String instance = instance();
        Instant at = clock().instant().plusMillis(123);
        events().accepted(instance, at);
        assertThat(events().of(instance).newest()).contains(at);
        events().accepted(instance, at.plus(Duration.ofHours(1)));
        assertThat(events().of(instance).newest()).contains(at.plus(Duration.ofHours(1)));
    }

    @Test
    default void what_is_hardly_newer_or_older_changes_nothing() {
        String instance = instance();
        Instant at = clock().instant();
        events().accepted(instance, at);
        events().accepted(instance, at.plus(ReceivedEvents.GRAIN));
        events().accepted(instance, at.minus(Duration.ofDays(1)));
        assertThat(events().of(instance).newest()).contains(at);
        events().accepted(instance, at.plus(ReceivedEvents.GRAIN).plusMillis(1));
        assertThat(events().of(instance).newest())
                .contains(at.plus(ReceivedEvents.GRAIN).plusMillis(1));
    }

    @Test
    default void an_event_and_the_watch_leave_each_other_alone() {
        String instance = instance();
        Instant begun = events().of(instance).watchedSince();
        clock().advance(Duration.ofHours(1));
        events().accepted(instance, clock().instant());
        assertThat(events().of(instance).watchedSince()).isEqualTo(begun);
        assertThat(events().of(instance).newest()).contains(clock().instant());
    }

    @Test
    default void each_instance_has_its_own() {
        events().accepted(instance(), clock().instant());
        assertThat(events().of(instance()).newest()).isEmpty();
    }

    @Test
    default void of_many_at_once_the_newest_or_one_hardly_older_stays()
            throws InterruptedException, ExecutionException {
        String instance = instance();
        Instant start = clock().instant();
        AtomicInteger minutes = new AtomicInteger();
        Crowd.of(16, () -> {
            Instant at = start.plus(Duration.ofMinutes(2L * minutes.incrementAndGet()));
            events().accepted(instance, at);
            return at;
        });
        assertThat(events().of(instance).newest()).contains(start.plus(Duration.ofMinutes(32)));
    }
}
