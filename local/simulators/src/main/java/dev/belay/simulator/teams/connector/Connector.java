package dev.belay.simulator.teams.connector;

import dev.belay.simulator.teams.call.Operation;
import dev.belay.simulator.teams.call.Service;
import dev.belay.simulator.teams.limit.RateLimits;
import dev.belay.simulator.teams.login.AccessTokens;
import dev.belay.simulator.teams.tenant.Tenant;
import java.util.List;
import java.util.stream.Stream;

/** The Bot Connector's operations on Teams. */
public final class Connector {
    public static final String PREFIX = "/connector/";

    private final List<Operation> operations;

    public Connector(Tenant tenant, AccessTokens tokens, RateLimits limits) {
        ConnectorAccess gate = new ConnectorAccess(tenant, tokens, limits);
        Activities activities = new Activities(tenant);
        this.operations = Stream.of(
                        new ConversationOperations(tenant, gate, activities).all(),
                        new ActivityOperations(tenant, gate, activities).all(),
                        new RosterOperations(tenant, gate).all())
                .flatMap(List::stream)
                .toList();
    }

    public Service service() {
        return new Service(
                "connector",
                PREFIX,
                operations,
                ConnectorErrors::throttled,
                request -> ConnectorErrors.of(
                        404, "NotFound", "No HTTP resource was found that matches the request URI."));
    }
}
