package dev.belay.conversation;

import dev.belay.chat.Platform;
import dev.belay.failure.ExternalFailure;
import dev.belay.failure.Unavailable;
import dev.belay.health.Counters;
import dev.belay.health.FailureHistory;
import dev.belay.health.Measures;
import dev.belay.health.Metric;
import dev.belay.record.RecordSnapshot;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Watches how long a record waits for its conversation. What is made is measured; a P1 or P2 that waits too long is counted once,
 * and apart where it waits for the platform's rate limit. Watching never fails what it watches.
 */
public final class WatchWait {
    private static final System.Logger LOG = System.getLogger(WatchWait.class.getName());

    /** A major incident whose conversation is not there by then needs a person. */
    static final Duration LATE = Duration.ofMinutes(2);

    /** The priorities that wake somebody: 1 (critical) and 2 (high). */
    private static final int URGENT = 2;

    private final Counters counters;
    private final Measures measures;
    private final FailureHistory history;
    private final Clock clock;

    /**
     * @param history counts how often a wait was found to be too long
     */
    public WatchWait(Counters counters, Measures measures, FailureHistory history, Clock clock) {
        this.counters = counters;
        this.measures = measures;
        this.history = history;
        this.clock = clock;
    }

    /**
     * Its first conversation on this platform was made.
     *
     * @param since when it began to need one
     */
    void made(Platform platform, Instant since) {
        Duration took = waited(since);
        measures.measure(Metric.TIME_TO_CONVERSATION, platform.id(), took.isNegative() ? Duration.ZERO : took);
    }

    /**
     * It has none yet.
     *
     * @param why what kept it from being made, where an outside system did
     */
    void waits(RecordSnapshot record, Platform platform, Instant since, Optional<ExternalFailure> why) {
        boolean limited = why.orElse(null) instanceof Unavailable limit && limit.isInLine();
        count(
                limited ? Metric.CONVERSATION_RATE_LIMITED : Metric.CONVERSATION_LATE,
                record,
                platform,
                since,
                why.map(ExternalFailure::getMessage).orElse("it cannot be made as it should be"));
    }

    /**
     * It has none yet, and is not tried.
     *
     * @param why what it waits for
     */
    void waits(RecordSnapshot record, Platform platform, Instant since, String why) {
        count(Metric.CONVERSATION_LATE, record, platform, since, why);
    }

    /**
     * It has none, and nobody seems to have heard of it.
     *
     * @param since when it began to need one
     */
    public void unheard(RecordSnapshot record, Platform platform, Instant since) {
        count(Metric.CONVERSATION_LATE, record, platform, since, "its event never came, or is not worked on");
    }

    private void count(Metric metric, RecordSnapshot record, Platform platform, Instant since, String why) {
        if (record.priority() < 1 || record.priority() > URGENT || waited(since).compareTo(LATE) < 0) {
            return;
        }
        if (isFirst(metric.id() + "/" + platform.id() + "/" + record.ref())) {
            LOG.log(
                    System.Logger.Level.ERROR,
                    "{0} (priority {1}) has no conversation in {2} after {3} s: {4}",
                    record.number(),
                    Integer.toString(record.priority()),
                    platform.id(),
                    Long.toString(waited(since).toSeconds()),
                    why);
            counters.count(metric, platform.id());
        }
    }

    private Duration waited(Instant since) {
        return Duration.between(since, clock.instant());
    }

    /** Where the count cannot be kept, an alarm too many is better than none. */
    private boolean isFirst(String wait) {
        try {
            return history.record(wait).times() == 1;
        } catch (ExternalFailure e) {
            LOG.log(System.Logger.Level.INFO, "a late conversation was not counted: {0}", e.getMessage());
            return true;
        }
    }
}
