package dev.belay.simulator.teams.connector;

import dev.belay.simulator.teams.call.Call;
import dev.belay.simulator.teams.limit.Limit;
import dev.belay.simulator.teams.limit.RateLimits;
import dev.belay.simulator.teams.login.AccessTokens;
import dev.belay.simulator.teams.tenant.Tenant;

/** Lets the bot's calls in, and not too many of them. */
final class ConnectorAccess {
    private final Tenant tenant;
    private final AccessTokens tokens;
    private final RateLimits limits;

    ConnectorAccess(Tenant tenant, AccessTokens tokens, RateLimits limits) {
        this.tenant = tenant;
        this.tokens = tokens;
        this.limits = limits;
    }

    /** Refuses a caller without a token of the bot's that still works. */
    void demand(Call call) {
        if (!tokens.holds(call.bearer(), AccessTokens.BOT_FRAMEWORK)) {
            throw ConnectorErrors.unauthorized();
        }
        count(Limit.CONNECTOR, tenant.id());
    }

    /** Counts a call about a thread. */
    void count(Limit limit, String thread) {
        limits.take(limit, thread).ifPresent(seconds -> {
            throw ConnectorErrors.throttled().retryAfter(seconds);
        });
    }
}
