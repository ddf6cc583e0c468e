package dev.belay.inbound;

import dev.belay.event.RecordHint;
import dev.belay.failure.ExternalFailure;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Remembers when the newest event came, at most once a minute for each process, and at no message's cost: what cannot be remembered is
 * logged, and the next event is remembered in its place.
 */
public final class RememberReceived {
    private static final System.Logger LOG = System.getLogger(RememberReceived.class.getName());

    private final ReceivedEvents events;
    private final Map<String, Instant> remembered = new ConcurrentHashMap<>();

    /** @param events asked seldom, so one of these is kept for the life of a process */
    public RememberReceived(ReceivedEvents events) {
        this.events = events;
    }

    /** @param instance the only one whose events ingress takes */
    public void remember(String instance, RecordHint hint) {
        if (isOfServiceNow(hint) && isNews(instance, hint.acceptedAt())) {
            store(instance, hint.acceptedAt());
        }
    }

    /** A hint that we queue ourselves, after a press for instance, bears another id. */
    private static boolean isOfServiceNow(RecordHint hint) {
        return hint.eventId()
                        .startsWith(hint.record().table() + ":"
                                + hint.record().sysId().value() + ":")
                && hint.eventId().endsWith(":" + hint.type().id());
    }

    private boolean isNews(String instance, Instant at) {
        Instant before = remembered.getOrDefault(instance, Instant.MIN);
        return before.equals(Instant.MIN) || at.isAfter(before.plus(ReceivedEvents.GRAIN));
    }

    private void store(String instance, Instant at) {
        try {
            events.accepted(instance, at);
            remembered.merge(instance, at, (one, other) -> one.isAfter(other) ? one : other);
        } catch (ExternalFailure e) {
            LOG.log(System.Logger.Level.WARNING, "not remembered when the newest event came: {0}", e.getMessage());
        }
    }
}
