package dev.belay.wiring.credential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.credential.Finding;
import dev.belay.servicenow.table.ServiceNowErrors;
import dev.belay.slack.call.SlackErrors;
import dev.belay.teams.call.EntraErrors;
import dev.belay.teams.call.TeamsErrors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of errors in docs/credentials.md is what happens: each row is played, and each error that the code knows has a row. */
final class CredentialErrorsTest {
    private static final Path TABLE = Path.of("../../docs/credentials.md");
    private static final String HEAD = "| system | answer |";
    private static final ErrorStage STAGE = new ErrorStage();

    /** A row of the table. */
    record Row(String system, String answer, String saidTo, String check, String worker) {
        /** What stands in backticks. */
        List<String> words() {
            return Pattern.compile("`([^`]+)`")
                    .matcher(answer)
                    .results()
                    .map(found -> found.group(1))
                    .toList();
        }

        /** The number of Entra ID. */
        String number() {
            return answer.replaceFirst(".*AADSTS(\\d+).*", "$1");
        }

        /** The HTTP status; Slack's errors come under 200. */
        int status() {
            return answer.matches("\\d{3}.*") ? Integer.parseInt(answer.substring(0, 3)) : 200;
        }

        boolean isForAnyCall() {
            return saidTo.equals("any call");
        }

        @Override
        public String toString() {
            return system + " " + answer;
        }
    }

    static List<Row> rows() throws IOException {
        List<String> lines = Files.readAllLines(TABLE);
        int head = lines.stream()
                .filter(line -> line.startsWith(HEAD))
                .map(lines::indexOf)
                .findFirst()
                .orElseThrow();
        return lines.stream()
                .skip(head + 2)
                .takeWhile(line -> line.startsWith("|"))
                .map(line -> line.split("\\s*\\|\\s*", -1))
                .map(cells -> new Row(cells[1], cells[2], cells[3], cells[4], cells[5]))
                .toList();
    }

    @AfterAll
    static void close() {
        STAGE.close();
    }

    @BeforeEach
    void heal() {
        STAGE.heal();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void each_row_happens(Row row) {
        assertThat(row.saidTo()).isIn("any call", "one call");
        if (row.isForAnyCall()) {
            STAGE.fail(row);
        } else {
            STAGE.lack(row);
        }
        assertThat(shown(STAGE.check(row.system()))).as("the check").isEqualTo(row.check());
        STAGE.heal();
        STAGE.fail(row);
        assertThat(STAGE.work(row)).as("a worker's call").isEqualTo(row.worker());
    }

    @ParameterizedTest
    @MethodSource("rows")
    void each_row_says_what_to_do(Row row) throws IOException {
        assertThat(Files.readAllLines(TABLE))
                .filteredOn(line -> line.startsWith("| " + row.system() + " | " + row.answer() + " |"))
                .singleElement()
                .asString()
                .matches(".*\\| [A-Z][^|]{7,} \\|");
    }

    @Test
    void when_nothing_is_wrong_all_are_healthy_and_all_work_is_done() throws IOException {
        for (String system : rows().stream().map(Row::system).distinct().toList()) {
            STAGE.heal();
            assertThat(shown(STAGE.check(system)))
                    .as(system)
                    .isEqualTo(system.equals("webhook") ? "not proved" : "healthy");
            assertThat(STAGE.work(new Row(system, "nothing", "one call", "", "")))
                    .as(system)
                    .isEqualTo("done");
        }
    }

    @Test
    void each_error_that_the_code_knows_has_a_row_and_no_row_is_of_an_error_that_it_does_not_know() throws IOException {
        assertThat(firstWords("Slack")).isEqualTo(new TreeSet<>(SlackErrors.aboutTokens()));
        assertThat(rows().stream()
                        .filter(row -> row.system().equals("Entra ID"))
                        .map(Row::number))
                .containsExactlyInAnyOrderElementsOf(EntraErrors.known());
        Set<String> teams = firstWords("Bot Connector");
        teams.addAll(firstWords("Graph"));
        teams.removeAll(Set.of("Unauthorized", "InvalidAuthenticationToken")); // known by their status, 401
        assertThat(teams).isEqualTo(new TreeSet<>(TeamsErrors.known()));
        Set<String> serviceNow = words("ServiceNow token");
        serviceNow.addAll(words("ServiceNow"));
        serviceNow.remove("server_error"); // says nothing
        assertThat(serviceNow).isEqualTo(new TreeSet<>(ServiceNowErrors.known()));
        assertThat(statuses("PagerDuty")).containsExactlyInAnyOrder(401, 402, 403);
        assertThat(statuses("webhook")).containsExactlyInAnyOrder(401, 403);
    }

    private static String shown(Finding finding) {
        return switch (finding) {
            case Finding.Taken taken -> taken.remarks().isEmpty() ? "healthy" : "healthy, with a remark";
            case Finding.NotProvable _ -> "not proved";
            case Finding.Refused _ -> "unhealthy";
            case Finding.NotChecked _ -> "unknown";
        };
    }

    private static Set<String> firstWords(String system) throws IOException {
        return of(system).map(row -> row.words().getFirst()).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> words(String system) throws IOException {
        return of(system).flatMap(row -> row.words().stream()).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<Integer> statuses(String system) throws IOException {
        return of(system).map(Row::status).collect(Collectors.toSet());
    }

    private static Stream<Row> of(String system) throws IOException {
        return rows().stream().filter(row -> row.system().equals(system));
    }
}
