package dev.belay.simulator.webhook;

import dev.belay.simulator.http.Request;

/**
 * One request that arrived.
 *
 * @param key its idempotency key, empty where it has none
 * @param outcome what was made of it
 */
public record Delivery(Request request, String key, Outcome outcome) {
    /** What a receiver makes of a request. */
    public enum Outcome {
        /** Its work was done. */
        DONE,
        /** Its work would not do it, and said so with a status other than 2xx. */
        REFUSED,
        /** The same request was done before: nothing is done again, and the answer is that of the first. */
        REPEATED,
        /** Its key was used for another body before. */
        KEY_REUSED,
        /** It has no key. */
        NO_KEY,
        /** Its signature does not hold. */
        UNPROVED,
        /** It is no POST of JSON. */
        NOT_JSON
    }

    /** The body as it was sent. */
    public String body() {
        return request.text();
    }
}
