package dev.belay.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The template's alarms and the pages that say what to do, held against each other both ways. */
final class RunbookTest {
    private static final Path PAGES = Path.of("..", "docs", "runbook");
    private static final String INDEX = "README.md";
    private static final Pattern LINK = Pattern.compile(".*\\. Runbook: \\$\\{RunbookUrl}/([a-z0-9-]+\\.md)");
    private static final Pattern ALARM = Pattern.compile("`([A-Z][A-Za-z0-9]+)`");

    private static final List<String> HEADINGS = List.of(
            "What happened", "What it means for people", "What to look at", "What to do", "How to see that it is over");

    static Set<String> pages() throws IOException {
        try (Stream<Path> files = Files.list(PAGES)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals(INDEX))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    @Test
    void every_alarm_names_a_page_and_every_page_is_named_by_the_alarms_that_it_names() throws IOException {
        Map<String, Set<String>> named = new TreeMap<>();
        for (String page : pages()) {
            named.put(page, alarmsOf(line(page, "Alarms: ")));
        }
        assertThat(named).isEqualTo(byPage());
    }

    @ParameterizedTest
    @MethodSource("pages")
    void a_page_says_what_happened_and_what_to_do(String page) {
        List<String> lines = read(page).lines().toList();
        assertThat(lines.getFirst()).startsWith("# ");
        assertThat(lines.stream().filter(line -> line.startsWith("## ")).map(line -> line.substring(3)))
                .isEqualTo(HEADINGS);
        assertThat(HEADINGS).allSatisfy(heading -> assertThat(lines.get(lines.indexOf("## " + heading) + 2))
                .isNotBlank());
    }

    @Test
    void the_index_has_every_page_with_its_title_and_its_alarms() throws IOException {
        List<String> expected = pages().stream()
                .map(page ->
                        "| [" + read(page).lines().findFirst().orElseThrow().substring(2) + "](" + page + ") | "
                                + line(page, "Alarms: ").replaceAll("\\.$", "") + " |")
                .toList();
        assertThat(read(INDEX).lines().filter(line -> line.startsWith("| ["))).containsExactlyElementsOf(expected);
    }

    private static Map<String, Set<String>> byPage() {
        Map<String, Set<String>> pages = new TreeMap<>();
        List<MetricsTest.Alarm> alarms = Stream.concat(MetricsTest.alarms().stream(), MetricsTest.composite().stream())
                .toList();
        for (MetricsTest.Alarm alarm : alarms) {
            assertThat(alarm.description()).as(alarm.id()).matches(LINK);
            String page = LINK.matcher(alarm.description()).replaceAll("$1");
            pages.computeIfAbsent(page, _ -> new TreeSet<>()).add(alarm.id());
        }
        return pages;
    }

    private static Set<String> alarmsOf(String line) {
        return ALARM.matcher(line)
                .results()
                .map((MatchResult found) -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String line(String page, String beginning) {
        return read(page)
                .lines()
                .filter(line -> line.startsWith(beginning))
                .findFirst()
                .orElseThrow(() -> new AssertionError(page + " has no line " + beginning))
                .substring(beginning.length());
    }

    private static String read(String page) {
        try {
            return Files.readString(PAGES.resolve(page));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
