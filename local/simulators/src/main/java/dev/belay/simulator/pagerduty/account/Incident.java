package dev.belay.simulator.pagerduty.account;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * An incident as it was at one moment.
 *
 * @param changedBy the id of the user or service that last changed the status
 */
public record Incident(
        String id,
        int number,
        Draft draft,
        Status status,
        Instant createdAt,
        Instant changedAt,
        String changedBy,
        List<ResponderRequest> requests,
        List<Responder> responders) {
    /** Where an incident stands. */
    public enum Status {
        TRIGGERED,
        ACKNOWLEDGED,
        RESOLVED
    }

    public Incident {
        requests = List.copyOf(requests);
        responders = List.copyOf(responders);
    }

    public boolean isOpen() {
        return status != Status.RESOLVED;
    }

    Incident status(Status other, String by, Instant now) {
        return new Incident(id, number, draft, other, createdAt, now, by, requests, responders);
    }

    Incident requested(ResponderRequest request, List<Responder> asked) {
        List<ResponderRequest> all = new ArrayList<>(requests);
        all.add(request);
        List<Responder> everybody = new ArrayList<>(responders);
        everybody.removeIf(known -> asked.stream().anyMatch(one -> one.user().equals(known.user())));
        everybody.addAll(asked);
        return new Incident(id, number, draft, status, createdAt, changedAt, changedBy, all, everybody);
    }

    Incident answered(String user, Responder.State answer, Instant now) {
        List<Responder> everybody = responders.stream()
                .map(one -> one.user().equals(user) ? one.answering(answer, now) : one)
                .toList();
        return new Incident(id, number, draft, status, createdAt, changedAt, changedBy, requests, everybody);
    }
}
