package dev.belay.simulator.teams.app;

import dev.belay.simulator.http.Sender;
import dev.belay.simulator.teams.card.CardRules;
import dev.belay.simulator.teams.dialog.TaskAnswer;
import dev.belay.simulator.teams.tenant.Tenant;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The one address of the app to which Teams sends everything. */
final class MessagingEndpoint implements AutoCloseable {
    /** How long Teams waits (learn.microsoft.com/azure/bot-service/bot-builder-basics: 15 seconds). */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final List<Delivery> deliveries = new ArrayList<>();
    private final Sender sender = new Sender(PATIENCE);
    private final CardRules cards;
    private Optional<URI> url = Optional.empty();

    MessagingEndpoint(Tenant tenant) {
        this.cards = new CardRules(tenant::knows);
    }

    synchronized void at(URI endpoint) {
        url = Optional.of(endpoint);
    }

    synchronized Optional<URI> url() {
        return url;
    }

    /** What was sent since the beginning, in order. */
    synchronized List<Delivery> deliveries() {
        return List.copyOf(deliveries);
    }

    Delivery send(SignedRequest request) {
        URI to = url().orElseThrow(() -> new IllegalStateException("the app has no messaging endpoint: set one first"));
        Delivery delivery = judged(request, sender.post(to, request.headers(), request.body()));
        synchronized (this) {
            deliveries.add(delivery);
        }
        return delivery;
    }

    /** An invoke must be answered with 200 and a body of its form; anything else needs no body. */
    private Delivery judged(SignedRequest request, Sender.Answer answer) {
        boolean isInvoke = "invoke".equals(request.activity().getString("type"));
        if (!answer.accepted() || !isInvoke) {
            return delivery(request, answer, answer.reason(), Optional.empty(), Optional.empty());
        }
        if (answer.status() != 200) {
            return delivery(request, answer, "http_error", Optional.empty(), Optional.empty());
        }
        return switch (request.activity().getString("name", "")) {
            case "task/fetch", "composeExtension/fetchTask" ->
                task(request, answer, TaskAnswer.toFetch(answer.body(), cards));
            case "task/submit" -> task(request, answer, TaskAnswer.toSubmit(answer.body(), cards));
            default -> {
                Optional<InvokeAnswer> invoke = InvokeAnswer.of(answer.body());
                String reason = invoke.isPresent() ? "" : "invalid_invoke_response";
                yield delivery(request, answer, reason, invoke, Optional.empty());
            }
        };
    }

    private static Delivery task(SignedRequest request, Sender.Answer answer, Optional<TaskAnswer> task) {
        return delivery(request, answer, task.isPresent() ? "" : "invalid_task_response", Optional.empty(), task);
    }

    private static Delivery delivery(
            SignedRequest request,
            Sender.Answer answer,
            String reason,
            Optional<InvokeAnswer> invoke,
            Optional<TaskAnswer> task) {
        return new Delivery(request, answer.status(), answer.body(), reason, invoke, task);
    }

    @Override
    public void close() {
        sender.close();
    }
}
