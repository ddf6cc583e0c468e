package dev.belay.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The outside fails in adapters: core only passes their failures on. */
final class ThrownByAdaptersOnlyTest {
    private static final Path CORE = Path.of("src/main/java/dev/belay");
    private static final Pattern CONSTRUCTION =
            Pattern.compile("new (Unavailable|Rejected|CredentialsRefused|OutcomeUnknown)\\(");

    /** A limit that a worker met stands for the platform's own answer to all others. */
    private static final Path RATE_LIMITS = CORE.resolve("ratelimit");

    @Test
    void core_constructs_no_failure_of_an_outside_system_but_a_known_rate_limit() throws IOException {
        List<Path> constructing;
        try (Stream<Path> files = Files.walk(CORE)) {
            constructing = files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> CONSTRUCTION.matcher(text(file)).find())
                    .toList();
        }
        assertThat(constructing)
                .containsExactlyInAnyOrder(
                        RATE_LIMITS.resolve("RateLimiter.java"), CORE.resolve("failure/CallEffect.java"));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
