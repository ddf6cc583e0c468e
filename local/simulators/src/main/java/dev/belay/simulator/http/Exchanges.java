package dev.belay.simulator.http;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** The latest calls with requests and answers, for people who want to know what happened; those without a correlation id are not kept. */
public final class Exchanges {
    private static final int MOST = 3_000;

    /** In bytes; of a longer body only that it was there is worth knowing. */
    private static final int LARGEST = 1 << 18;

    private final Deque<Exchange> latest = new ArrayDeque<>();

    void add(Request request, Optional<Response> answer) {
        Optional<String> correlationId = request.header("x-correlation-id");
        if (correlationId.isEmpty() || request.body().length > LARGEST || isLarge(answer)) {
            return;
        }
        String requestId = request.header("x-request-id").orElse("");
        keep(new Exchange(correlationId.get(), requestId, request, answer));
    }

    private static boolean isLarge(Optional<Response> answer) {
        return answer.filter(response -> response.body().length > LARGEST).isPresent();
    }

    /** Keeps one whose ids are known otherwise. */
    public synchronized void keep(Exchange exchange) {
        latest.add(exchange);
        if (latest.size() > MOST) {
            latest.remove();
        }
    }

    /** Those that come of one request to the app, oldest first. */
    public synchronized List<Exchange> of(String correlationId) {
        return latest.stream()
                .filter(exchange -> exchange.correlationId().equals(correlationId))
                .toList();
    }
}
