package dev.belay.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.chat.Platform;
import dev.belay.event.RecordHint;
import dev.belay.failure.Unavailable;
import dev.belay.record.RecordRef;
import dev.belay.record.Sample;
import dev.belay.time.MovedClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Of ServiceNow's events the newest is remembered, cheaply, and at no message's cost. */
final class RememberReceivedTest {
    private static final RecordRef RECORD = RecordRef.of("incident", "9d385017c611228701d22104cc95c371");

    private final MovedClock clock = MovedClock.at(Sample.OPENED);
    private final InMemoryReceivedEvents store = new InMemoryReceivedEvents(clock);
    private final List<Instant> stored = new ArrayList<>();
    private boolean down;
    private final RememberReceived remember = new RememberReceived(new ReceivedEvents() {
        @Override
        public void accepted(String instance, Instant at) {
            if (down) {
                throw new Unavailable("dynamodb", "no answer", Optional.empty());
            }
            stored.add(at);
            store.accepted(instance, at);
        }

        @Override
        public Reception of(String instance) {
            return store.of(instance);
        }
    });

    private static RecordHint hint(String id, Instant at) {
        return new RecordHint(id, Platform.SLACK, RecordHint.Type.OPENED, RECORD, at, at);
    }

    private static RecordHint event(Instant at) {
        return hint("incident:9d385017c611228701d22104cc95c371:0:record.opened", at);
    }

    @Test
    void a_hundred_events_in_a_minute_are_one_write() {
        for (int i = 0; i < 100; i++) {
            remember.remember("acme", event(clock.instant().plusMillis(600L * i)));
        }
        assertThat(stored).containsExactly(clock.instant());
        remember.remember("acme", event(clock.instant().plusSeconds(61)));
        assertThat(store.of("acme").newest()).contains(clock.instant().plusSeconds(61));
    }

    @Test
    void what_we_queued_ourselves_is_no_event_of_servicenow() {
        remember.remember("acme", hint("a1b2c3d4", clock.instant()));
        remember.remember("acme", hint("event-7:" + RECORD, clock.instant()));
        assertThat(stored).isEmpty();
    }

    @Test
    void an_old_message_makes_nothing_older() {
        remember.remember("acme", event(clock.instant()));
        remember.remember("acme", event(clock.instant().minus(Duration.ofDays(3))));
        assertThat(store.of("acme").newest()).contains(clock.instant());
    }

    @Test
    void a_store_that_does_not_answer_costs_the_message_nothing_and_the_next_is_remembered() {
        down = true;
        remember.remember("acme", event(clock.instant()));
        down = false;
        remember.remember("acme", event(clock.instant().plusSeconds(1)));
        assertThat(stored).containsExactly(clock.instant().plusSeconds(1));
    }
}
