package dev.belay.simulator.teams.app;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The one address of the app to which Teams sends everything. */
final class MessagingEndpoint implements AutoCloseable {
    /** How long Teams waits (learn.microsoft.com/azure/bot-service/bot-builder-basics: 15 seconds). */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final List<Delivery> deliveries = new ArrayList<>();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(PATIENCE)
            .build();
    private Optional<URI> url = Optional.empty();

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
        Delivery delivery = send(to, request);
        synchronized (this) {
            deliveries.add(delivery);
        }
        return delivery;
    }

    private Delivery send(URI to, SignedRequest request) {
        HttpRequest.Builder post = HttpRequest.newBuilder(to)
                .timeout(PATIENCE)
                .POST(HttpRequest.BodyPublishers.ofByteArray(request.body()));
        request.headers().forEach(post::header);
        try {
            HttpResponse<String> response = http.send(post.build(), HttpResponse.BodyHandlers.ofString());
            return answered(request, response.statusCode(), response.body());
        } catch (HttpTimeoutException e) {
            return failed(request, 0, "", "http_timeout");
        } catch (IOException e) {
            return failed(request, 0, "", "connection_failed");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return failed(request, 0, "", "unknown_error");
        }
    }

    /** An invoke must be answered with 200 and an invoke response; anything else needs no body. */
    private static Delivery answered(SignedRequest request, int status, String body) {
        boolean isInvoke = "invoke".equals(request.activity().getString("type"));
        if (isInvoke ? status != 200 : status / 100 != 2) {
            return failed(request, status, body, "http_error");
        }
        Optional<InvokeAnswer> answer = isInvoke ? InvokeAnswer.of(body) : Optional.empty();
        String reason = isInvoke && answer.isEmpty() ? "invalid_invoke_response" : "";
        return new Delivery(request, status, body, reason, answer);
    }

    private static Delivery failed(SignedRequest request, int status, String body, String reason) {
        return new Delivery(request, status, body, reason, Optional.empty());
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
