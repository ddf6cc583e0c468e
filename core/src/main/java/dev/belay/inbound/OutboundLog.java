package dev.belay.inbound;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the platform itself noted of its calls to us. Each look may miss what is older than the platform keeps, and sees at most the newest
 * hundred. Throws {@link dev.belay.failure.ExternalFailure}.
 */
public interface OutboundLog {
    /** The calls to our endpoint since then, newest first. */
    Look<OutboundCall> calls(Instant since);

    /** Those that a relay carries, newest first; none where there is no relay. */
    Look<RelayedCall> relayed(Instant since);

    /** How these relays stand. */
    Look<Relay> relays(Set<String> names);

    /**
     * The newest record that was made since then and that must have caused an event.
     *
     * @param priorities the priorities that have conversations, by table
     */
    Optional<OpenedRecord> newestOpened(Map<String, Set<Integer>> priorities, Instant since);
}
