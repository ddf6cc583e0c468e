package dev.belay.teams.call;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import com.grack.nanojson.JsonWriter;
import dev.belay.delivery.Span;
import dev.belay.failure.CallEffect;
import dev.belay.failure.CredentialsRefused;
import dev.belay.failure.OutcomeUnknown;
import dev.belay.failure.Rejected;
import dev.belay.failure.Unavailable;
import dev.belay.health.Counters;
import dev.belay.health.Metric;
import dev.belay.http.HttpResult;
import dev.belay.http.HttpSender;
import dev.belay.http.HttpStreams;
import dev.belay.http.HttpStreams.Opened;
import dev.belay.ratelimit.RateLimitStore;
import dev.belay.ratelimit.RateLimiter;
import dev.belay.ratelimit.RateLimiter.Limited;
import dev.belay.teams.call.Operation.Service;
import dev.belay.teams.protocol.ServiceHosts;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Calls the Bot Connector and Graph, and folds all their ways of failing into ours
 * (learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/conversation-messages, status codes).
 */
public final class TeamsCalls {
    static final String SYSTEM = "teams";

    /** For a limit that comes without a time. */
    static final Duration UNSAID = Duration.ofSeconds(5);

    private final HttpSender http = new HttpSender(HttpSender.USUAL_TIMEOUT);
    private final Credentials credentials;
    private final AppTokens tokens;
    private final AppAccess access;
    private final RateLimiter limits;
    private final Clock clock;
    private final Counters counters;

    public TeamsCalls(
            Credentials credentials, AppAccess access, RateLimitStore limits, Counters counters, Clock clock) {
        this.credentials = credentials;
        this.tokens = new AppTokens(http, credentials, clock);
        this.access = access;
        this.limits = new RateLimiter(limits, clock, SYSTEM, UNSAID);
        this.clock = clock;
        this.counters = counters;
    }

    /**
     * Asks afresh for a token for the Bot Connector and for one for Graph, and calls nothing with them.
     *
     * @throws Unavailable when Entra ID does not answer
     * @throws CredentialsRefused when it refuses what our app proves itself with
     */
    public void askForTokens(String tenant) {
        tokens.token(tenant, access.app(), access.login(), access.scope(), true);
        tokens.token(tenant, access.app(), access.login(), access.graphScope(), true);
    }

    /** The same without a body. */
    public Outcome call(String tenant, Operation operation, URI address) {
        return call(tenant, operation, address, Optional.empty());
    }

    /**
     * Asks, with a fresh token once more where ours is refused.
     *
     * @throws Unavailable when nothing happened, or what happened may be repeated
     * @throws OutcomeUnknown when it may have happened and may not be repeated
     * @throws CredentialsRefused when our app is not let in
     */
    public Outcome call(String tenant, Operation operation, URI address, Optional<JsonObject> body) {
        demandOurs(operation, address);
        Limited limited = LimitedPlace.of(tenant, operation, address, body);
        limits.check(limited);
        HttpResult result = send(operation, request(tenant, operation, address, body, false));
        if (result instanceof HttpResult.Answer answer && answer.status() == 401) {
            result = send(operation, request(tenant, operation, address, body, true));
        }
        return switch (result) {
            case HttpResult.NotSent(String why) -> throw operation.effect().notSent(SYSTEM, operation + ": " + why);
            case HttpResult.Lost(String why) -> throw lost(operation, why);
            case HttpResult.Answer answer -> answered(tenant, operation, limited, answer);
        };
    }

    /**
     * Reads a body as it streams in, with a fresh token once more where ours is refused. Whether it is refused for good the calls tell
     * that come before.
     *
     * @param reader gets an answer of any status but those of limits, of the token and of the service's own failures
     * @throws Unavailable when it could not be read now
     */
    public <T> T stream(String tenant, Operation operation, URI address, Function<Opened.Body, T> reader) {
        demandOurs(operation, address);
        Limited limited = LimitedPlace.of(tenant, operation, address, Optional.empty());
        limits.check(limited);
        Optional<T> first = opened(
                tenant,
                operation,
                address,
                false,
                body -> body.status() == 401
                        ? Optional.empty()
                        : Optional.of(reader.apply(streamed(operation, limited, body))));
        return first.orElseGet(() ->
                opened(tenant, operation, address, true, body -> reader.apply(streamed(operation, limited, body))));
    }

    private <R> R opened(
            String tenant, Operation operation, URI address, boolean fresh, Function<Opened.Body, R> reader) {
        Map<String, String> headers =
                Map.of("Authorization", "Bearer " + token(tenant, operation.service(), fresh), "Accept", "*/*");
        return HttpStreams.read(Span.call(SYSTEM, operation.name()), address, headers, opened -> switch (opened) {
            case Opened.Nothing(String why) -> throw lost(operation, why);
            case Opened.Body body -> reader.apply(body);
        });
    }

    private Opened.Body streamed(Operation operation, Limited limited, Opened.Body body) {
        int status = body.status();
        if (status == 429) {
            counters.count(Metric.RATE_LIMITED, SYSTEM);
            throw limits.met(limited, body.retryAfter());
        }
        if (status == 401 || status == 408 || status == 412 || status >= 500) {
            throw unavailable(operation, "HTTP " + status, Optional.empty());
        }
        return body;
    }

