package dev.belay.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.simulator.aws.Template;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** The pages that the script shows without a build are those of the commands. They are written with {@code -Dbelay.golden=write}. */
final class HelpPagesTest {
    private static final Path PAGES = Path.of("src/main/resources/dev/belay/local/command/help");

    private final CommandLine commands = new Belay(nowhere(), nowhere(), Template::ofCheckout).commands();

    @Test
    void each_command_has_its_page_and_there_is_no_other() throws IOException {
        Map<String, String> drawn = new TreeMap<>();
        draw("belay", commands, drawn);
        if ("write".equals(System.getProperty("belay.golden"))) {
            Files.createDirectories(PAGES);
            for (Map.Entry<String, String> page : drawn.entrySet()) {
                Files.writeString(PAGES.resolve(page.getKey()), page.getValue());
            }
        }
        assertThat(kept()).isEqualTo(drawn);
    }

    @Test
    void every_command_says_in_one_line_what_it_does_and_describes_each_option() {
        Map<String, String> drawn = new TreeMap<>();
        draw("belay", commands, drawn);
        assertThat(drawn).hasSizeGreaterThan(8);
        assertThat(drawn.values()).allSatisfy(page -> assertThat(page.lines())
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(HelpPage.WIDTH))
                .anyMatch(line -> line.startsWith("Usage: ./belay"))
                .anyMatch(line -> line.contains("-h, --help")));
        all(commands).forEach(command -> {
            assertThat(command.getCommandSpec().usageMessage().description()).isNotEmpty();
            assertThat(command.getCommandSpec().options())
                    .allSatisfy(option -> assertThat(option.description()).isNotEmpty());
        });
    }

    @Test
    void the_overview_fits_a_terminal_of_24_lines() {
        assertThat(commands.getUsageMessage().lines()).hasSizeLessThanOrEqualTo(24);
    }

    private static Stream<CommandLine> all(CommandLine command) {
        return Stream.concat(
                Stream.of(command), command.getSubcommands().values().stream().flatMap(HelpPagesTest::all));
    }

    private static void draw(String name, CommandLine command, Map<String, String> drawn) {
        drawn.put(name + ".txt", command.getUsageMessage());
        command.getSubcommands().forEach((word, each) -> draw(name + "-" + word, each, drawn));
    }

    private static Map<String, String> kept() throws IOException {
        try (Stream<Path> pages = Files.list(PAGES)) {
            return new TreeMap<>(
                    pages.collect(Collectors.toMap(page -> page.getFileName().toString(), HelpPagesTest::text)));
        }
    }

    private static String text(Path page) {
        try {
            return Files.readString(page);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static PrintStream nowhere() {
        return new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
    }
}
