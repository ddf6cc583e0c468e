package dev.belay.simulator.call;

import dev.belay.simulator.http.Response;

/** A way in which a call over HTTP fails that was told to. */
public sealed interface HttpFailure {
    /** Something else is answered, and nothing is done. */
    record Answered(Response response) implements HttpFailure {}

    /** All is done, and something else is answered all the same. */
    record AnsweredAfter(Response response) implements HttpFailure {}

    /** The connection drops: before anything was done, or after all of it was. */
    record Dropped(boolean done) implements HttpFailure {}

    /** No answer comes until the calls are let go, when the connection drops: nothing was done, or all of it. */
    record Hanging(boolean done) implements HttpFailure {}

    /** An HTTP status with a page, as of a proxy that stands before the system. */
    static HttpFailure page(int status) {
        return new Answered(Response.html(status, "<html><body><h1>HTTP " + status + "</h1></body></html>"));
    }
}
