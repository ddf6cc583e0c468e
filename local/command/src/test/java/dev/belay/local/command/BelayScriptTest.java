package dev.belay.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script {@code belay}, run where the PATH holds a few tools and what the test puts there. */
class BelayScriptTest {
    private static final Path SCRIPT =
            Path.of("..", "..", "belay").toAbsolutePath().normalize();
    private static final List<String> TOOLS = List.of(
            "bash", "dirname", "readlink", "grep", "sed", "head", "cat", "mkdir", "touch", "tail", "rm", "sha256sum");

    @TempDir
    private Path folder;

    private Path path = Path.of("");

    @BeforeEach
    void layTools() throws IOException {
        path = Files.createDirectory(folder.resolve("bin"));
        for (String tool : TOOLS) {
            Path real = Files.exists(Path.of("/usr/bin", tool)) ? Path.of("/usr/bin", tool) : Path.of("/bin", tool);
            Files.createSymbolicLink(path.resolve(tool), real);
        }
    }

    @Test
    void help_needs_neither_java_nor_maven() throws IOException, InterruptedException {
        assertThat(run("help")).contains("./belay local", "exit 0");
    }

    @Test
    void help_is_ours_wherever_it_is_asked_for() throws IOException, InterruptedException {
        layMaven("3.9");
        assertThat(run("verify", "--help")).contains("Usage: ./belay verify", "exit 0");
        assertThat(run("bench", "-h")).contains("Usage: ./belay bench", "exit 0");
        assertThat(run("picture", "-h")).contains("Usage: ./belay picture", "exit 0");
        assertThat(run("build", "-h")).contains("Usage: ./belay build", "exit 0");
    }

    @Test
    void each_command_has_help_of_its_own_before_anything_is_built() throws IOException, InterruptedException {
        assertThat(run("--help")).contains("./belay settings check FILE", "exit 0");
        assertThat(run()).contains("./belay settings check FILE", "exit 0");
        assertThat(run("settings", "check", "my-settings.json", "--help"))
                .contains("Usage: ./belay settings check", "exit 0");
        assertThat(run("help", "local")).contains("--slack-secrets=FILE", "exit 0");
        assertThat(run("local", "--port", "../../x", "--help")).contains("Usage: ./belay local", "exit 0");
    }

    @Test
    void the_version_needs_no_build() throws IOException, InterruptedException {
        assertThat(run("--version")).matches("belay \\d+\\.\\d+\\.\\d+\nexit 0");
    }

    @Test
    void an_unknown_command_builds_nothing() throws IOException, InterruptedException {
        assertThat(runCopy("lokal"))
                .isEqualTo("belay: there is no command 'lokal'. './belay help' lists what there is.\nexit 2");
    }

    @Test
    void a_build_says_how_long_it_takes_and_names_each_module_and_what_failed()
            throws IOException, InterruptedException {
        lay("mvn", """
                [ "$1" = -v ] && { echo 'Apache Maven 3.9.1 (x)'; exit; }
                echo '[INFO] Building Belay core 0.1.0                                       [2/17]'
                echo '[INFO] Compiling 17 source files'
                echo '[ERROR] No such thing'
                exit 1""");
        assertThat(runCopy("local"))
                .startsWith("Building for the first time. This takes")
                .contains("\n  [2/17] Belay core 0.1.0\n", "\n[ERROR] No such thing\n", "belay: the build failed.")
                .doesNotContain("Compiling")
                .endsWith("exit 1");
    }

