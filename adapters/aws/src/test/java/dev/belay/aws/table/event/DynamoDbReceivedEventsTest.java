package dev.belay.aws.table.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.aws.Cloud;
import dev.belay.inbound.ReceivedEvents;
import dev.belay.inbound.ReceivedEventsContract;
import dev.belay.record.Sample;
import dev.belay.time.MovedClock;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What came, on the simulated engine, keeps the contract with one request each. */
final class DynamoDbReceivedEventsTest implements ReceivedEventsContract {
    private final MovedClock clock = MovedClock.at(Sample.OPENED);
    private final ReceivedEvents events = Cloud.worker(clock).receivedEvents(Cloud.STACK.eventTable());

    @Override
    public ReceivedEvents events() {
        return events;
    }

    @Override
    public MovedClock clock() {
        return clock;
    }

    @Override
    public String instance() {
        return "acme" + Cloud.unique();
    }

    @Test
    void each_deed_is_one_request() {
        String instance = instance();
        assertThat(Cloud.requestsOf(() -> events.accepted(instance, clock.instant())))
                .isEqualTo(Map.of("dynamodb UpdateItem", 1));
        assertThat(Cloud.requestsOf(() -> events.of(instance))).isEqualTo(Map.of("dynamodb UpdateItem", 1));
    }

    @Test
    void an_event_whose_answer_was_lost_is_remembered() {
        String instance = instance();
        Cloud.losingTheFirstAnswer(() -> events.accepted(instance, clock.instant()));
        assertThat(events.of(instance).newest()).contains(clock.instant());
    }
}
