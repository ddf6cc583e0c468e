package dev.belay.simulator.webhook;

import dev.belay.simulator.http.Request;
import dev.belay.simulator.http.Response;

/** What a receiver does with a request that it takes. */
public interface Work {
    /** Takes it, and has nothing to say. */
    Work TAKES = request -> Response.json(200, "{}");

    Response done(Request request);
}
