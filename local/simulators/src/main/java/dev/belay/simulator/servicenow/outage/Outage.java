package dev.belay.simulator.servicenow.outage;

import dev.belay.simulator.call.Failures;
import dev.belay.simulator.call.Hangs;
import dev.belay.simulator.http.Response;
import dev.belay.simulator.time.PassingClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What an instance was told to do wrong to calls of the integration user. A call is named by its method and table, such as
 * {@code PATCH incident}, or {@code POST oauth_token}.
 */
public final class Outage {
    private final Clock clock;
    private final Failures<Failure> failures = new Failures<>();
    private final Map<String, Integer> unseenReads = new HashMap<>();
    private final Hangs hangs = new Hangs();
    private boolean sessionQueueFull;
    private boolean journalUnreadable;
    private int lateCommitReads;
    private Duration latency = Duration.ZERO;

    public Outage(Clock clock) {
        this.clock = clock;
    }

    /** The next calls, whichever they are, fail. */
    public void next(int times, Failure failure) {
        next(times, Failures.ANY, failure);
    }

    /** The next calls of this name fail. */
    public void next(int times, String call, Failure failure) {
        failures.next(call, times, failure);
    }

    /** The calls that were told to fail. */
    public Failures<Failure> failures() {
        return failures;
    }

    /**
     * Each call takes so long from now on: the time passes by which all live, and nobody waits.
     *
     * @throws IllegalArgumentException when the time cannot pass but by itself
     */
    public synchronized void latency(Duration each) {
        if (!(clock instanceof PassingClock)) {
            throw new IllegalArgumentException("nobody can let this time pass");
        }
        latency = each;
    }

    private void takeTime() {
        Duration each = latency();
        if (each.isPositive() && clock instanceof PassingClock passing) {
            passing.pass(each);
        }
    }

    private synchronized Duration latency() {
        return latency;
    }

    /** Lets the calls that hang go: their connections drop. */
    public void release() {
        hangs.release();
    }

    /** Waits until so many calls hang; false where that took too long. */
    public boolean awaitHanging(int calls, Duration atMost) {
        return hangs.awaitHanging(calls, atMost);
    }

    /** Whether calls that carry a session cookie are answered 202 and dropped. */
    public synchronized void sessionQueueFull(boolean full) {
        sessionQueueFull = full;
    }

    /** Whether the rows of {@code sys_journal_field} are hidden from the integration user. */
    public synchronized void journalUnreadable(boolean unreadable) {
        journalUnreadable = unreadable;
    }

    /** Each record is not there yet for so many reads after this: the event came before the commit. */
    public synchronized void lateCommit(int reads) {
        lateCommitReads = reads;
        unseenReads.clear();
    }

    /** Ends all of it for good: nothing hangs any more. */
    public void close() {
        end();
        hangs.close();
    }

    /** Ends all of it. */
    public synchronized void end() {
        failures.clear();
        latency = Duration.ZERO;
        sessionQueueFull = false;
        journalUnreadable = false;
        lateCommit(0);
        release();
    }

    public synchronized boolean isSessionQueueFull() {
        return sessionQueueFull;
    }

    public synchronized boolean isJournalUnreadable() {
        return journalUnreadable;
    }

    /** Counts a read of a record, and tells whether it came too early. */
    public synchronized boolean tooEarly(String sysId) {
        int left = unseenReads.getOrDefault(sysId, lateCommitReads);
        unseenReads.put(sysId, Math.max(0, left - 1));
        return left > 0;
    }

    /** Answers a call, or fails it as told. */
    public Response answer(String call, Supplier<Response> work) {
        takeTime();
        Optional<Failure> failure = failures.take(call);
        if (failure.isEmpty()) {
            return work.get();
        }
        return switch (failure.get()) {
            case Failure.Answered(Response response) -> response;
            case Failure.AnsweredAfter(Response response) -> {
                perform(true, work);
                yield response;
            }
            case Failure.Dropped(boolean done) -> {
                perform(done, work);
                throw dropped();
            }
            case Failure.Hanging(boolean done) -> {
                perform(done, work);
                hangs.hang();
                throw dropped();
            }
        };
    }

    private static void perform(boolean done, Supplier<Response> work) {
        if (done) {
            var _ = work.get();
        }
    }

    private static UncheckedIOException dropped() {
        return new UncheckedIOException(new IOException("the connection drops, as told"));
    }
}
