package dev.belay.local.command;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.chat.Platform;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CheckSettingsTest {
    private static final Path EXAMPLE = Path.of("../../infra/settings.example.json");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    @Test
    void a_good_document_is_summed_up_in_one_line() {
        assertThat(check(EXAMPLE)).isZero();
        assertThat(out.toString(UTF_8))
                .endsWith("is good: records of acme opened from 2026-11-01T00:00:00Z on,"
                        + " 1 route to Slack, 1 route to Microsoft Teams\n");
        assertThat(errors.size()).isZero();
    }

    @Test
    void what_is_hardly_meant_is_a_warning_beneath() throws IOException {
        Path file = write(Files.readString(EXAMPLE)
                .replace("\"dedicated_priorities\": [1, 2]", "\"dedicated_priorities\": [1, 2, 3, 4, 5]"));

        assertThat(check(file)).isZero();
        assertThat(out.toString(UTF_8).lines().skip(1))
                .containsExactly(
                        "  warning: dedicated_priorities names all five: each record gets a channel of its own,"
                                + " and no shared channel is used. Name fewer, such as [1, 2]");
    }

    @Test
    void a_platform_that_is_in_the_document_or_deployed_and_not_both_is_a_warning() throws IOException {
        assertThat(check(EXAMPLE, Platform.SLACK)).isZero();
        assertThat(out.toString(UTF_8))
                .endsWith(
                        "  warning: teams is not deployed: give the stack TeamsAppId, TeamsTenants and TeamsSecretArn, or"
                                + " take the section and its routes out\n");
        out.reset();
        Path alone =
                Path.of("../../functions/settings/src/test/resources/dev/belay/document/accepted/teams-alone.json");
        assertThat(check(alone, Platform.SLACK, Platform.TEAMS)).isZero();
        assertThat(out.toString(UTF_8))
                .endsWith(
                        "  warning: slack is deployed, and the document has no section of that name: no conversation is"
                                + " opened in it\n");
    }

    @Test
    void the_parameters_that_deploy_a_platform_are_those_of_the_template() throws IOException {
        String template = Files.readString(Path.of("../../template.yaml"));
        check(EXAMPLE, Platform.SLACK);
        check(EXAMPLE, Platform.TEAMS);
        List<String> named = Pattern.compile("(Slack|Teams)[A-Z]\\w+")
                .matcher(out.toString(UTF_8))
                .results()
                .map(MatchResult::group)
                .toList();
        assertThat(named).hasSize(5).allSatisfy(name -> assertThat(template).contains("\n  " + name + ":\n"));
    }

    @Test
    void each_problem_has_a_line_with_its_path_and_the_fix() throws IOException {
        Path file = write(
                Files.readString(EXAMPLE).replace("[1, 2, 3, 4, 5]", "[9]").replace("A01BELAY", "belay"));

        assertThat(check(file)).isOne();
        assertThat(errors.toString(UTF_8).lines())
                .containsExactlyInAnyOrder(
                        file + " is not good:",
                        "  routes[0].priorities[0] is 9: a priority is 1 to 5",
                        "  slack.app_id is \"belay\": give the Slack app id, such as \"A01BELAY\"");
        assertThat(out.size()).isZero();
    }

    @Test
    void a_file_that_is_not_json_is_told_where() throws IOException {
        assertThat(check(write("{\n  start_at: 1}"))).isOne();
        assertThat(errors.toString(UTF_8)).contains("look at line 2, column 3");
    }

    @Test
    void a_file_that_is_not_there_is_told_so() {
        assertThat(check(folder.resolve("settings.json"))).isOne();
        assertThat(errors.toString(UTF_8)).endsWith("settings.json does not exist\n");
    }

    @Test
    void a_directory_is_told_so() {
        assertThat(check(folder)).isOne();
        assertThat(errors.toString(UTF_8)).endsWith(" is a directory\n");
    }

    @Test
    void a_file_in_another_encoding_is_told_so() throws IOException {
        assertThat(check(Files.write(folder.resolve("settings.json"), "{\"é\":1}".getBytes(ISO_8859_1))))
                .isOne();
        assertThat(errors.toString(UTF_8)).endsWith(" is not a text in UTF-8\n");
    }

    private int check(Path file, Platform... deployed) {
        return new CheckSettings(new PrintStream(out, true, UTF_8), new PrintStream(errors, true, UTF_8))
                .check(file, Optional.of(Set.of(deployed)).filter(stack -> !stack.isEmpty()));
    }

    private Path write(String json) throws IOException {
        return Files.writeString(folder.resolve("settings.json"), json);
    }
}
