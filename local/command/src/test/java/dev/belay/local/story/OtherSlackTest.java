package dev.belay.local.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.chat.Platform;
import dev.belay.local.events.EventSourceMapping;
import dev.belay.local.gateway.HttpApi;
import dev.belay.local.world.Running;
import dev.belay.local.world.Slack;
import dev.belay.local.world.World;
import dev.belay.simulator.aws.Stack;
import dev.belay.simulator.http.Faults;
import dev.belay.simulator.slack.AcmeWorkspace;
import dev.belay.simulator.slack.SimulatedSlack;
import dev.belay.simulator.slack.workspace.Channel;
import dev.belay.simulator.time.PassingClock;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A Slack that the local run did not start: only an address and three secrets are known of it. */
final class OtherSlackTest {
    private final PassingClock clock = new PassingClock(Clock.systemUTC());

    @Test
    void another_slack_takes_the_place_of_the_simulated_one() {
        try (SimulatedSlack other = SimulatedSlack.start(0, new Faults(), clock);
                World world = World.start(outside(other), new Stack("other"));
                HttpApi gateway = Running.gateway(world, 0)) {
            assertThat(other.requestUrl(gateway.url().resolve("/slack/events")).accepted())
                    .isTrue();
            var _ = world.serviceNow()
                    .tables()
                    .insert("incident", Map.of("impact", "1", "urgency", "1", "short_description", "Down"), "admin");
            assertThat(world.serviceNow().rule().awaitIdle(Duration.ofSeconds(10)))
                    .isTrue();
            deliver(Running.incidentOpenedMapping(
                    world, "slack", world.installation().incidentOpened()));
            Channel channel = other.workspace().channelNamed("inc0010001-down").orElseThrow();
            String card = channel.messages().firstKey();
            assertThat(other.press(AcmeWorkspace.ALICE, channel.id(), card, "ack")
                            .accepted())
                    .isTrue();
            deliver(Running.cardActionMapping(
                    world, "slack", world.installation().cardAction()));
            assertThat(world.serviceNow().tables().rows("incident").getFirst().value("state"))
                    .isEqualTo("2");
        }
    }

    private static void deliver(EventSourceMapping mapping) {
        assertThat(mapping.poll(Duration.ofSeconds(5))).isOne();
    }

    private World.Setup outside(SimulatedSlack other) {
        Slack slack = new Slack(
                other.apiUrl(),
                AcmeWorkspace.TEAM,
                AcmeWorkspace.APP.id(),
                AcmeWorkspace.APP.botToken(),
                AcmeWorkspace.APP.signingSecret(),
                Optional.empty(),
                Optional.empty(),
                List.of());
        return new World.Setup(
                clock,
                new Faults(),
                World.Ports.FREE,
                Set.of(Platform.SLACK),
                Optional.of(slack),
                Optional.empty(),
                Optional.empty());
    }
}
