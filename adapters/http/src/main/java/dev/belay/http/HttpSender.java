package dev.belay.http;

import dev.belay.delivery.Delivery;
import dev.belay.delivery.Span;
import dev.belay.delivery.Trace;
import dev.belay.failure.CallEffect;
import dev.belay.failure.Unavailable;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLHandshakeException;

/**
 * Sends requests to another system: HTTP/1.1, each request bounded in time and each answer in size, no redirects and no cookies.
 *
 * <p>The JDK's client sends a GET again by itself when a connection ends before an answer, and never a PUT, PATCH or POST, as
 * long as {@code jdk.httpclient.enableAllMethodRetry} is not set.
 */
public final class HttpSender {
    /** How long it waits for a connection and the whole answer, where nothing else is said. */
    public static final Duration USUAL_TIMEOUT = Duration.ofSeconds(20);

    /** In bytes. */
    private static final long LARGEST_ANSWER = 8L << 20;

    /** One for the process, so that adapters made anew after a change of settings keep its connections. */
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final Duration timeout;

    public HttpSender(Duration timeout) {
        this.timeout = timeout;
    }

    /**
     * Sends a request once, and waits, never longer than the delivery has time for.
     *
     * @param span of this call, which ends with it
     * @param effect what it does there
     * @throws Unavailable when it does not fit any more; it is not sent then
     */
    public HttpResult send(Span span, HttpRequest request, CallEffect effect) {
        Duration patience = Delivery.currentDeadline().timeFor(request.uri().getHost(), effect, timeout);
        HttpResult result = send(correlated(span, request), patience);
        span.end(result.outcome());
        return result;
    }

    private static HttpResult send(HttpRequest request, Duration patience) {
        // The request's own time-out ends with the headers; waiting on the future bounds the body too.
        CompletableFuture<HttpResponse<String>> pending = CLIENT.sendAsync(request, body());
        try {
            HttpResponse<String> response = pending.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return new HttpResult.Answer(response.statusCode(), response.headers(), response.body());
        } catch (ExecutionException e) {
            return failed(e.getCause() == null ? e : e.getCause());
        } catch (TimeoutException e) {
            pending.cancel(true);
            return new HttpResult.Lost("no answer in time");
        } catch (InterruptedException e) {
            pending.cancel(true);
            Thread.currentThread().interrupt();
            return new HttpResult.Lost("interrupted");
        }
    }

    private static HttpRequest correlated(Span span, HttpRequest request) {
        Optional<Trace> trace = Trace.current();
        if (trace.isEmpty()) {
            return request;
        }
        HttpRequest.Builder correlated = HttpRequest.newBuilder(request, (_, _) -> true)
                .header(Trace.HEADER, trace.get().correlationId());
        span.id().ifPresent(id -> correlated.header(Span.HEADER, id));
        return correlated.build();
    }

    private static HttpResponse.BodyHandler<String> body() {
        return HttpResponse.BodyHandlers.limiting(
                HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8), LARGEST_ANSWER);
    }

    /** Of what the JDK's client ended with. */
    static HttpResult failed(Throwable cause) {
        String why = cause.getClass().getSimpleName();
        return switch (cause) {
            case ConnectException _, HttpConnectTimeoutException _, SSLHandshakeException _ ->
                new HttpResult.NotSent(why);
            case IOException _ -> new HttpResult.Lost(why);
            case Error error -> throw error;
            default -> new HttpResult.Lost(why);
        };
    }
}
