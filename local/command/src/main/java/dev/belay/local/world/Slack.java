package dev.belay.local.world;

import dev.belay.simulator.slack.AcmeWorkspace;
import dev.belay.simulator.slack.SimulatedSlack;
import java.net.URI;
import java.util.Optional;

/**
 * What an installation needs of a Slack.
 *
 * @param api where the Web API is, ending in a slash
 * @param sharedChannel the id of the support channel
 */
public record Slack(
        URI api, String team, String app, String botToken, String signingSecret, Optional<String> sharedChannel) {
    static Slack simulated(SimulatedSlack slack) {
        return new Slack(
                slack.apiUrl(),
                AcmeWorkspace.TEAM,
                AcmeWorkspace.APP.id(),
                AcmeWorkspace.APP.botToken(),
                AcmeWorkspace.APP.signingSecret(),
                Optional.of(AcmeWorkspace.SUPPORT));
    }

    /** Without the secrets. */
    @Override
    public String toString() {
        return "Slack[" + api + " " + team + "]";
    }
}
