package dev.belay.wiring.secret;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.credential.CredentialState;
import dev.belay.credential.Health;
import dev.belay.simulator.slack.limit.Failure;
import dev.belay.slack.call.SlackMethod;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each error of a renewal that {@code docs/credentials.md} lists does what it says there, and none is missing. */
final class RenewalErrorsTest {
    private static final Path TABLE = Path.of("../../docs/credentials.md");
    private static final Pattern ROW =
            Pattern.compile("\\| `oauth\\.v2\\.access`: `(\\w+)` \\| (\\w+) \\| (\\w+) \\| [A-Z][^|]{7,} \\|");

    record Row(String error, String meanwhile, String after) {}

    static List<Row> rows() throws IOException {
        return Files.readAllLines(TABLE).stream()
                .map(ROW::matcher)
                .filter(row -> row.matches())
                .map(row -> new Row(row.group(1), row.group(2), row.group(3)))
                .toList();
    }

    @Test
    void each_error_that_the_code_knows_has_a_row() throws IOException {
        assertThat(rows())
                .extracting(Row::error)
                .containsExactlyInAnyOrderElementsOf(SlackMethod.RENEW_TOKEN.answers());
    }

    @ParameterizedTest
    @MethodSource("rows")
    void each_row_happens(Row row) {
        try (RotatingInstallation installation = new RotatingInstallation()) {
            installation.clock.advance(Duration.ofHours(7));
            installation.slack.failures().next("oauth.v2.access", 1_000, new Failure.Refused(row.error()));
            assertThat(health(installation)).isEqualTo(row.meanwhile());
            installation.clock.advance(Duration.ofHours(6));
            assertThat(health(installation)).isEqualTo(row.after());
            assertThat(installation.slack.calls("oauth.v2.access")).isNotEmpty();
        }
    }

    private static String health(RotatingInstallation installation) {
        Health health = CredentialState.next(
                        RotatingInstallation.TOKEN,
                        Optional.empty(),
                        installation.finding(installation.run()),
                        installation.clock.instant())
                .health();
        return health.id();
    }
}
