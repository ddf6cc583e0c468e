package dev.belay.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import dev.belay.tool.Requires;
import dev.belay.tool.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What checkov finds in the template as SAM expands it, and the reasons why that stays, held against each other both ways. */
@Requires(Tool.PYTHON)
final class CheckovTest {
    private static final Path REASONS = Path.of("../docs/checkov.md");
    private static final Pattern ROW = Pattern.compile("\\| (CKV[0-9A-Z_]+) \\| ([^|]+) \\| ([^|]{20,}) \\|");

    @Test
    void every_finding_has_a_written_reason_and_every_reason_has_its_finding(@TempDir Path folder)
            throws IOException, JsonParserException {
        Path expanded = folder.resolve("expanded.json");
        PythonTools.ready().expand(Template.FILE, expanded);
        JsonObject report = JsonParser.object().from(PythonTools.checkov().findings(expanded, folder));
        JsonObject summary = report.getObject("summary");
        assertThat(summary.getInt("passed")).as("it looked").isGreaterThan(100);
        assertThat(summary.getInt("parsing_errors")).isZero();
        Set<String> found = report.getObject("results").getArray("failed_checks").stream()
                .map(JsonObject.class::cast)
                .map(check -> check.getString("check_id") + " "
                        + check.getString("resource").replaceFirst(".*\\.", ""))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(reasons()).isEqualTo(found);
    }

    private static Set<String> reasons() throws IOException {
        return Files.readAllLines(REASONS).stream()
                .flatMap(line -> ROW.matcher(line).results())
                .flatMap(CheckovTest::rows)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> rows(MatchResult row) {
        return Pattern.compile("`([A-Za-z]+)`")
                .matcher(row.group(2))
                .results()
                .map(resource -> row.group(1) + " " + resource.group(1));
    }
}
