package dev.belay.slack;

import com.slack.api.methods.response.auth.AuthTestResponse;
import com.slack.api.methods.response.oauth.OAuthV2AccessResponse;
import dev.belay.chat.Platform;
import dev.belay.credential.TokenIssuer;
import dev.belay.credential.TokenPair;
import dev.belay.failure.OutcomeUnknown;
import dev.belay.health.Counters;
import dev.belay.health.Metric;
import dev.belay.ratelimit.RateLimitStore;
import dev.belay.slack.call.SlackCalls;
import dev.belay.slack.call.SlackClient;
import dev.belay.slack.call.SlackMethod;
import dev.belay.slack.call.SlackTokens;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Slack as it renews bot tokens: {@code oauth.v2.access} with the refresh token and the app's own secret, and {@code auth.test} as the proof
 * (docs.slack.dev/authentication/using-token-rotation, docs.slack.dev/reference/methods/oauth.v2.access).
 */
public final class SlackTokenIssuer implements TokenIssuer {
    /** A token lives for 43,200 s. An answer that says more is not believed, so that it is renewed in time. */
    private static final Duration LIFE = Duration.ofHours(12);

    private static final Set<String> APP_ERRORS = Set.of("invalid_client_id", "bad_client_secret");

    private final SlackClient client;
    private final Supplier<SlackAppSecret> app;
    private final RateLimitStore limits;
    private final Counters counters;
    private final Clock clock;

    /** @param app read afresh for each renewal */
    public SlackTokenIssuer(
            SlackClient client, Supplier<SlackAppSecret> app, RateLimitStore limits, Counters counters, Clock clock) {
        this.client = client;
        this.app = app;
        this.limits = limits;
        this.counters = counters;
        this.clock = clock;
    }

    @Override
    public Renewal renew(String workspace, TokenPair current) {
        SlackAppSecret own = app.get();
        Instant asked = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        OAuthV2AccessResponse answer = with(Optional.empty())
                .call(
                        workspace,
                        SlackMethod.RENEW_TOKEN,
                        methods -> methods.oauthV2Access(request -> request.clientId(own.clientId())
                                .clientSecret(own.clientSecret())
                                .grantType("refresh_token")
                                .refreshToken(current.refreshToken())));
        return answer.isOk() ? renewed(answer, asked) : refused(String.valueOf(answer.getError()));
    }

    private Renewal refused(String error) {
        counters.count(Metric.TOKEN_REJECTED, error);
        return APP_ERRORS.contains(error) ? new Renewal.AppRefused(error) : new Renewal.PairRefused(error);
    }

    /** It ends by the time at which it was asked for, which is never too late. */
    private static Renewal renewed(OAuthV2AccessResponse answer, Instant asked) {
        String access = answer.getAccessToken();
        String refresh = answer.getRefreshToken();
        if (isEmpty(access) || isEmpty(refresh)) {
            throw new OutcomeUnknown(Platform.SLACK.id(), "oauth.v2.access: ok, and the pair is not in the answer");
        }
        Integer seconds = answer.getExpiresIn();
        Duration life = seconds == null ? LIFE : Duration.ofSeconds(Math.clamp(seconds, 0, LIFE.toSeconds()));
        return new Renewal.Renewed(new TokenPair(access, refresh, asked.plus(life)));
    }

    private static boolean isEmpty(@Nullable String text) {
        return text == null || text.isEmpty();
    }

    @Override
    public Proof prove(String workspace, TokenPair pair) {
        AuthTestResponse answer = with(Optional.of(pair.accessToken()))
                .call(workspace, SlackMethod.PROVE_TOKEN, methods -> methods.authTest(request -> request));
        if (!answer.isOk()) {
            String error = String.valueOf(answer.getError());
            return error.equals("token_expired") ? new Proof.Expired() : new Proof.Refused(error);
        }
        String team = String.valueOf(answer.isEnterpriseInstall() ? answer.getEnterpriseId() : answer.getTeamId());
        return answer.isEnterpriseInstall() || team.equals(workspace)
                ? new Proof.Taken()
                : new Proof.Refused("it is for the workspace " + team);
    }

    /** Calls with this token, or with none, and with no other after a refusal. */
    private SlackCalls with(Optional<String> token) {
        String given = token.orElse("");
        SlackTokens only = new SlackTokens() {
            @Override
            public Optional<String> token(String workspace) {
                return Optional.of(given);
            }

            @Override
            public Optional<String> reread(String workspace) {
                return Optional.of(given);
            }

            @Override
            public void refused(String workspace, String said) {
                // the rotation tells what it means: another token may be the current one
            }
        };
        return new SlackCalls(client, only, limits, counters, clock);
    }
}
