package dev.belay.teams.protocol;

import dev.belay.address.SafeAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * The hosts that the Bot Connector is let stand on: whoever says that it is elsewhere would be handed our token.
 *
 * @param hosts by their full names; a host's subdomains are not it
 */
public record ServiceHosts(Set<String> hosts) {
    public ServiceHosts {
        Set<String> lower = new HashSet<>();
        for (String host : hosts) {
            lower.add(host.toLowerCase(Locale.ROOT));
        }
        hosts = Set.copyOf(lower);
    }

    /** Whether this is the address of a service on one of the hosts: encrypted, unless the host is this machine. */
    public boolean allow(String address) {
        try {
            return allow(new URI(address));
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** Whether this is the address of a service on one of the hosts: encrypted, unless the host is this machine. */
    public boolean allow(URI address) {
        String host = address.getHost();
        if (host == null || !hosts.contains(host.toLowerCase(Locale.ROOT))) {
            return false;
        }
        if (address.getRawUserInfo() != null || address.getRawQuery() != null || address.getRawFragment() != null) {
            return false;
        }
        boolean usualPort = address.getPort() == -1 || address.getPort() == 443;
        return SafeAddress.isSafe(address) && (usualPort || SafeAddress.isLoopback(address));
    }
}
