package dev.belay.local.command.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonObject;
import dev.belay.local.world.Running;
import dev.belay.local.world.World;
import dev.belay.simulator.aws.Credentials;
import dev.belay.simulator.aws.Stack;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What {@code belay local} prints is so. */
final class AnnouncementTest {
    private final Running running =
            Running.start(World.start(World.Setup.simulated(Clock.systemUTC()), new Stack("announced")), 0);

    @AfterEach
    void stop() {
        running.close();
    }

    private String said(Optional<Path> data) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        new Announcement(running, Optional.empty(), data, false)
                .print(new PrintStream(said, true, StandardCharsets.UTF_8));
        return said.toString(StandardCharsets.UTF_8);
    }

    @Test
    void the_aws_keys_are_good_here() {
        Matcher keys = Pattern.compile("AWS_ACCESS_KEY_ID=(\\S+) AWS_SECRET_ACCESS_KEY=(\\S+)\n")
                .matcher(said(Optional.empty()));
        assertThat(keys.find()).isTrue();
        Credentials printed = new Credentials("you", keys.group(1), keys.group(2), Optional.empty());
        JsonObject scan = JsonObject.builder()
                .value("TableName", running.world().stack().linkTable())
                .done();
        assertThat(running.world().aws().client(printed).call("dynamodb", "Scan", scan))
                .containsKey("Items");
    }

    @Test
    void each_address_where_calls_are_told_to_fail_lists_what_can_be_said() throws IOException, InterruptedException {
        List<String> addresses = said(Optional.empty())
                .lines()
                .filter(line -> line.endsWith("/_sim"))
                .map(line -> line.substring(line.indexOf("http")))
                .toList();
        assertThat(addresses).hasSize(5);
        try (HttpClient http = HttpClient.newHttpClient()) {
            for (String address : addresses) {
                HttpRequest request =
                        HttpRequest.newBuilder(URI.create(address)).build();
                assertThat(http.send(request, BodyHandlers.ofString()).body()).contains("/_sim/fail");
            }
        }
    }

    @Test
    void the_console_comes_first_where_it_is() {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        Optional<URI> console = Optional.of(URI.create("http://127.0.0.1:3007"));
        new Announcement(running, console, Optional.empty(), false)
                .print(new PrintStream(said, true, StandardCharsets.UTF_8));
        assertThat(said.toString(StandardCharsets.UTF_8))
                .containsSubsequence(
                        "console     http://127.0.0.1:3007", "ServiceNow", "open an incident at the console");
        assertThat(said(Optional.empty())).doesNotContain("console");
    }

    @Test
    void what_is_kept_and_what_is_not_is_said() {
        assertThat(said(Optional.empty())).contains("Nothing is kept when this stops.");
        assertThat(said(Optional.of(Path.of("kept"))))
                .contains("Kept in kept: the tables. Not kept: queues, incidents, channels, settings.");
    }
}
