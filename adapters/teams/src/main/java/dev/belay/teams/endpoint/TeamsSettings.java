package dev.belay.teams.endpoint;

import java.net.URI;
import java.util.Optional;
import java.util.Set;

/**
 * Where the services are that Microsoft Teams consists of: those of one of Microsoft's clouds, or others in their place.
 *
 * @param login where tokens come from, without the tenant and without a slash at the end
 * @param scope what a token for the Bot Connector is asked for
 * @param graphScope what a token for Graph is asked for
 * @param web where people open Teams, without a slash at the end
 * @param service where the Bot Connector is for a team that has not told us
 * @param serviceHosts the hosts that a token for the Bot Connector may go to; a host's subdomains are not it
 * @param catalogApp the id that our app has in the organization's catalog, where a tab of it can be put on a channel
 * @param graph Graph's root, with its version and without a slash at the end
 * @param addsMembers whether people whom a record concerns are added to the team that they are not in
 */
public record TeamsSettings(
        URI login,
        String scope,
        String graphScope,
        URI web,
        URI service,
        Set<String> serviceHosts,
        Optional<String> catalogApp,
        URI graph,
        boolean addsMembers) {
    public TeamsSettings {
        serviceHosts = Set.copyOf(serviceHosts);
    }

    /** What Graph calls itself in its cloud, with its version, wherever it is reached. */
    public String graphName() {
        return graphScope.replaceFirst("\\.default$", "v1.0");
    }
}
