package dev.belay.servicenow.table;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import dev.belay.delivery.Span;
import dev.belay.failure.CallEffect;
import dev.belay.failure.CredentialsRefused;
import dev.belay.failure.Unavailable;
import dev.belay.health.Counters;
import dev.belay.health.Metric;
import dev.belay.http.HttpResult;
import dev.belay.http.HttpSender;
import dev.belay.servicenow.credential.ClientCredentials;
import dev.belay.servicenow.credential.ClientSource;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The access token of the integration user, by OAuth's client credentials: kept until shortly before its end, fetched by one
 * thread for all.
 *
 * <p>A fresh request may return a token that has little life left, so only {@code expires_in} is trusted (ServiceNow docs,
 * "OAuth API response parameters").
 */
final class Tokens {
    private static final System.Logger LOG = System.getLogger(Tokens.class.getName());
    private static final Duration MARGIN = Duration.ofSeconds(60);
    private static final Pattern HEADER_SAFE = Pattern.compile("[\\x21-\\x7e]+");
    /** The token endpoint's answer is the same for all of these. */
    private static final String REFUSED = """
        no access token: the token endpoint refused the client credentials. Known causes: wrong client id or secret; \
        the property glide.oauth.inbound.client.credential.grant_type.enabled is not true; the OAuth application has no \
        OAuth Application User, or that user is locked out, inactive or needs a password reset; the application lacks \
        the REST API auth scope\
        """;

    private record Token(String value, Instant until) {}

    private final URI endpoint;
    private final HttpSender http;
    private final ClientSource credentials;
    private final Counters counters;
    private final Clock clock;
    private volatile @Nullable Token kept;

    Tokens(URI instance, HttpSender http, ClientSource credentials, Counters counters, Clock clock) {
        this.endpoint = URI.create(instance + "/oauth_token.do");
        this.http = http;
        this.credentials = credentials;
        this.counters = counters;
        this.clock = clock;
    }

    String current() {
        Token token = usable();
        return token == null ? fetchOnce() : token.value();
    }

    /** Forgets this token, unless another one has replaced it. */
    synchronized void drop(String refused) {
        Token token = kept;
        if (token != null && token.value().equals(refused)) {
            kept = null;
        }
    }

    private synchronized String fetchOnce() {
        Token token = usable();
        if (token == null) {
            token = fetch();
            kept = token;
        }
        return token.value();
    }

    private @Nullable Token usable() {
        Token token = kept;
        return token != null && clock.instant().isBefore(token.until()) ? token : null;
    }

    /** A refused secret may have been rotated since it was read. */
    private Token fetch() {
        ClientCredentials shown = credentials.get();
        HttpResult result = ask(shown);
        if (result instanceof HttpResult.Answer answer && answer.isRefusal()) {
            ClientCredentials again = credentials.get();
            result = again.equals(shown) ? result : ask(again);
        }
        return switch (result) {
            case HttpResult.NotSent(String why) -> throw unavailable(why, Optional.empty());
            case HttpResult.Lost(String why) -> throw unavailable(why, Optional.empty());
            case HttpResult.Answer answer -> token(answer);
        };
    }

    /** Form-encoded only (ServiceNow docs, "OAuth API request parameters"). */
    private HttpResult ask(ClientCredentials shown) {
        String form = "grant_type=client_credentials&client_id=" + encoded(shown.clientId()) + "&client_secret="
                + encoded(shown.clientSecret());
        HttpRequest request = HttpRequest.newBuilder(endpoint)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        return http.send(Span.call(TableApi.SYSTEM, "POST oauth_token"), request, CallEffect.REPEATABLE);
    }

    private Token token(HttpResult.Answer answer) {
        LOG.log(System.Logger.Level.DEBUG, "token endpoint: {0}", answer);
        if (answer.isRefusal()) {
            Optional<String> error = error(answer);
            if (error.isPresent()) {
                throw refused(REFUSED + " (" + answer + ", " + ServiceNowErrors.word(error.get()) + ")");
            }
        }
        if (answer.status() != 200 || !answer.isJson()) {
            throw unavailable(answer.toString(), answer.retryAfter(clock.instant()));
        }
        try {
            return token(JsonParser.object().from(answer.body()));
        } catch (JsonParserException e) {
            throw unavailable("an answer that cannot be read", Optional.empty());
        }
    }

    /** Only the endpoint's own JSON is a refusal: a proxy's or a log-in page's status says nothing of our secret. */
    private static Optional<String> error(HttpResult.Answer answer) {
        try {
            return answer.isJson()
                    ? Optional.ofNullable(
                                    JsonParser.object().from(answer.body()).get("error"))
                            .map(String::valueOf)
                    : Optional.empty();
        } catch (JsonParserException e) {
            return Optional.empty();
        }
    }

    private Token token(JsonObject answer) {
        String value = answer.getString("access_token", "");
        if (answer.has("error") || !HEADER_SAFE.matcher(value).matches()) {
            throw refused(REFUSED);
        }
        Duration life = life(answer);
        Duration useful = life.compareTo(MARGIN) > 0 ? life.minus(MARGIN) : life.dividedBy(2);
        return new Token(value, clock.instant().plus(useful));
    }

    /** A token whose life is not told is used once. */
    private static Duration life(JsonObject answer) {
        Object seconds = answer.get("expires_in");
        try {
            return Duration.ofSeconds(Math.clamp(Long.parseLong(String.valueOf(seconds)), 0, 86_400));
        } catch (NumberFormatException e) {
            return Duration.ZERO;
        }
    }

    private CredentialsRefused refused(String said) {
        return told(new CredentialsRefused(TableApi.SYSTEM, said));
    }

    /** Whoever keeps the client hears that it, or a fresh token of it, is refused. */
    CredentialsRefused told(CredentialsRefused refused) {
        counters.count(Metric.TOKEN_REJECTED, TableApi.SYSTEM);
        credentials.refused(refused.said());
        return refused;
    }

    private static Unavailable unavailable(String why, Optional<Duration> retryAfter) {
        return new Unavailable(TableApi.SYSTEM, "no access token: " + why, retryAfter);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
