package dev.belay.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.chat.Platform;
import dev.belay.document.SettingsDocument;
import dev.belay.wiring.settings.Environment;
import dev.belay.wiring.settings.Environment.Name;
import dev.belay.wiring.settings.PrimingSettings;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a worker does before a snapshot of it is taken, from which many go on at once. */
final class PrimingTest {
    private static final Map<String, String> GIVEN =
            Arrays.stream(Name.values()).collect(Collectors.toMap(Name::name, name -> "http://127.0.0.1:1/" + name));

    private static final Map<String, String> LAMBDA = Map.of(
            "AWS_REGION", "eu-central-1",
            "AWS_ENDPOINT_URL", "http://127.0.0.1:1",
            "AWS_ACCESS_KEY_ID", "AKIDEXAMPLE",
            "AWS_SECRET_ACCESS_KEY", "example");

    private static Environment environment(Function<String, @Nullable String> other) {
        return Environment.of(name -> {
            String value = other.apply(name);
            return value != null ? value : LAMBDA.get(name);
        });
    }

    /** A name that was drawn before would be the same in all that go on from the snapshot: two would hold one lease. */
    @Test
    void nothing_random_is_drawn_and_nothing_is_logged_or_counted() {
        RandomGenerator never = () -> {
            throw new AssertionError("drawn before the snapshot");
        };
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<Consumer<Wiring>> workers =
                List.of(Wiring::recordEvents, Wiring::cardActions, Wiring::messages, Wiring::files);
        for (Consumer<Wiring> worker : workers) {
            try (Wiring wiring = new Wiring(
                    "worker",
                    environment(GIVEN::get),
                    Clock.systemUTC(),
                    new PrintStream(out, true, StandardCharsets.UTF_8),
                    never)) {
                wiring.worker();
                worker.accept(wiring);
                wiring.prime();
            }
        }
        assertThat(out.size()).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            SLACK_TOKENS               | SLACK
            TEAMS                      | TEAMS
            SLACK_TOKENS, TEAMS        | SLACK, TEAMS
            """)
    void what_is_primed_are_the_platforms_that_are_deployed(String secrets, String platforms) {
        SettingsDocument primed = PrimingSettings.of(environment(name -> Arrays.stream(secrets.split(", ", -1))
                        .anyMatch(secret -> name.equals("BELAY_" + secret + "_SECRET_ARN"))
                ? "arn"
                : null));
        Set<Platform> expected =
                Arrays.stream(platforms.split(", ", -1)).map(Platform::valueOf).collect(Collectors.toSet());
        assertThat(primed.settings().chats().keySet()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"snap-start, true", "on-demand, false", "provisioned-concurrency, false", ", false"})
    void lambda_says_whether_a_snapshot_will_be_taken(@Nullable String type, boolean snapshotted) {
        Environment told = environment(name -> name.equals("AWS_LAMBDA_INITIALIZATION_TYPE") ? type : null);
        assertThat(told.isSnapshotted()).isEqualTo(snapshotted);
    }
}
