package dev.belay.pagerduty;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import com.grack.nanojson.JsonWriter;
import dev.belay.delivery.Span;
import dev.belay.failure.CallEffect;
import dev.belay.failure.CredentialsRefused;
import dev.belay.failure.OutcomeUnknown;
import dev.belay.failure.RetryAfter;
import dev.belay.failure.Unavailable;
import dev.belay.health.Counters;
import dev.belay.health.Metric;
import dev.belay.http.HttpResult;
import dev.belay.http.HttpSender;
import dev.belay.pager.PagerSecret;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * Calls PagerDuty's REST API, version 2, and folds its ways of failing into ours (PagerDuty/developer-docs, REST-API/02-Authentication,
 * 04-Rate-Limits, 14-Errors). Only its own JSON is a refusal: a proxy's answer says nothing of what was done.
 */
final class PagerDutyApi {
    static final String SYSTEM = "pagerduty";

    private static final System.Logger LOG = System.getLogger(PagerDutyApi.class.getName());

    private final PagerDutySettings settings;
    private final PagerSecret token;
    private final Counters counters;
    private final Clock clock;
    private final HttpSender http = new HttpSender(HttpSender.USUAL_TIMEOUT);

    PagerDutyApi(PagerDutySettings settings, PagerSecret token, Counters counters, Clock clock) {
        if (!settings.isSafe()) {
            throw new IllegalArgumentException("PagerDuty's API is reached over https");
        }
        this.settings = settings;
        this.token = token;
        this.counters = counters;
        this.clock = clock;
    }

    /** Reads. */
    Answer get(String path) {
        return send("GET " + pattern(path), CallEffect.READ, request(path).GET());
    }

    /**
     * Writes.
     *
     * @throws OutcomeUnknown when it may have happened, and may not be repeated
     */
    Answer post(String path, CallEffect effect, JsonObject body) {
        HttpRequest.Builder request = request(path)
                .header("Content-Type", "application/json")
                .header("From", settings.from())
                .POST(BodyPublishers.ofString(JsonWriter.string(body)));
        return send("POST " + pattern(path), effect, request);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(settings.api() + path))
                .header("Accept", "application/vnd.pagerduty+json;version=2");
    }

    /** Without ids and parameters. */
    private static String pattern(String path) {
        return path.replaceAll("\\?.*", "").replaceAll("/incidents/[^/]+", "/incidents/{id}");
    }

    /** 401 comes before anything is done, so that even a write is sent again, once, with a token read again. */
    private Answer send(String what, CallEffect effect, HttpRequest.Builder request) {
        String shown = token.current();
        HttpResult result = http.send(Span.call(SYSTEM, what), authorized(request, shown), effect);
        if (isRefusedToken(result)) {
            String again = token.reread();
            result = again.equals(shown)
                    ? result
                    : http.send(Span.call(SYSTEM, what), authorized(request, again), effect);
        }
        LOG.log(System.Logger.Level.DEBUG, "{0}: {1}", what, result);
        return switch (result) {
            case HttpResult.NotSent(String why) -> throw effect.notSent(SYSTEM, what + ": no connection, " + why);
            case HttpResult.Lost(String why) -> throw effect.answerLost(SYSTEM, what + ": no answer, " + why);
            case HttpResult.Answer answer -> answered(what, effect, answer);
        };
    }

    private static HttpRequest authorized(HttpRequest.Builder request, String token) {
        return request.setHeader("Authorization", "Token token=" + token).build();
    }

    private static boolean isRefusedToken(HttpResult result) {
        return result instanceof HttpResult.Answer answer
                && answer.status() == 401
                && error(answer).isPresent();
    }

    private Answer answered(String what, CallEffect effect, HttpResult.Answer answer) {
        if (isRefusedToken(answer)) {
            counters.count(Metric.TOKEN_REJECTED, SYSTEM);
            CredentialsRefused refused = new CredentialsRefused(
                    SYSTEM, what + ": the token is refused. Store a valid one in the pagers' secret");
            token.refused(refused.said());
            throw refused;
        }
        if (answer.status() == 429) {
            counters.count(Metric.RATE_LIMITED, SYSTEM);
            throw Unavailable.limited(SYSTEM, what + ": " + answer, wait(answer));
        }
        Optional<JsonObject> error = error(answer);
        if (answer.isRefusal() && error.isPresent()) {
            int code = error.get().getInt("code", 0);
            LOG.log(System.Logger.Level.WARNING, "{0}: {1}, code {2}", what, answer, Integer.toString(code));
            return new Answer.Refused(answer.status(), code);
        }
        return done(answer)
                .<Answer>map(Answer.Done::new)
                .orElseThrow(() -> effect.answerLost(SYSTEM, what + ": " + answer, wait(answer)));
    }

    /** How many seconds are left of the minute that is counted; PagerDuty sends no {@code Retry-After}, a proxy may. */
    private Optional<Duration> wait(HttpResult.Answer answer) {
        return answer.retryAfter(clock.instant())
                .or(() -> answer.header("ratelimit-reset").flatMap(value -> RetryAfter.of(value, clock.instant())));
    }

    private static Optional<JsonObject> done(HttpResult.Answer answer) {
        return answer.status() == 200 || answer.status() == 201 ? parsed(answer) : Optional.empty();
    }

    private static Optional<JsonObject> error(HttpResult.Answer answer) {
        return parsed(answer)
                .map(body -> body.get("error"))
                .filter(JsonObject.class::isInstance)
                .map(JsonObject.class::cast);
    }

    private static Optional<JsonObject> parsed(HttpResult.Answer answer) {
        try {
            return Optional.of(JsonParser.object().from(answer.body()));
        } catch (JsonParserException | StackOverflowError e) {
            return Optional.empty();
        }
    }

    /** A member of an answer that it must have. */
    static JsonObject object(JsonObject answer, String name) {
        if (answer.get(name) instanceof JsonObject found) {
            return found;
        }
        throw unreadable(name);
    }

    /** A list of an answer that it must have. */
    static JsonArray list(JsonObject answer, String name) {
        if (answer.get(name) instanceof JsonArray found) {
            return found;
        }
        throw unreadable(name);
    }

    private static Unavailable unreadable(String name) {
        return new Unavailable(SYSTEM, "its answer has no " + name, Optional.empty());
    }
}
