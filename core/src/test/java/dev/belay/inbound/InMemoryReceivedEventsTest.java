package dev.belay.inbound;

import dev.belay.record.Sample;
import dev.belay.time.MovedClock;

/** The fake keeps the contract. */
final class InMemoryReceivedEventsTest implements ReceivedEventsContract {
    private final MovedClock clock = MovedClock.at(Sample.OPENED);
    private final ReceivedEvents events = new InMemoryReceivedEvents(clock);
    private int count;

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
        return "acme" + ++count;
    }
}
