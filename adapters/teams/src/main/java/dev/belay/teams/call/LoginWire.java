package dev.belay.teams.call;

import com.microsoft.aad.msal4j.HttpRequest;
import com.microsoft.aad.msal4j.HttpResponse;
import com.microsoft.aad.msal4j.IHttpClient;
import com.microsoft.aad.msal4j.IHttpResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Set;

/** Carries what msal4j asks of Entra ID, to where Entra ID is: msal4j itself knows https addresses only. */
final class LoginWire implements IHttpClient {
    private static final Set<String> NOT_OURS = Set.of("content-length", "host", "connection", "expect", "upgrade");

    private final Wire wire;
    private final URI login;

    LoginWire(Wire wire, URI login) {
        this.wire = wire;
        this.login = login;
    }

    @Override
    public IHttpResponse send(HttpRequest asked) throws IOException {
        java.net.http.HttpRequest.Builder request = java.net.http.HttpRequest.newBuilder(there(asked));
        if (asked.headers() != null) {
            asked.headers().forEach((name, value) -> {
                if (!NOT_OURS.contains(name.toLowerCase(java.util.Locale.ROOT))) {
                    request.setHeader(name, value);
                }
            });
        }
        request.method(
                asked.httpMethod().name(),
                asked.body() == null ? BodyPublishers.noBody() : BodyPublishers.ofString(asked.body()));
        return switch (wire.send(request.build())) {
            case Reply.Answer answer -> response(answer);
            case Reply.NotSent(String why) -> throw new IOException(why);
            case Reply.Lost(String why) -> throw new IOException(why);
        };
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
