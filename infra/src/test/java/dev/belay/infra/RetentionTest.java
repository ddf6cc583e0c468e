package dev.belay.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a process keeps of people in its memory stands in docs/retention.md. */
final class RetentionTest {
    private static final String NOBODY = "";

    /** Who keeps answers in memory, with the words of the table; none where they are nothing of people. */
    private static final Map<String, String> MEMORIES = Map.of(
            "Members",
            "whether and how somebody belongs to the workspace or team: chat user id, name, standing, e-mail address",
            "Roles",
            "which roles a user of ServiceNow holds",
            "FindPeople",
            "which chat user an e-mail address belongs to",
            "ServiceNowJournals",
            "names of who noted something in ServiceNow",
            "TeamsEndpoints",
            NOBODY,
            "Secrets",
            NOBODY,
            "Parameters",
            NOBODY,
            "DynamoDbRateLimitStore",
            NOBODY);

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(".."))) {
            return files.filter(file -> file.toString().contains("/src/main/java/")
                            && file.toString().endsWith(".java"))
                    .toList();
        }
    }

    @Test
    void every_memory_of_people_is_in_the_table() throws IOException {
        assertThat(sources().stream()
                        .filter(file -> text(file).contains("new ExpiringCache<"))
                        .map(file -> file.getFileName().toString().replace(".java", ""))
                        .collect(Collectors.toSet()))
                .isEqualTo(MEMORIES.keySet());
        assertThat(text(Path.of("../docs/retention.md")))
                .contains(MEMORIES.values().stream()
                        .filter(words -> !words.equals(NOBODY))
                        .toList());
    }
}
