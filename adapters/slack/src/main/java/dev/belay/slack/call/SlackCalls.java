package dev.belay.slack.call;

import static dev.belay.slack.call.SlackErrors.MISSING_SCOPE;

import com.google.gson.JsonParseException;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiErrorResponse;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.SlackApiTextResponse;
import dev.belay.chat.Channel;
import dev.belay.chat.Platform;
import dev.belay.failure.CredentialsRefused;
import dev.belay.failure.ExternalFailure;
import dev.belay.failure.Rejected;
import dev.belay.failure.Unavailable;
import dev.belay.health.Counters;
import dev.belay.health.Metric;
import dev.belay.ratelimit.RateLimitStore;
import dev.belay.ratelimit.RateLimiter;
import dev.belay.slack.call.SlackErrors.Kind;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The one place where Slack's ways of failing become ours: retry later, rejected, credentials refused, outcome unknown. */
public final class SlackCalls {
    static final String SLACK = Platform.SLACK.id();

    /** How long a rate limit stands that comes without a time; each is for one method in one workspace (docs.slack.dev/apis/web-api/rate-limits). */
    private static final Duration DEFAULT_RETRY_AFTER = Duration.ofSeconds(30);

    /** One call of a method with the client that carries the token. */
    public interface Send<R extends SlackApiTextResponse> {
        R with(MethodsClient client) throws IOException, SlackApiException;
    }

    private final SlackClient client;
    private final SlackTokens tokens;
    private final RateLimiter limits;
    private final Counters counters;

    public SlackCalls(SlackClient client, SlackTokens tokens, RateLimitStore limits, Counters counters, Clock clock) {
        this.client = client;
        this.tokens = tokens;
        this.limits = rateLimiter(limits, clock);
        this.counters = counters;
    }

    static RateLimiter rateLimiter(RateLimitStore limits, Clock clock) {
        return new RateLimiter(limits, clock, SLACK, DEFAULT_RETRY_AFTER);
    }

    /**
     * Calls a method of a workspace.
     *
     * @return an answer that is {@code ok}, or one with an error that the method counts as an answer
     */
    public <R extends SlackApiTextResponse> R call(String workspace, SlackMethod method, Send<R> send) {
        return call(new Place(workspace, Optional.empty()), method, send);
    }

    /** Calls a method in a channel, which a refusal then names. */
    public <R extends SlackApiTextResponse> R call(Channel channel, SlackMethod method, Send<R> send) {
        return call(new Place(channel.workspace(), Optional.of(channel.id())), method, send);
    }

    /** Where a method is called. */
    private record Place(String workspace, Optional<String> channel) {
        /** For a refusal. */
        String inWords() {
            return channel.map(id -> " in " + id).orElse("");
        }
    }

    private <R extends SlackApiTextResponse> R call(Place place, SlackMethod method, Send<R> send) {
        String workspace = place.workspace();
        limits.check(method.limited(workspace, place.channel()));
        String token = token(workspace);
        Sent<R> first = send(place, method, token, send);
        Sent<R> last = SlackErrors.kind(error(first.said())) == Kind.TOKEN
                ? tokens.reread(workspace)
                        .filter(other -> !other.equals(token))
                        .map(newer -> send(place, method, newer, send))
                        .orElse(first)
                : first;
        return last.answer()
                .filter(answer -> answer.isOk() || method.answersWith(error(answer)))
                .orElseThrow(() -> failure(place, method, last.said()));
    }

    /** The token of a workspace, for what is no method. */
    public String token(String workspace) {
        return tokens.token(workspace).orElseThrow(() -> noToken(workspace));
    }

    /**
     * What came back.
     *
     * @param answer none where Slack refused it by the HTTP status too
     */
    private record Sent<R extends SlackApiTextResponse>(Optional<R> answer, SlackApiTextResponse said) {}

    private CredentialsRefused noToken(String workspace) {
        String said = "not set up yet: there is no bot token for the workspace " + workspace + ": "
                + tokens.remedy(workspace);
        counters.count(Metric.NOT_SET_UP, SLACK);
        tokens.refused(workspace, said);
        return new CredentialsRefused(SLACK, said);
    }

    private <R extends SlackApiTextResponse> Sent<R> send(Place place, SlackMethod method, String token, Send<R> send) {
        try {
            R answer = send.with(client.methods(method, token));
            return new Sent<>(Optional.of(answer), answer);
        } catch (SlackApiException e) {
            return new Sent<>(Optional.empty(), saidWithStatus(place, method, e));
        } catch (JsonParseException _) {
            throw lost(method, "no JSON in the answer");
        } catch (IOException e) {
            throw SendTracker.wasNotSent(e)
                    ? method.effect().notSent(SLACK, method.name() + ": no connection")
                    : lost(method, e.getClass().getSimpleName());
        }
    }

