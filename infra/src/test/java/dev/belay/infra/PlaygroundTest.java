package dev.belay.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParserException;
import dev.belay.chat.Platform;
import dev.belay.infra.Playground.Card;
import dev.belay.local.world.Running;
import dev.belay.local.world.World;
import dev.belay.simulator.aws.Stack;
import dev.belay.simulator.http.Faults;
import dev.belay.simulator.servicenow.table.Row;
import dev.belay.simulator.servicenow.table.Written;
import dev.belay.simulator.teams.AcmeTeams;
import dev.belay.tool.Requires;
import dev.belay.tool.Tool;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./belay local --teams-service-url} beside Microsoft's own Agents Playground: installed, shown, pressed and refreshed. */
@Requires(Tool.NODE)
final class PlaygroundTest {
    @Test
    void a_card_is_shown_pressed_in_both_ways_and_refreshed(@TempDir Path folder)
            throws IOException, JsonParserException {
        int port = freePort();
        URI service = URI.create("http://127.0.0.1:" + port + "/_connector/");
        Path config = Files.copy(Path.of("teams/playground.yml"), folder.resolve("playground.yml"));
        try (Running running = Running.start(World.start(beside(service), new Stack("playground")), 0);
                Playground playground = Playground.start(
                        NodeTools.ready().playground(), config, URI.create(running.url() + "/api/messages"), port)) {
            playground.install(AcmeTeams.GENERAL);
            executed(running.world(), playground);
            submitted(running.world(), playground);
        }
    }

    private static void executed(World world, Playground playground) throws JsonParserException {
        String incident = open(world, "Checkout down");
        Card card = playground.card("Checkout down", "Acknowledge");
        JsonObject answer = playground.execute(card, AcmeTeams.ALICE, card.button("ack"));
        assertThat(answer.getString("type")).startsWith("application/vnd.microsoft.");
        playground.card("Checkout down", "In Progress", "Alice Archer");
        assertAcknowledged(world, incident, "alice");
    }

    private static void submitted(World world, Playground playground) {
        String incident = open(world, "Printer jams");
        Card card = playground.card("Printer jams", "Acknowledge");
        JsonObject fallback = card.button("ack").getObject("fallback");
        assertThat(fallback.getString("type")).isEqualTo("Action.Submit");
        playground.submit(card, AcmeTeams.BOB, fallback.getObject("data"));
        playground.card("Printer jams", "In Progress", "Bob Baker");
        assertAcknowledged(world, incident, "bob");
    }

    private static void assertAcknowledged(World world, String incident, String by) {
        Row row = world.serviceNow().tables().row("incident", incident).orElseThrow();
        String assigned = world.serviceNow()
                .tables()
                .row("sys_user", row.value("assigned_to"))
                .orElseThrow()
                .value("user_name");
        assertThat(row.value("state")).isEqualTo("2");
        assertThat(assigned).startsWith(by);
    }

    private static String open(World world, String shortDescription) {
        Map<String, String> values = Map.of("impact", "1", "urgency", "1", "short_description", shortDescription);
        Written written = world.serviceNow().tables().insert("incident", values, "admin");
        return ((Written.Done) written).row().sysId();
    }

    private static World.Setup beside(URI service) {
        return new World.Setup(
                Clock.systemUTC(),
                new Faults(),
                World.Ports.FREE,
                EnumSet.of(Platform.TEAMS),
                Optional.empty(),
                Optional.of(service),
                Optional.empty());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
