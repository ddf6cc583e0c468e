package dev.belay.simulator.teams.graph;

import dev.belay.simulator.teams.call.Operation;
import dev.belay.simulator.teams.call.Service;
import dev.belay.simulator.teams.limit.RateLimits;
import dev.belay.simulator.teams.login.AccessTokens;
import dev.belay.simulator.teams.login.Credentials;
import dev.belay.simulator.teams.tenant.Tenant;
import java.net.URI;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Microsoft Graph v1.0, as far as it concerns teams. */
public final class Graph {
    public static final String PREFIX = "/graph/v1.0/";

    private final List<Operation> operations;
    private final FileOperations files;

    /**
     * @param base what the address of a list's next page begins with
     * @param fileBase what the addresses of uploads and downloads begin with
     */
    public Graph(
            Tenant tenant,
            AccessTokens tokens,
            Credentials credentials,
            RateLimits limits,
            Supplier<URI> base,
            Supplier<URI> fileBase) {
        GraphAccess gate = new GraphAccess(tenant, tokens, limits);
        GraphJson json = new GraphJson(tenant);
        this.files = new FileOperations(tenant, gate, fileBase);
        this.operations = Stream.of(
                        new ChannelOperations(tenant, gate, json).all(),
                        new LifecycleOperations(tenant, gate, json).all(),
                        new MemberOperations(tenant, gate).all(),
                        new MessageOperations(gate, new ChatMessages(tenant), base).all(),
                        new TabOperations(tenant, gate, json).all(),
                        files.all(),
                        new ApplicationOperations(tenant, gate, credentials).all())
                .flatMap(List::stream)
                .toList();
    }

    /** Where files are read and written, beside Graph. */
    public Service files() {
        return files.service();
    }

    public Service service() {
        return new Service("graph", PREFIX, operations, GraphErrors::throttled, GraphErrors::unknownSegment);
    }
}
