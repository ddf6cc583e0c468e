package dev.belay.ingress;

/** Where one outside system's requests come in. */
interface Door {
    /** In the log. */
    String name();

    /**
     * Proves, reads and stores a request.
     *
     * @param outbox takes its messages
     * @throws dev.belay.failure.Unavailable when a secret or a queue cannot be had now
     * @throws dev.belay.failure.Rejected when AWS refuses us
     */
    Answer answer(HttpRequest request, Outbox outbox);
}
