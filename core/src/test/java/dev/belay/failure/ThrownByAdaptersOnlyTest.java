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
    private static final Pattern CONSTRUCTION = Pattern.compile(
            "new (Unavailable|Rejected|CredentialsRefused|OutcomeUnknown)\\(|\\bUnavailable\\.(untilPlace|notBegun)\\(");

    /** What adapters ask on their way out: whether a limit that another worker met holds, whether the call still fits. */
    private static final List<Path> BEFORE_A_CALL =
            List.of(CORE.resolve("delivery/Deadline.java"), CORE.resolve("ratelimit/RateLimiter.java"));

    @Test
    void core_constructs_no_failure_of_an_outside_system_but_for_adapters_that_do_not_get_to_call_it()
            throws IOException {
        List<Path> constructing;
        try (Stream<Path> files = Files.walk(CORE)) {
            constructing = files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.startsWith(CORE.resolve("failure")))
                    .filter(file -> CONSTRUCTION.matcher(text(file)).find())
                    .toList();
        }
        assertThat(constructing).containsExactlyInAnyOrderElementsOf(BEFORE_A_CALL);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
