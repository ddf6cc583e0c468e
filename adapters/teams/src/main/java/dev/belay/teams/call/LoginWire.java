package dev.belay.teams.call;

import com.microsoft.aad.msal4j.HttpRequest;
import com.microsoft.aad.msal4j.HttpResponse;
import com.microsoft.aad.msal4j.IHttpClient;
import com.microsoft.aad.msal4j.IHttpResponse;
import dev.belay.http.Reply;
import dev.belay.http.Wire;
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
 * Carries what msal4j asks of Entra ID, to where Entra ID is: msal4j itself knows https addresses only, and heeds no rate limit
 * that an app's own tokens meet. Until one is over, nothing leaves.
 */
final class LoginWire implements IHttpClient {
    private static final int LIMITED = 429;
    private static final Set<String> NOT_OURS = Set.of("content-length", "host", "connection", "expect", "upgrade");

    private final Wire wire;
    private final URI login;
    private final Clock clock;
    private volatile Instant notBefore = Instant.MIN;

    LoginWire(Wire wire, URI login, Clock clock) {
        this.wire = wire;
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
                if (!NOT_OURS.contains(name.toLowerCase(Locale.ROOT))) {
                    request.setHeader(name, value);
                }
            });
        }
        request.method(
                asked.httpMethod().name(),
                asked.body() == null ? BodyPublishers.noBody() : BodyPublishers.ofString(asked.body()));
        return switch (wire.send(request.build())) {
            case Reply.Answer answer -> response(heeded(answer));
            case Reply.NotSent(String why) -> throw new IOException(why);
            case Reply.Lost(String why) -> throw new IOException(why);
        };
    }

    private Reply.Answer heeded(Reply.Answer answer) {
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

    private static IHttpResponse response(Reply.Answer answer) {
        HttpResponse response = new HttpResponse().statusCode(answer.status()).body(answer.body());
        response.addHeaders(answer.headers().map());
        return response;
    }
}
