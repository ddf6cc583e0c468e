package dev.belay.local.world;

import dev.belay.simulator.teams.AcmeTeams;
import dev.belay.simulator.teams.SimulatedTeams;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What an installation needs of Teams: Acme's tenant, and where the services are.
 *
 * @param graph where Graph is, with its version and without a slash at the end
 * @param login where tokens come from, without a slash at the end
 * @param openId where the Bot Connector says which keys it signs with
 * @param service where the Bot Connector is, ending in a slash
 * @param serviceHosts the hosts that the bot's token may go to
 * @param hasGraph whether channels that Graph makes can be written into
 */
public record Teams(URI graph, URI login, URI openId, URI service, Set<String> serviceHosts, boolean hasGraph) {
    private static final String HERE = "127.0.0.1";

    public Teams {
        serviceHosts = Set.copyOf(serviceHosts);
    }

    static Teams simulated(SimulatedTeams teams) {
        return new Teams(
                teams.graphUrl(), teams.loginUrl(), teams.openIdUrl(), teams.connectorUrl(), Set.of(HERE), true);
    }

    /** With another Bot Connector on this machine, which knows no channels but those that it began with. */
    Teams with(URI otherService) {
        Set<String> hosts = new LinkedHashSet<>(List.of(HERE, "localhost", otherService.getHost()));
        return new Teams(graph, login, openId, otherService, hosts, false);
    }

    String tenant() {
        return AcmeTeams.TENANT;
    }

    String app() {
        return AcmeTeams.APP.id();
    }

    String catalogApp() {
        return AcmeTeams.APP.catalogId();
    }

    String clientSecret() {
        return AcmeTeams.APP.secret();
    }

    String team() {
        return AcmeTeams.TEAM;
    }

    List<String> overflowTeams() {
        return List.of(AcmeTeams.OVERFLOW_TEAM);
    }

    String sharedChannel() {
        return AcmeTeams.SUPPORT;
    }

    /** Where those who run Belay are told of what needs them: where only the first channels are known, among the cards. */
    String operationsChannel() {
        return hasGraph ? AcmeTeams.OPERATIONS : AcmeTeams.SUPPORT;
    }

    List<String> responders() {
        return List.of(AcmeTeams.ALICE, AcmeTeams.BOB);
    }
}
