package dev.belay.event;

import dev.belay.link.ConversationLinks;
import dev.belay.link.InMemoryConversationLinks;
import dev.belay.link.SampleLinks;
import dev.belay.record.Sample;
import dev.belay.time.MovedClock;

/** The fake keeps the contract. */
final class InMemoryHandledEventsTest implements HandledEventsContract {
    private final MovedClock clock = MovedClock.at(Sample.OPENED);
    private final InMemoryConversationLinks links = new InMemoryConversationLinks();
    private final HandledEvents events = new InMemoryHandledEvents(links, clock);
    private final SampleLinks sample = new SampleLinks(2);
    private int count;

    @Override
    public HandledEvents events() {
        return events;
    }

    @Override
    public ConversationLinks links() {
        return links;
    }

    @Override
    public SampleLinks sample() {
        return sample;
    }

    @Override
    public MovedClock clock() {
        return clock;
    }

    @Override
    public String event() {
        return "press-" + ++count;
    }
}
