package dev.belay.local.world;

import dev.belay.simulator.slack.AcmeWorkspace;
import dev.belay.simulator.slack.SimulatedSlack;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * What an installation needs of a Slack.
 *
 * @param api where the Web API is, ending in a slash
 * @param sharedChannel the id of the support channel; without one, only priorities 1 and 2 are routed
 * @param operationsChannel the id of the channel where those who run Belay are told of what needs them
 * @param responders the chat user ids of who is invited into each new channel
 */
public record Slack(
        URI api,
        String team,
        String app,
        String botToken,
        String signingSecret,
        Optional<String> sharedChannel,
        Optional<String> operationsChannel,
        List<String> responders) {
    public Slack {
        responders = List.copyOf(responders);
    }

    static Slack simulated(SimulatedSlack slack) {
        return simulated(slack.apiUrl());
    }

    /** The simulated one under another address. */
    static Slack simulated(URI api) {
        return new Slack(
                api,
                AcmeWorkspace.TEAM,
                AcmeWorkspace.APP.id(),
                AcmeWorkspace.APP.botToken(),
                AcmeWorkspace.APP.signingSecret(),
                Optional.of(AcmeWorkspace.SUPPORT),
                Optional.of(AcmeWorkspace.OPERATIONS),
                List.of(AcmeWorkspace.ALICE, AcmeWorkspace.BOB));
    }

    /** Without the secrets. */
    @Override
    public String toString() {
        return "Slack[" + api + " " + team + "]";
    }
}
