package dev.belay.infra;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.secret.SecretKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The table of secrets in the docs is that of the code, kind by kind. */
final class SecretsDocTest {
    private static final Path DOC = Path.of("../docs/secrets.md");

    @Test
    void each_kind_has_its_row_with_its_name_and_its_document() throws IOException {
        List<String> rows = Files.readAllLines(DOC).stream()
                .filter(line -> line.startsWith("| `belay/"))
                .toList();

        assertThat(rows).hasSameSizeAs(SecretKind.values());
        assertThat(SecretKind.values()).allSatisfy(kind -> assertThat(rows)
                .filteredOn(row -> named(row).equals(kind))
                .hasSize(1)
                .first()
                .satisfies(row -> assertThat(row.replace("`", "")).endsWith("| " + kind.document() + " |")));
    }

    /** By the longest name that the row begins with. */
    private static SecretKind named(String row) {
        return Arrays.stream(SecretKind.values())
                .filter(kind -> row.startsWith("| `belay/" + kind.name("<")))
                .max(Comparator.comparingInt(kind -> kind.name("<").length()))
                .orElseThrow(() -> new AssertionError("no kind is named so: " + row));
    }
}
