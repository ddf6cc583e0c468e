package dev.belay.ingress;

import dev.belay.address.SafeAddress;
import dev.belay.ingress.IngressSettings.Name;
import dev.belay.teams.protocol.Cloud;
import dev.belay.teams.protocol.ServiceHosts;
import java.net.URI;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the template tells ingress of Teams.
 *
 * @param app the id of our app in Entra ID
 * @param tenants whose activities are let in, in lower case
 * @param issuer whom the Bot Connector's tokens are from
 * @param metadata where the Bot Connector says which keys it signs with
 * @param hosts where the Bot Connector may be
 */
record TeamsDoorSettings(String app, Set<String> tenants, String issuer, URI metadata, ServiceHosts hosts) {
    TeamsDoorSettings {
        tenants = Set.copyOf(tenants);
    }

    /**
     * @throws IllegalStateException when a variable is missing or wrong; the message names it
     */
    static TeamsDoorSettings of(Function<String, @Nullable String> environment) {
        String app =
                IngressSettings.require(environment, Name.BELAY_TEAMS_APP_ID).strip();
        String tenants = IngressSettings.require(environment, Name.BELAY_TEAMS_TENANTS);
        Cloud cloud = cloud(IngressSettings.require(environment, Name.BELAY_TEAMS_CLOUD));
        return new TeamsDoorSettings(
                app,
                lowerCaseParts(Name.BELAY_TEAMS_TENANTS, tenants),
                cloud.issuer(),
                metadata(cloud, environment.apply(Name.BELAY_TEAMS_OPENID_URL.name())),
                hosts(cloud, environment.apply(Name.BELAY_TEAMS_SERVICE_HOSTS.name())));
    }

    private static Cloud cloud(String id) {
        try {
            return Cloud.of(id.strip());
        } catch (IllegalArgumentException e) {
            throw IngressSettings.invalid(Name.BELAY_TEAMS_CLOUD, "" + e.getMessage());
        }
    }

    private static URI metadata(Cloud cloud, @Nullable String address) {
        if (address == null || address.isBlank()) {
            return cloud.openIdMetadata();
        }
        URI uri = uri(address.strip());
        if (!SafeAddress.isSafe(uri)) {
            throw IngressSettings.invalid(Name.BELAY_TEAMS_OPENID_URL, "it is not an https address");
        }
        return uri;
    }

    private static URI uri(String address) {
        try {
            return URI.create(address);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(
                    "the environment variable " + Name.BELAY_TEAMS_OPENID_URL + " is wrong: it is not an address", e);
        }
    }

    private static ServiceHosts hosts(Cloud cloud, @Nullable String names) {
        if (names != null && !names.isBlank()) {
            return new ServiceHosts(lowerCaseParts(Name.BELAY_TEAMS_SERVICE_HOSTS, names));
        }
        if (cloud.serviceHosts().isEmpty()) {
            throw IngressSettings.invalid(
                    Name.BELAY_TEAMS_SERVICE_HOSTS, "the hosts of the Bot Connector must be named in this cloud");
        }
        return new ServiceHosts(cloud.serviceHosts());
    }

    private static Set<String> lowerCaseParts(Name name, String text) {
        Set<String> names = new HashSet<>();
        for (String part : IngressSettings.splitAtCommas(text)) {
            if (part.isEmpty()) {
                throw IngressSettings.invalid(name, "nothing stands beside one of its commas");
            }
            names.add(part.toLowerCase(Locale.ROOT));
        }
        return names;
    }
}
