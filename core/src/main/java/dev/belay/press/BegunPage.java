package dev.belay.press;

import dev.belay.action.Actions;
import dev.belay.event.HandledEvents;
import dev.belay.event.Press;
import dev.belay.record.Chronicles;
import dev.belay.record.Happening;
import java.util.Optional;

/** What is known of that which a press did, or may have done, before its write. */
final class BegunPage {
    private final HandledEvents events;
    private final Chronicles chronicles;

    BegunPage(HandledEvents events, Chronicles chronicles) {
        this.events = events;
        this.chronicles = chronicles;
    }

    /** What came of it, where that is known: nothing is left to do but to write it. */
    Optional<Happening> came(Press press) {
        return Actions.actsFirst(press.button())
                ? chronicles.of(press.record()).find(press.pressId())
                : Optional.empty();
    }

    /** Whether a pager may have paged somebody, whatever came of it. */
    boolean mayHavePaged(Press press) {
        return Actions.actsFirst(press.button()) && AskPager.mayHavePaged(press, events);
    }

    /** Whether anything took effect, or may have: then the press is brought to its end, however late. */
    boolean isBegun(Press press) {
        return mayHavePaged(press) || came(press).isPresent();
    }

    /** Whether its person heard that the pager limits us. */
    boolean waits(Press press) {
        return Actions.actsFirst(press.button()) && events.isTakenUp(PageFirst.waits(press));
    }
}