    private HttpResult send(Operation operation, HttpRequest request) {
        return http.send(Span.call(SYSTEM, operation.name()), request, operation.effect());
    }

    /** The answer to what is refused only when something is set up wrong. */
    public JsonObject need(String tenant, Operation operation, URI address, Optional<JsonObject> body) {
        return switch (call(tenant, operation, address, body)) {
            case Outcome.Done(JsonObject answer) -> answer;
            case Outcome.Refused refused -> throw refused.rejected(operation, advice(refused));
        };
    }

    /** What to do about a refusal that a person must mend. */
    public static String advice(Outcome.Refused refused) {
        return TeamsErrors.advice(refused.code()).map(advice -> ": " + advice).orElse("");
    }

    /** Our token for the Bot Connector goes nowhere else. */
    private void demandOurs(Operation operation, URI address) {
        if (operation.service() == Service.BOT
                && !new ServiceHosts(access.serviceHosts()).allow(withoutQuery(address))) {
            throw new Rejected(SYSTEM, "the service URL's host is not one of the settings: " + address.getHost());
        }
    }

    private static URI withoutQuery(URI address) {
        String text = address.toString();
        int query = text.indexOf('?');
        return query < 0 ? address : URI.create(text.substring(0, query));
    }

    private HttpRequest request(
            String tenant, Operation operation, URI address, Optional<JsonObject> body, boolean fresh) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .header("Authorization", "Bearer " + token(tenant, operation.service(), fresh))
                .header("Accept", "application/json");
        body.ifPresent(_ -> request.header("Content-Type", "application/json"));
        return request.method(
                        operation.method(),
                        body.map(JsonWriter::string)
                                .map(BodyPublishers::ofString)
                                .orElseGet(BodyPublishers::noBody))
                .build();
    }

    private String token(String tenant, Service service, boolean fresh) {
        String scope = service == Service.BOT ? access.scope() : access.graphScope();
        try {
            return tokens.token(tenant, access.app(), access.login(), scope, fresh);
        } catch (CredentialsRefused e) {
            counters.count(Metric.TOKEN_REJECTED, service.name());
            throw e;
        }
    }

    private Outcome answered(String tenant, Operation operation, Limited limited, HttpResult.Answer answer) {
        int status = answer.status();
        if (status == 429) {
            counters.count(Metric.RATE_LIMITED, SYSTEM);
            throw limits.met(limited, answer.header("Retry-After"));
        }
        if (status == 401 && isSaidByService(answer)) {
            counters.count(Metric.TOKEN_REJECTED, operation.service().name());
            CredentialsRefused refused = new CredentialsRefused(SYSTEM, operation + ": our token is refused");
            credentials.refused(tenant, refused.said());
            throw refused;
        }
        if (status == 412 || (status == 503 && operation.service() == Service.GRAPH)) {
            throw unavailable(operation, answer.toString(), answer.retryAfter(clock.instant()));
        }
        if (status >= 200 && status < 300) {
            return new Outcome.Done(read(operation, answer));
        }
        if (status == 401) {
            throw unavailable(operation, answer + ", and not the service's own answer", Optional.empty());
        }
        if (status >= 400 && status < 500 && status != 408) {
            Optional<Outcome> refused = refused(answer);
            if (refused.isPresent()) {
                return refused.get();
            }
        }
        throw lost(operation, answer.toString(), answer.retryAfter(clock.instant()));
    }

    /** A proxy wants its own credentials in the same way, but not a bearer's. */
    private static boolean isSaidByService(HttpResult.Answer answer) {
        return refused(answer).isPresent()
                || answer.header("WWW-Authenticate")
                        .filter(scheme -> scheme.regionMatches(true, 0, "Bearer", 0, 6))
                        .isPresent();
    }

    /** What is written may be answered with nothing; what is read may not. */
    private static JsonObject read(Operation operation, HttpResult.Answer answer) {
        String body = answer.body();
        if (body.isBlank() && operation.effect() != CallEffect.READ) {
            return new JsonObject();
        }
        try {
            return JsonParser.object().from(body);
        } catch (JsonParserException | StackOverflowError e) {
            throw lost(operation, "an answer that cannot be read");
        }
    }

    /** Only the service's own JSON is a refusal: it names a code, or at least says something. */
    private static Optional<Outcome> refused(HttpResult.Answer answer) {
        JsonObject said;
        try {
            said = JsonParser.object().from(answer.body());
        } catch (JsonParserException | StackOverflowError e) {
            return Optional.empty();
        }
        JsonObject error = said.getObject("error", said);
        JsonObject inner = error.getObject("innerError", new JsonObject());
        String code = error.getString("code", "");
        String message = error.getString("message", "");
        return code.isEmpty() && message.isEmpty()
                ? Optional.empty()
                : Optional.of(new Outcome.Refused(
                        answer.status(), code.equals("BadRequest") ? inner.getString("code", code) : code, message));
    }

    private static RuntimeException lost(Operation operation, String why) {
        return lost(operation, why, Optional.empty());
    }

    private static RuntimeException lost(Operation operation, String why, Optional<Duration> wait) {
        return operation.effect().answerLost(SYSTEM, operation + ": " + why, wait);
    }

    private static Unavailable unavailable(Operation operation, String why, Optional<Duration> wait) {
        return new Unavailable(SYSTEM, operation + ": " + why, wait);
    }
}