    @Test
    void the_zips_of_the_template_are_built_without_tests_and_their_checksums_are_kept()
            throws IOException, InterruptedException {
        layTemplate("one", "the-other");
        lay("mvn", """
                [ "$1" = -v ] && { echo 'Apache Maven 3.9.1 (x)'; exit; }
                echo "$*" > arguments
                mkdir -p functions/one/target functions/the-other/target
                echo zip > functions/one/target/one.zip
                echo bom > functions/one/target/one.cdx.json
                echo zip > functions/the-other/target/the-other.zip""");
        String zip = "257a4c075a4c2721970ffc7ef0380d0bf7329185de8f34ff9a6ac8336561c34c";
        assertThat(runCopy("build", "-o"))
                .contains(
                        zip + "  functions/one/target/one.zip\n",
                        "  functions/one/target/one.cdx.json\n",
                        zip + "  functions/the-other/target/the-other.zip\n",
                        "there is no SBOM functions/the-other/target/the-other.cdx.json")
                .endsWith("exit 0");
        assertThat(Files.readString(checkout().resolve("arguments")))
                .contains("-pl functions/one,functions/the-other -am clean verify -DskipTests ")
                .endsWith(" -o\n");
        assertThat(Files.readAllLines(checkout().resolve("target/SHA256SUMS"))).hasSize(3);
    }

    @Test
    void a_zip_that_was_not_built_is_named() throws IOException, InterruptedException {
        layTemplate("one");
        lay("mvn", "[ \"$1\" = -v ] && echo 'Apache Maven 3.9.1 (x)' || true");
        assertThat(runCopy("build"))
                .contains("belay: Maven built no functions/one/target/one.zip.")
                .endsWith("exit 1");
    }

    @Test
    void a_missing_maven_is_said_in_one_sentence() throws IOException, InterruptedException {
        assertThat(run("verify"))
                .startsWith("belay: Maven is not installed: install 3.8 or newer")
                .endsWith("exit 1");
    }

    @Test
    void an_old_maven_is_said_in_one_sentence() throws IOException, InterruptedException {
        layMaven("3.6");
        assertThat(run("verify")).isEqualTo("belay: Maven 3.6 is too old: install 3.8 or newer.\nexit 1");
    }

    @Test
    void verify_is_mavens_verify_on_a_jdk_25_with_the_arguments_passed_on() throws IOException, InterruptedException {
        layMaven("3.9");
        layOldJava();
        assertThat(run("verify", "-pl", "core")).isEqualTo("-B -T 1C verify -pl core on " + jdk() + "\nexit 0");
    }

    private void layMaven(String version) throws IOException {
        lay("mvn", "[ \"$1\" = -v ] && echo 'Apache Maven " + version + ".1 (x)' || echo \"$* on $JAVA_HOME\"");
    }

    private void layOldJava() throws IOException {
        lay("java", "echo 'openjdk version \"17.0.15\"' >&2");
    }

    private void lay(String tool, String script) throws IOException {
        Path file = Files.writeString(path.resolve(tool), "#!/bin/bash\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static String jdk() {
        return System.getProperty("java.home");
    }

    /** Runs a copy of the script in a checkout where nothing is built. */
    private String runCopy(String... arguments) throws IOException, InterruptedException {
        Files.createDirectories(checkout());
        return run(Files.copy(SCRIPT, checkout().resolve("belay")), arguments);
    }

    private Path checkout() {
        return folder.resolve("checkout");
    }

    private void layTemplate(String... functions) throws IOException {
        String template = Stream.of(functions)
                .map(name -> "      CodeUri: functions/" + name + "/target/" + name + ".zip\n")
                .collect(Collectors.joining());
        Files.writeString(Files.createDirectories(checkout()).resolve("template.yaml"), "Resources:\n" + template);
    }

    private String run(String... arguments) throws IOException, InterruptedException {
        return run(SCRIPT, arguments);
    }

    private String run(Path script, String... arguments) throws IOException, InterruptedException {
        ProcessBuilder process = new ProcessBuilder("bash", script.toString());
        process.command().addAll(List.of(arguments));
        process.environment().clear();
        process.environment().putAll(Map.of("PATH", path.toString(), "HOME", folder.toString(), "JAVA_HOME", jdk()));
        Process started = process.redirectErrorStream(true).start();
        String output = new String(started.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return output + "exit " + started.waitFor();
    }
}
