package dev.belay.simulator.teams.graph;

import dev.belay.simulator.http.Response;
import dev.belay.simulator.teams.call.Call;
import dev.belay.simulator.teams.call.Operation;
import dev.belay.simulator.teams.limit.Limit;
import dev.belay.simulator.teams.limit.RateLimits;
import dev.belay.simulator.teams.login.AccessTokens;
import dev.belay.simulator.teams.tenant.Team;
import dev.belay.simulator.teams.tenant.Tenant;
import java.util.List;

/** Lets in the app's calls for which it has a permission, and not too many of them. */
final class GraphAccess {
    private static final String FOR_ONE_TEAM = ".Group";

    /** What an operation does once the call may be made, while the tenant is held. */
    interface Work {
        Response answer(GraphCall call);
    }

    private final Tenant tenant;
    private final AccessTokens tokens;
    private final RateLimits limits;

    GraphAccess(Tenant tenant, AccessTokens tokens, RateLimits limits) {
        this.tenant = tenant;
        this.tokens = tokens;
        this.limits = limits;
    }

    /** @param anyOf the permissions one of which the app needs; those for one team only count where it is installed */
    Operation operation(String name, String route, List<String> anyOf, Work work) {
        return Operation.of(name, route, call -> {
            if (!tokens.holds(call.bearer(), AccessTokens.GRAPH)) {
                throw GraphErrors.unauthorized();
            }
            return tenant.atomically(() -> work.answer(allowed(call, anyOf)));
        });
    }

    /** An operation on the directory, which no team is named in. */
    Operation directory(String name, String route, List<String> anyOf, Operation.Work work) {
        return Operation.of(name, route, call -> {
            if (!tokens.holds(call.bearer(), AccessTokens.GRAPH)) {
                throw GraphErrors.unauthorized();
            }
            count(Limit.GRAPH_TENANT, tenant.id());
            if (anyOf.stream().noneMatch(tenant::isGranted)) {
                throw GraphErrors.insufficient();
            }
            return tenant.atomically(() -> work.answer(call));
        });
    }

    private GraphCall allowed(Call call, List<String> anyOf) {
        count(Limit.GRAPH_TENANT, tenant.id());
        count(Limit.GRAPH_PLACE, call.places().getOrDefault("channel", call.place("team")));
        List<String> granted = anyOf.stream().filter(tenant::isGranted).toList();
        if (granted.isEmpty()) {
            throw GraphErrors.missing(anyOf);
        }
        Team team = tenant.teams().stream()
                .filter(each -> each.id().equals(call.place("team")))
                .findFirst()
                .orElseThrow(() -> GraphErrors.notFound("team"));
        if (!team.hasApp() && granted.stream().allMatch(permission -> permission.endsWith(FOR_ONE_TEAM))) {
            throw GraphErrors.denied();
        }
        return new GraphCall(call, team);
    }

    private void count(Limit limit, String what) {
        limits.take(limit, what).ifPresent(seconds -> {
            throw GraphErrors.throttled().retryAfter(seconds);
        });
    }
}
