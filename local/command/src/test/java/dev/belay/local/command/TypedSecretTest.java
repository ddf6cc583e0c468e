package dev.belay.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonObject;
import dev.belay.simulator.aws.SimulatedAws;
import dev.belay.simulator.http.Faults;
import dev.belay.tool.Requires;
import dev.belay.tool.Tool;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** At a real terminal, what is typed is stored and not seen. */
@Requires(Tool.PYTHON)
final class TypedSecretTest {
    private static final Path TYPIST = Path.of("src/test/resources/dev/belay/local/command/typed.py");

    private final SimulatedAws aws =
            SimulatedAws.start(0, new Faults(), Clock.systemUTC()).ready();

    @AfterEach
    void close() {
        aws.close();
    }

    @Test
    void a_secret_is_typed_at_a_terminal_that_does_not_show_it() throws IOException, InterruptedException {
        String seen = type("xoxb-top-secret,,", "secrets", "put", "slack/T01ACME");
        assertThat(seen)
                .contains("bot_token: ", "belay/slack/T01ACME is stored.")
                .startsWith("no echo\nno echo\necho\n")
                .doesNotContain("top-secret");
        JsonObject named =
                JsonObject.builder().value("SecretId", "belay/slack/T01ACME").done();
        assertThat(aws.client("deployment")
                        .call("secretsmanager", "GetSecretValue", named)
                        .getString("SecretString"))
                .isEqualTo("{\"bot_token\":\"xoxb-top-secret\"}");
    }

    private String type(String answers, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                "python3",
                TYPIST.toString(),
                "120",
                answers,
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Belay.class.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder process = new ProcessBuilder(command);
        process.environment().putAll(aws.operator("you").environment(aws.url()));
        Process started = process.redirectErrorStream(true).start();
        String seen = new String(started.getInputStream().readAllBytes(), StandardCharsets.UTF_8).replace("\r", "");
        assertThat(started.waitFor()).as(seen).isZero();
        return seen;
    }
}
