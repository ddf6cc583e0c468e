package dev.belay.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What the integration user may write is what it wrote while all tests and stories of {@code local/command} played, which ran before this
 * module, both ways. That all it reads is granted, each story says by itself.
 */
final class ServiceNowRightsTest {
    private static final Path WRITTEN = Path.of("../local/command/target/servicenow-writes");

    /** What the settings name of an installation's own is no part of the application. */
    private static final String OWN = "u_";

    private final Set<String> allowed = ServiceNowRights.ofReadme().written();

    @Test
    void nothing_is_written_that_is_not_granted() throws IOException {
        assertThat(allowed).containsAll(written());
    }

    /** On one table or another: the stories do not play every action on each. */
    @Test
    void each_field_that_may_be_written_is_written() throws IOException {
        assertThat(fields(written())).isEqualTo(fields(allowed));
    }

    /** A row that is made is noted with the fields that it is made with. */
    @Test
    void rows_are_made_where_they_may_be() throws IOException {
        assertThat(written().stream().map(column -> column.substring(0, column.indexOf('.'))))
                .containsAll(ServiceNowRights.ofReadme().created());
    }

    private static Set<String> fields(Set<String> columns) {
        return columns.stream()
                .map(column -> column.substring(column.indexOf('.') + 1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> written() throws IOException {
        assertThat(WRITTEN)
                .as("the tests of local/command have run: build this module with all, not alone")
                .isDirectory();
        Set<String> written = new TreeSet<>();
        try (Stream<Path> files = Files.list(WRITTEN)) {
            for (Path file : files.toList()) {
                Files.readAllLines(file).stream()
                        .filter(line -> !line.isEmpty())
                        .filter(line -> !line.substring(line.indexOf('.') + 1).startsWith(OWN))
                        .forEach(written::add);
            }
        }
        return written;
    }
}
