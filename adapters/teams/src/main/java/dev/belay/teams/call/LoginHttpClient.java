package dev.belay.teams.call;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import com.grack.nanojson.JsonWriter;
import com.microsoft.aad.msal4j.HttpRequest;
import com.microsoft.aad.msal4j.HttpResponse;
import com.microsoft.aad.msal4j.IHttpClient;
import com.microsoft.aad.msal4j.IHttpResponse;
import dev.belay.delivery.Span;
import dev.belay.failure.CallEffect;
import dev.belay.http.HttpResult;
import dev.belay.http.HttpSender;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Sends msal4j's requests to where Entra ID is: msal4j itself knows https addresses only, and ignores rate limits on an app's own
 * tokens. While one stands, nothing is sent.
 */
final class LoginHttpClient implements IHttpClient {
    private static final int LIMITED = 429;
    private static final Set<String> SET_BY_CLIENT =
            Set.of("content-length", "host", "connection", "expect", "upgrade");

    private final HttpSender http;
    private final URI login;
    private final Clock clock;
    private volatile Instant notBefore = Instant.MIN;

    LoginHttpClient(HttpSender http, URI login, Clock clock) {
        this.http = http;
        this.login = login;
        this.clock = clock;
    }

    @Override
    public IHttpResponse send(HttpRequest asked) throws IOException {
        Instant now = clock.instant();
        return now.isBefore(notBefore) ? limited(Duration.between(now, notBefore)) : sent(asked);
    }

    /** In the words of the limit that still stands. */
    private static IHttpResponse limited(Duration left) {
        HttpResponse response = new HttpResponse()
                .statusCode(LIMITED)
                .body("{\"error\":\"temporarily_unavailable\",\"error_description\":\"a rate limit stands\"}");
        String seconds = Long.toString(left.plusMillis(999).toSeconds());
        response.addHeaders(Map.of("Retry-After", List.of(seconds), "Content-Type", List.of("application/json")));
        return response;
    }

    private IHttpResponse sent(HttpRequest asked) throws IOException {
        java.net.http.HttpRequest.Builder request = java.net.http.HttpRequest.newBuilder(there(asked));
        if (asked.headers() != null) {
            asked.headers().forEach((name, value) -> {
                if (!SET_BY_CLIENT.contains(name.toLowerCase(Locale.ROOT))) {
                    request.setHeader(name, value);
                }
            });
        }
        request.method(
                asked.httpMethod().name(),
                asked.body() == null ? BodyPublishers.noBody() : BodyPublishers.ofString(asked.body()));
        Span span = Span.call(TeamsCalls.SYSTEM, isForToken(asked) ? "ASK_FOR_TOKEN" : "DISCOVER_LOGIN");
        return switch (http.send(span, request.build(), CallEffect.REPEATABLE)) {
            case HttpResult.Answer answer -> response(noteLimit(answer), isForToken(asked));
            case HttpResult.NotSent(String why) -> throw new IOException(why);
            case HttpResult.Lost(String why) -> throw new IOException(why);
        };
    }

    private HttpResult.Answer noteLimit(HttpResult.Answer answer) {
        if (answer.status() == LIMITED) {
            Instant now = clock.instant();
            notBefore = now.plus(answer.retryAfter(now).orElse(TeamsCalls.UNSAID));
        }
        return answer;
    }

    private URI there(HttpRequest asked) {
        String query = asked.url().getQuery();
        return URI.create(login + asked.url().getPath() + (query == null ? "" : "?" + query));
    }

    private static boolean isForToken(HttpRequest asked) {
        return asked.url().getPath().endsWith("/token");
    }

    private static IHttpResponse response(HttpResult.Answer answer, boolean forToken) {
        boolean given = forToken && answer.status() >= 200 && answer.status() < 300;
        HttpResponse response =
                new HttpResponse().statusCode(answer.status()).body(given ? flat(answer.body()) : answer.body());
        response.addHeaders(answer.headers().map());
        return response;
    }

    /** A token's answer is flat (RFC 6749, 5.1), and msal4j never comes to the end of one that is not. */
    private static String flat(String body) {
        try {
            JsonObject whole = JsonParser.object().from(body);
            whole.values().removeIf(value -> !(value instanceof String || value instanceof Number));
            return JsonWriter.string((Map<String, Object>) whole);
        } catch (JsonParserException | StackOverflowError e) {
            return "";
        }
    }
}
