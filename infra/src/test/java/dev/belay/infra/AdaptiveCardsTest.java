package dev.belay.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import dev.belay.tool.Requires;
import dev.belay.tool.Tool;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every card that Teams is sent is one that the Adaptive Cards schema allows and the official renderer reads without a complaint. */
final class AdaptiveCardsTest {
    private static final Path ADAPTER = Path.of("../adapters/teams");
    private static final Path GOLDEN = ADAPTER.resolve("src/test/resources");
    private static final ToolRun GOOD = new ToolRun(0, "");

    /** Mistakes of which each alone spoils a card that is good without it. */
    private static final String MISTAKES = """
            "type": "TextBlock"                               | "type": "TextBlok"
            "type": "Action.OpenUrl"                          | "type": "Action.Open"
            "type": "Action.Execute", "title"                 | "type": "Action.Run", "title"
            "type": "Action.Submit"                           | "type": "Action.Send"
            "url": "https                                     | "link": "https
            "id": "reason"                                    | "name": "reason"
            "weight": "Bolder"                                | "weight": "Fat"
            "Data.Query"                                      | "Data.Other"
            graph.microsoft.com/users                         | graph.microsoft.com/groups
            """;

    @Test
    @Requires(Tool.PYTHON)
    void the_schema_allows_every_card() throws IOException {
        assertThat(PythonTools.ready().cards(golden())).isEqualTo(GOOD);
    }

    @Test
    @Requires(Tool.NODE)
    void the_official_renderer_reads_every_card_without_a_complaint() throws IOException {
        assertThat(NodeTools.ready().cards(golden())).isEqualTo(GOOD);
    }

    /** Teams supports bots' cards up to 1.5 (learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/cards-reference). */
    @Test
    void every_card_is_of_a_version_that_teams_shows() throws IOException, JsonParserException {
        for (Path card : golden()) {
            assertThat(JsonParser.object().from(Files.readString(card)).getString("version"))
                    .as(card.toString())
                    .isIn("1.4", "1.5");
        }
    }

    @Test
    @Requires(Tool.PYTHON)
    void the_schema_allows_a_card_with_what_only_teams_has(@TempDir Path folder) throws IOException {
        assertThat(PythonTools.ready().cards(List.of(card("", "", folder)))).isEqualTo(GOOD);
    }

    @Test
    @Requires(Tool.NODE)
    void the_official_renderer_reads_a_card_with_what_only_teams_has(@TempDir Path folder) throws IOException {
        assertThat(NodeTools.ready().cards(List.of(card("", "", folder)))).isEqualTo(GOOD);
    }

    @ParameterizedTest
    @Requires(Tool.PYTHON)
    @CsvSource(delimiter = '|', textBlock = MISTAKES)
    void the_schema_finds_what_is_wrong(String right, String wrong, @TempDir Path folder) throws IOException {
        ToolRun run = PythonTools.ready().cards(List.of(card(right, wrong, folder)));

        assertThat(run.status()).isOne();
        assertThat(run.output()).startsWith("card.json: ");
    }

    @ParameterizedTest
    @Requires(Tool.NODE)
    @CsvSource(delimiter = '|', textBlock = MISTAKES)
    void the_official_renderer_finds_what_is_wrong(String right, String wrong, @TempDir Path folder)
            throws IOException {
        ToolRun run = NodeTools.ready().cards(List.of(card(right, wrong, folder)));

        assertThat(run.status()).isOne();
        assertThat(run.output()).startsWith("card.json: ");
    }

    /** The golden cards of the Teams adapter. */
    private static List<Path> golden() throws IOException {
        assumeThat(ADAPTER).exists();
        try (Stream<Path> files = Files.walk(GOLDEN)) {
            List<Path> cards = files.filter(file -> file.toString().endsWith(".json"))
                    .filter(file -> GOLDEN.relativize(file).toString().contains("card"))
                    .sorted()
                    .toList();
            assertThat(cards).as("golden cards below " + GOLDEN).isNotEmpty();
            return cards;
        }
    }

    private static Path card(String right, String wrong, Path folder) throws IOException {
        try (InputStream in = AdaptiveCardsTest.class.getResourceAsStream("card.json")) {
            String good = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            assertThat(good).contains(right);
            return Files.writeString(folder.resolve("card.json"), good.replace(right, wrong));
        }
    }
}
