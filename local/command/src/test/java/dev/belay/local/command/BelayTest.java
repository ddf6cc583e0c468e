package dev.belay.local.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.local.command.run.LocalCommand;
import dev.belay.local.command.run.LocalOptions;
import dev.belay.local.command.run.SlackSecrets;
import dev.belay.local.command.usage.Usage;
import dev.belay.local.world.Slack;
import dev.belay.simulator.aws.SimulatedAws;
import dev.belay.simulator.aws.Template;
import dev.belay.simulator.http.Faults;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class BelayTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

    @Test
    void help_fits_on_one_screen() {
        assertThat(run("help")).isZero();
        assertThat(text(out).lines()).hasSizeLessThanOrEqualTo(24).allSatisfy(line -> assertThat(line)
                .hasSizeLessThanOrEqualTo(100));
        assertThat(text(out)).contains("./belay local", "./belay demo", "./belay verify", "./belay settings check");
    }

    @Test
    void without_a_command_there_is_help() {
        assertThat(run()).isZero();
        assertThat(text(out)).contains("./belay local");
    }

    @Test
    void help_is_given_wherever_it_is_asked_for() {
        assertThat(run("local", "--help")).isZero();
        assertThat(text(out)).contains("Usage: ./belay local", "--slack-secrets=FILE");
        assertThat(run("demo", "-h")).isZero();
        assertThat(text(out)).contains("Usage: ./belay demo", "--platform=slack|teams");
        assertThat(run("settings", "check", "--help")).isZero();
        assertThat(text(out)).contains("Usage: ./belay settings check", "--deployed=slack,teams");
        assertThat(text(errors)).isEmpty();
    }

    @Test
    void help_of_a_command_is_its_page() {
        assertThat(run("help", "settings", "check")).isZero();
        assertThat(text(out)).contains("Usage: ./belay settings check");
        assertThat(run("help", "lokal")).isEqualTo(2);
        assertThat(text(errors)).startsWith("belay: there is no command 'lokal'. Did you mean 'local'?");
    }

    @Test
    void the_version_is_the_poms() throws IOException {
        assertThat(run("--version")).isZero();
        assertThat(text(out)).matches("belay \\d+\\.\\d+\\.\\d+\n");
        assertThat(Files.readString(Path.of("../../pom.xml")))
                .contains("\n  <version>" + text(out).strip().replace("belay ", "") + "</version>\n");
    }

    @Test
    void a_folder_keeps_the_data_of_one_run_at_a_time_under_one_lock(@TempDir Path folder) throws IOException {
        try (SimulatedAws _ = SimulatedAws.start(0, new Faults(), Clock.systemUTC(), Optional.of(folder))) {
            assertThat(run("local", "--port", "0", "--data", folder.toString())).isOne();
            assertThat(text(errors))
                    .isEqualTo("belay: " + folder + " cannot be used: another run keeps its tables there\n");
            try (Stream<Path> files = Files.list(folder)) {
                assertThat(files.map(file -> file.getFileName().toString()))
                        .containsExactlyInAnyOrder("dynamodb.journal", "dynamodb.journal.lock");
            }
        }
    }

    @Test
    void what_is_not_known_is_refused_with_2() {
        assertThat(run("lokal")).isEqualTo(2);
        assertThat(text(errors)).startsWith("belay: there is no command 'lokal'.");
        assertThat(run("local", "--prot", "1")).isEqualTo(2);
        assertThat(text(errors)).contains("there is no option --prot");
    }

    @Test
    void what_was_meant_is_guessed_where_it_is_near() {
        assertMistyped(
                "there is no command 'lokal'. Did you mean 'local'? './belay help' lists what there is.", "lokal");
        assertMistyped(
                "there is no option --prot. Did you mean --port? './belay local --help' shows how it is used.",
                "local",
                "--prot=1");
        assertMistyped(
                "there is no command 'settings chekc'. Did you mean 'check'?"
                        + " './belay settings --help' shows how it is used.",
                "settings",
                "chekc",
                "x.json");
        assertMistyped(
                "there is no story 'mian'; 'demo --list' names them. Did you mean 'main'?"
                        + " './belay demo --help' shows how it is used.",
                "demo",
                "mian");
        assertMistyped("there is no command 'xyzzy'. './belay help' lists what there is.", "xyzzy");
    }

    @Test
    void what_is_missing_is_named() {
        assertMistyped(
                "FILE is missing: it is './belay settings check FILE'."
                        + " './belay settings check --help' shows how it is used.",
                "settings",
                "check");
        assertMistyped("it is 'settings check FILE'. './belay settings --help' shows how it is used.", "settings");
        assertMistyped("--platform needs a value. './belay demo --help' shows how it is used.", "demo", "--platform");
    }

    @Test
    void a_word_with_an_at_sign_is_no_file_of_arguments(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("arguments"), "--list");
        assertMistyped(
                "there is no story '@" + file + "'; 'demo --list' names them."
                        + " './belay demo --help' shows how it is used.",
                "demo",
                "@" + file);
    }

    @Test
    void what_the_script_does_itself_is_said() {
        assertMistyped(
                "the script runs Maven for it: type it as './belay verify'."
                        + " './belay verify --help' shows how it is used.",
                "verify");
    }

    private void assertMistyped(String sentence, String... arguments) {
        errors.reset();
        assertThat(run(arguments)).isEqualTo(2);
        assertThat(text(errors)).isEqualTo("belay: " + sentence + "\n");
    }

    @Test
    void a_port_in_use_is_named_before_anything_starts() throws IOException {
        try (ServerSocket other = new ServerSocket(free(8) + 2, 1, InetAddress.getLoopbackAddress())) {
            int port = other.getLocalPort();
            assertThat(run("local", "--port", Integer.toString(port))).isOne();
            assertThat(text(errors))
                    .isEqualTo(
                            "belay: port %d is in use, and --port %d needs the ports %d to %d; choose another with --port\n"
                                    .formatted(port, port, port, port + 7));
            errors.reset();
            assertThat(run("local", "--port", Integer.toString(port - 2))).isOne();
            assertThat(text(errors)).startsWith("belay: port " + port + " is in use, and --port " + (port - 2));
        }
    }

    /**
     * The first of so many free ports in a row. They lie below those that a system gives to connections (32768 on Linux, 49152
     * elsewhere), so that no test beside this one is given one of them in the meantime.
     */
    private static int free(int count) {
        for (int first = 20_000; first < 30_000; first += count) {
            if (isFree(first, count)) {
                return first;
            }
        }
        throw new AssertionError("no " + count + " ports in a row are free");
    }

    private static boolean isFree(int first, int count) {
        try {
            for (int port = first; port < first + count; port++) {
                new ServerSocket(port, 1, InetAddress.getLoopbackAddress()).close();
            }
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void a_missing_template_is_said_in_one_sentence(@TempDir Path folder) {
        Path missing = folder.resolve("template.yaml");
        int status = new Belay(print(out), print(errors), () -> Template.read(missing)).run(List.of("local"));
        assertThat(status).isOne();
        assertThat(text(errors))
                .isEqualTo("belay: " + missing + " is missing: the tables and queues are made as it says\n");
    }

    @Test
    void a_story_of_both_platforms_is_not_played_on_one() {
        assertThat(run("demo", "both", "--platform", "teams")).isEqualTo(2);
        assertThat(text(errors)).contains("'both' is played on both platforms");
    }

    @Test
    void options_are_taken_with_a_blank_or_an_equals_sign() {
        assertThat(options("--port", "0").port()).isZero();
        assertThat(options("--verbose").verbose()).isTrue();
        assertThat(options("--open").page()).isEqualTo(LocalOptions.Page.OPENED);
        assertThat(options("--no-console").page()).isEqualTo(LocalOptions.Page.LEFT_OUT);
        assertThat(options("--port=8080", "--data=x").data()).contains(Path.of("x"));
        assertThat(options())
                .isEqualTo(new LocalOptions(
                        3000, Optional.empty(), Optional.empty(), Optional.empty(), LocalOptions.Page.SERVED, false));
    }

    @Test
    void options_that_make_no_sense_are_refused(@TempDir Path folder) throws IOException {
        assertRefused("--port needs a value", "--port");
        assertRefused("--data needs a value", "--data", "");
        assertRefused("--port is a number from 0 to 65528, not '99999'", "--port", "99999");
        assertRefused("--open opens the console, which --no-console leaves out", "--open", "--no-console");
        assertRefused("--port is given twice", "--port=1", "--port=2");
        assertRefused("'3000' is not an option", "3000");
        Path file = Files.writeString(folder.resolve("file"), "");
        assertRefused("--data is a folder, and " + file + " is not", "--data", file.toString());
        LocalOptions below = options("--data", file.resolve("below").toString());
        assertThatThrownBy(below::keptData).isInstanceOf(Usage.class).hasMessageEndingWith("cannot be made");
    }

    @Test
    void another_slack_needs_its_url_and_its_secrets(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("secrets.json"), "{}");
        assertThat(options("--slack-api-url=http://127.0.0.1:9000/api/", "--slack-secrets=" + file)
                        .slack())
                .isPresent();
        assertRefused("--slack-api-url and --slack-secrets go together", "--slack-api-url=http://127.0.0.1:9000");
        assertRefused("--slack-secrets is a file, and none cannot be read", "--slack-secrets", "none");
        assertRefused("--slack-api-url is a URL", "--slack-api-url", "slack");
        assertRefused("--slack-api-url is a URL", "--slack-api-url", "http://[");
        assertRefused("--slack-api-url is a URL", "--slack-api-url", "http://:5");
    }

    @Test
    void responders_and_the_operations_channel_of_another_slack_are_given_in_its_file(@TempDir Path folder)
            throws IOException {
        assertThat(secrets(folder, "[\"U01ALICE\", \"W0BOB\"]").responders()).containsExactly("U01ALICE", "W0BOB");
        assertThat(secrets(folder, "[]").operationsChannel()).contains("C0OPS");
        for (String wrong : List.of("\"U01ALICE\"", "[1]", "[\"alice\"]", "null")) {
            assertThatThrownBy(() -> secrets(folder, wrong))
                    .isInstanceOf(Usage.class)
                    .hasMessageEndingWith("has responders that are no list of Slack user ids such as [\"U01ALICE\"]");
        }
    }

    private static Slack secrets(Path folder, String responders) throws IOException {
        Path file = Files.writeString(
                folder.resolve("secrets.json"),
                "{\"team_id\": \"T1\", \"bot_token\": \"b\", \"signing_secret\": \"s\", \"operations_channel\": \"C0OPS\", \"responders\": "
                        + responders + "}");
        return SlackSecrets.read(URI.create("http://127.0.0.1:9000/api/"), file);
    }

    @Test
    void settings_are_checked_against_what_is_deployed() {
        String example = "../../infra/settings.example.json";
        assertThat(run("settings", "check", example, "--deployed", "slack,teams"))
                .isZero();
        assertThat(text(out)).doesNotContain("warning");
        assertThat(run("settings", "check", "--deployed=slack", example)).isZero();
        assertThat(text(out)).contains("  warning: teams is not deployed");
        assertThat(run("settings", "check", example, "--deployed", "slak")).isEqualTo(2);
        assertThat(text(errors)).startsWith("belay: --deployed is slack or teams, not 'slak'");
    }

    @Test
    void another_bot_connector_is_on_this_machine() {
        assertThat(options("--teams-service-url", "http://127.0.0.1:56150/_connector")
                        .teamsService())
                .contains(URI.create("http://127.0.0.1:56150/_connector/"));
        assertRefused(
                "--teams-service-url is a URL on this machine", "--teams-service-url=https://smba.example/teams/");
    }

    private static void assertRefused(String message, String... arguments) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        List<String> typed =
                Stream.concat(Stream.of("local"), Stream.of(arguments)).toList();
        assertThat(new Belay(print(said), print(said), Template::ofCheckout).run(typed))
                .isEqualTo(2);
        assertThat(text(said)).startsWith("belay: " + message);
    }

    private static LocalOptions options(String... arguments) {
        LocalCommand command = new LocalCommand(Template::ofCheckout, System.out);
        new CommandLine(command).parseArgs(arguments);
        return command.options();
    }

    private int run(String... arguments) {
        return new Belay(print(out), print(errors), Template::ofCheckout).run(List.of(arguments));
    }

    private static PrintStream print(ByteArrayOutputStream to) {
        return new PrintStream(to, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream written) {
        return written.toString(StandardCharsets.UTF_8);
    }
}