    private SlackApiTextResponse saidWithStatus(Place place, SlackMethod method, SlackApiException refusal) {
        int status = refusal.getResponse().code();
        if (status == 429) {
            throw limits.met(
                    method.limited(place.workspace(), place.channel()),
                    Optional.ofNullable(refusal.getResponse().header("Retry-After")));
        }
        SlackApiErrorResponse said = refusal.getError();
        if (said == null || said.getError() == null || !SlackErrors.isCode(said.getError())) {
            throw lost(method, "HTTP " + status);
        }
        return said;
    }

    private ExternalFailure failure(Place place, SlackMethod method, SlackApiTextResponse answer) {
        String workspace = place.workspace();
        String where = place.inWords();
        String error = error(answer);
        if (!SlackErrors.isCode(error)) {
            return lost(method, "neither ok nor an error of Slack's");
        }
        return switch (SlackErrors.kind(error)) {
            case RATE_LIMIT -> limits.met(method.limited(workspace, place.channel()), retryAfter(answer));
            case OUTCOME_UNKNOWN -> lost(method, error);
            case TEMPORARY, NOT_NOW -> new Unavailable(SLACK, method.name() + ": " + error, Optional.empty());
            case TOKEN ->
                refused(workspace, error, "token rejected: " + error + " (" + method.name() + ")" + fix(error));
            case RIGHT ->
                MISSING_SCOPE.equals(error)
                        ? scopeMissing(workspace, where, method, answer)
                        : new Rejected(SLACK, error + " (" + method.name() + where + ")" + fix(error));
            case FINAL -> new Rejected(SLACK, error + " (" + method.name() + where + ")" + fix(error));
        };
    }

    /** Without a required scope nothing works until the app is installed again; without another one, this call alone does not. */
    private ExternalFailure scopeMissing(
            String workspace, String where, SlackMethod method, SlackApiTextResponse answer) {
        String said = scopes(answer) + " (" + method.name() + where + ")" + fix(MISSING_SCOPE);
        return lacksRequired(method, answer) ? refused(workspace, MISSING_SCOPE, said) : new Rejected(SLACK, said);
    }

    /** By what Slack says that the token has; where it does not say so, by what the method needs. */
    private static boolean lacksRequired(SlackMethod method, SlackApiTextResponse answer) {
        Collection<SlackScope> lacking = SlackErrors.areScopes(answer.getProvided())
                ? SlackScope.lacking(granted(answer.getProvided()))
                : method.scopes();
        return lacking.stream().anyMatch(SlackScope::isRequired);
    }

    /**
     * What the token of an answer may do, where Slack says it (the header {@code x-oauth-scopes}, docs.slack.dev/apis/web-api).
     */
    public static Optional<Set<String>> granted(SlackApiTextResponse answer) {
        return Optional.ofNullable(answer.getHttpResponseHeaders())
                .map(headers -> headers.getOrDefault("x-oauth-scopes", List.of()))
                .flatMap(values -> values.stream().findFirst())
                .map(SlackCalls::granted);
    }

    private static Set<String> granted(String listed) {
        return Arrays.stream(listed.split(",", -1)).map(String::strip).collect(Collectors.toUnmodifiableSet());
    }

    private CredentialsRefused refused(String workspace, String error, String said) {
        counters.count(Metric.TOKEN_REJECTED, error);
        tokens.refused(workspace, said);
        return new CredentialsRefused(SLACK, said);
    }

    private static String fix(String error) {
        return SlackErrors.fix(error).map(fix -> ": " + fix).orElse("");
    }

    /** An error as it may be logged: what is no code of Slack's may be anybody's words. */
    public static String code(String error) {
        return SlackErrors.isCode(error) ? error : "refused";
    }

    private static ExternalFailure lost(SlackMethod method, String how) {
        return method.effect().answerLost(SLACK, method.name() + ": " + how);
    }

    private static String scopes(SlackApiTextResponse answer) {
        return MISSING_SCOPE + ": needed " + SlackErrors.scopes(answer.getNeeded()) + ", provided "
                + SlackErrors.scopes(answer.getProvided());
    }

    private static String error(SlackApiTextResponse answer) {
        return answer.isOk() || answer.getError() == null ? "" : answer.getError();
    }

    private static Optional<String> retryAfter(SlackApiTextResponse answer) {
        return Optional.ofNullable(answer.getHttpResponseHeaders())
                .map(headers -> headers.getOrDefault("retry-after", List.of()))
                .flatMap(values -> values.stream().findFirst());
    }
}
