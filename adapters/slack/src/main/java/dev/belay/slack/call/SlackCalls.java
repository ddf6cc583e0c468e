package dev.belay.slack.call;

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
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

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
        return call(workspace, "", method, send);
    }

    /** Calls a method in a channel, which a refusal then names. */
    public <R extends SlackApiTextResponse> R call(Channel channel, SlackMethod method, Send<R> send) {
        return call(channel.workspace(), " in " + channel.id(), method, send);
    }

    private <R extends SlackApiTextResponse> R call(String workspace, String where, SlackMethod method, Send<R> send) {
        limits.check(method.limited(workspace));
        String token = tokens.token(workspace).orElseThrow(() -> noToken(workspace));
        R answer = send(workspace, where, method, token, send);
        if (SlackErrors.isOfToken(error(answer))) {
            Optional<String> newer = tokens.reread(workspace).filter(other -> !other.equals(token));
            if (newer.isPresent()) {
                answer = send(workspace, where, method, newer.get(), send);
            }
        }
        if (answer.isOk() || method.answersWith(error(answer))) {
            return answer;
        }
        throw failure(workspace, where, method, answer);
    }

    private static Rejected noToken(String workspace) {
        return new Rejected(
                SLACK,
                "there is no bot token for the workspace " + workspace + ": store it with './belay secrets put slack/"
                        + workspace + "'");
    }

    private <R extends SlackApiTextResponse> R send(
            String workspace, String where, SlackMethod method, String token, Send<R> send) {
        try {
            return send.with(client.methods(method, token));
        } catch (SlackApiException e) {
            throw refusedByStatus(workspace, where, method, e);
        } catch (JsonParseException _) {
            throw lost(method, "no JSON in the answer");
        } catch (IOException e) {
            throw SendTracker.wasNotSent(e)
                    ? method.effect().notSent(SLACK, method.name() + ": no connection")
                    : lost(method, e.getClass().getSimpleName());
        }
    }

    private ExternalFailure refusedByStatus(
            String workspace, String where, SlackMethod method, SlackApiException refusal) {
        int status = refusal.getResponse().code();
        if (status == 429) {
            return limits.met(
                    method.limited(workspace),
                    Optional.ofNullable(refusal.getResponse().header("Retry-After")));
        }
        SlackApiErrorResponse said = refusal.getError();
        String error = said == null || said.getError() == null ? "" : said.getError();
        return SlackErrors.isCode(error) ? failure(workspace, where, method, said) : lost(method, "HTTP " + status);
    }

    private ExternalFailure failure(String workspace, String where, SlackMethod method, SlackApiTextResponse answer) {
        String error = error(answer);
        if (SlackErrors.isRateLimit(error)) {
            return limits.met(method.limited(workspace), retryAfter(answer));
        }
        if (!SlackErrors.isCode(error) || SlackErrors.isOutcomeUnknown(error)) {
            return lost(method, SlackErrors.isCode(error) ? error : "neither ok nor an error of Slack's");
        }
        if (SlackErrors.isTemporary(error)) {
            return new Unavailable(SLACK, method.name() + ": " + error, Optional.empty());
        }
        if (SlackErrors.isOfToken(error)) {
            counters.count(Metric.TOKEN_REJECTED, error);
            return new CredentialsRefused(SLACK, "token rejected: " + error + " (" + method.name() + ")");
        }
        return new Rejected(
                SLACK,
                ("missing_scope".equals(error) ? scopes(answer) : error) + " (" + method.name() + where + ")"
                        + SlackErrors.fix(error).map(fix -> ": " + fix).orElse(""));
    }

    /** An error as it may be logged: what is no code of Slack's may be anybody's words. */
    public static String code(String error) {
        return SlackErrors.isCode(error) ? error : "refused";
    }

    private static ExternalFailure lost(SlackMethod method, String how) {
        return method.effect().answerLost(SLACK, method.name() + ": " + how);
    }

    private static String scopes(SlackApiTextResponse answer) {
        return "missing_scope: needed " + SlackErrors.scopes(answer.getNeeded()) + ", provided "
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
