package dev.belay.simulator.call;

import dev.belay.simulator.http.Response;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Answers an app's calls over HTTP, or fails them as it was told. */
public final class FailingCalls implements AutoCloseable {
    private final Failures<HttpFailure> failures = new Failures<>();
    private final Hangs hangs = new Hangs();

    /** The next calls of this name fail; {@link Failures#ANY} is any. */
    public void next(int times, String call, HttpFailure failure) {
        failures.next(call, times, failure);
    }

    /** The calls that were told to fail. */
    public Failures<HttpFailure> failures() {
        return failures;
    }

    /** Lets the calls that hang go: their connections drop. */
    public void release() {
        hangs.release();
    }

    /** Waits until so many calls hang; false where that took too long. */
    public boolean awaitHanging(int calls, Duration atMost) {
        return hangs.awaitHanging(calls, atMost);
    }

    /** Ends all failures. */
    public void end() {
        failures.clear();
        hangs.release();
    }

    /** Answers a call, or fails it. */
    public Response answer(String call, Supplier<Response> work) {
        Optional<HttpFailure> failure = failures.take(call);
        if (failure.isEmpty()) {
            return work.get();
        }
        return switch (failure.get()) {
            case HttpFailure.Answered(Response response) -> response;
            case HttpFailure.AnsweredAfter(Response response) -> {
                perform(true, work);
                yield response;
            }
            case HttpFailure.Dropped(boolean done) -> {
                perform(done, work);
                yield Response.dropped();
            }
            case HttpFailure.Hanging(boolean done) -> {
                perform(done, work);
                hangs.hang();
                yield Response.dropped();
            }
        };
    }

    private static void perform(boolean done, Supplier<Response> work) {
        if (done) {
            var _ = work.get();
        }
    }

    @Override
    public void close() {
        failures.clear();
        hangs.close();
    }
}
