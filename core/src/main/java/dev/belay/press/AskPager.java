package dev.belay.press;

import dev.belay.action.Paging;
import dev.belay.event.HandledEvents;
import dev.belay.event.HandledEvents.Claim;
import dev.belay.event.Press;
import dev.belay.failure.CredentialsRefused;
import dev.belay.failure.Rejected;
import dev.belay.failure.Unavailable;
import dev.belay.health.Counters;
import dev.belay.health.Metric;
import dev.belay.pager.PageOrder;
import dev.belay.pager.PageOrders;
import dev.belay.pager.Pager;
import dev.belay.pager.Pager.Outcome;
import dev.belay.record.NoteReference;
import java.util.Map;
import java.util.Optional;

/**
 * Gives an order to a pager. Before, it is claimed under a name of its own, so that it is known of a press that was not brought to its
 * end; the claim is taken back where the answer proves that nobody was paged. An order that is given again says the same as before. What
 * only looks who is on call needs none of that.
 */
final class AskPager {
    private static final System.Logger LOG = System.getLogger(AskPager.class.getName());

    private final HandledEvents events;
    private final PageOrders orders;
    private final Map<String, Pager> pagers;
    private final Counters counters;

    AskPager(PerformAction.Tools tools) {
        this.events = tools.events();
        this.orders = tools.orders();
        this.pagers = tools.pagers();
        this.counters = tools.counters();
    }

    /** Whether a pager may have paged somebody for this press. */
    static boolean mayHavePaged(Press press, HandledEvents events) {
        return events.isTakenUp(begun(press.pressId()));
    }

    private static String begun(String order) {
        return order + "/page";
    }

    /**
     * @param now the order as it would be given now; where it was given before, it is given as it was then
     * @param reference the press' own
     * @throws Unavailable when it is to be asked again
     */
    Outcome ask(Paging paging, PageOrder now, NoteReference reference) {
        Pager pager = pager(paging);
        if (!paging.pager().pages()) {
            return answer(pager, now, false);
        }
        PageOrder order = orders.keep(now);
        boolean again = !(events.claim(begun(order.id()), reference) instanceof Claim.First);
        try {
            Outcome outcome = answer(pager, order, again);
            if (outcome instanceof Outcome.Refused) {
                nobodyWasPaged(order, again);
            }
            return outcome;
        } catch (Unavailable e) {
            if (!e.mayBeDone()) {
                nobodyWasPaged(order, again);
            }
            throw e;
        }
    }

    /** By this run: what an earlier one did is its own. */
    private void nobodyWasPaged(PageOrder order, boolean again) {
        if (!again) {
            events.release(begun(order.id()));
        }
    }

    /**
     * A key that is refused pages nobody, and neither does one that is not stored; no retry would. The person is told at once, while
     * there is time for another way.
     */
    private Outcome answer(Pager pager, PageOrder order, boolean again) {
        try {
            return pager.page(order, again);
        } catch (CredentialsRefused | Rejected e) {
            LOG.log(
                    System.Logger.Level.ERROR,
                    "{0}: the pager has no key of ours that it takes: {1}",
                    order,
                    e.getMessage());
            counters.count(Metric.REJECTED, e.system());
            return again ? new Outcome.Unknown(Refusals.PAGE_INTERRUPTED) : new Outcome.Refused(Refusals.PAGER_KEY);
        }
    }

    private Pager pager(Paging paging) {
        return Optional.ofNullable(pagers.get(paging.pager().name()))
                .orElseThrow(() -> new IllegalStateException(
                        "no pager is called " + paging.pager().name()));
    }
}
