package dev.belay.press;

import dev.belay.event.HandledEvents;
import dev.belay.event.Press;
import dev.belay.failure.Unavailable;
import dev.belay.lease.Leases;
import dev.belay.record.RecordRef;
import dev.belay.step.Settling;
import java.time.Duration;
import java.util.Optional;

/**
 * One press at a time between reading a record and having written it, whoever pressed and on whichever platform: the queues keep
 * the order of one person's presses only. It is taken after the gates, so that whoever may not press is in nobody's way.
 */
final class RecordLease {
    private static final System.Logger LOG = System.getLogger(RecordLease.class.getName());

    /** A read and a write take about a second. */
    private static final Duration SHORTLY = Duration.ofSeconds(2);

    private final Leases leases;

    RecordLease(Leases leases) {
        this.leases = leases;
    }

    /**
     * @return none when it is this press' turn; else when to ask again
     */
    Optional<Duration> take(Press press) {
        return leases.acquire(name(press.record()), press.pressId(), HandledEvents.LEASE)
                .map(left -> left.compareTo(SHORTLY) < 0 ? left : SHORTLY);
    }

    void release(Press press) {
        leases.release(name(press.record()), press.pressId());
    }

    /** Until what was sent has settled nobody else reads the record: it may yet change. A lease that cannot be kept ends sooner. */
    void keepUntilSettled(Press press) {
        try {
            leases.acquire(name(press.record()), press.pressId(), Settling.TIME.plus(HandledEvents.LEASE));
        } catch (Unavailable e) {
            LOG.log(System.Logger.Level.WARNING, "{0}: its lease on the record ends early: {1}", press, e.getMessage());
        }
    }

    private static String name(RecordRef record) {
        return "record:" + record;
    }
}
