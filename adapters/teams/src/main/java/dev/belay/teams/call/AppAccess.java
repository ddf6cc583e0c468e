package dev.belay.teams.call;

import java.net.URI;
import java.util.Set;

/**
 * Who our app is to Microsoft, where it gets its tokens, and where they may go.
 *
 * @param app our app's id
 * @param login where tokens come from, without the tenant and without a slash at the end
 * @param scope what a token for the Bot Connector is asked for
 * @param graphScope what a token for Graph is asked for
 * @param serviceHosts the hosts that a token for the Bot Connector may go to; a host's subdomains are not it
 */
public record AppAccess(String app, URI login, String scope, String graphScope, Set<String> serviceHosts) {
    public AppAccess {
        serviceHosts = Set.copyOf(serviceHosts);
    }
}
