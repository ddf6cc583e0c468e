package dev.belay.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.simulator.aws.Template;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code ./belay completion} prints makes a real bash complete. */
final class CompletionTest {
    @TempDir
    private Path folder;

    @Test
    void commands_are_completed() throws IOException, InterruptedException {
        assertThat(complete("./belay", "")).contains("local", "demo", "settings", "verify", "completion", "help");
        assertThat(complete("./belay", "se")).contains("settings").doesNotContain("local");
        assertThat(complete("./belay", "settings", "")).contains("check");
    }

    @Test
    void options_are_completed() throws IOException, InterruptedException {
        assertThat(complete("./belay", "local", "--")).contains("--port", "--data", "--verbose", "--help");
        assertThat(complete("belay", "demo", "--pl")).containsExactly("--platform");
    }

    @Test
    void names_are_completed() throws IOException, InterruptedException {
        assertThat(complete("./belay", "demo", "--platform", "")).containsExactly("slack", "teams");
        assertThat(complete("./belay", "demo", "ref")).containsExactly("refusals");
    }

    /** What bash offers for the last word. */
    private List<String> complete(String... words) throws IOException, InterruptedException {
        Path completion = Files.writeString(folder.resolve("completion"), printed());
        String line = String.join(" ", words);
        String quoted = "'" + String.join("' '", words) + "'";
        String script = "compopt() { :; }; . '" + completion + "'\n"
                + "function=$(complete -p belay | sed 's/.*-F \\([^ ]*\\).*/\\1/')\n"
                + "COMP_WORDS=(" + quoted + "); COMP_CWORD=" + (words.length - 1) + "\n"
                + "COMP_LINE='" + line + "'; COMP_POINT=" + line.length() + "\n"
                + "$function; printf '%s\\n' \"${COMPREPLY[@]}\"\n";
        Process bash = new ProcessBuilder("bash", "-c", script)
                .redirectErrorStream(true)
                .start();
        String offered = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(bash.waitFor()).as(offered).isZero();
        return offered.lines()
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .toList();
    }

    private static String printed() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
        assertThat(new Belay(print, print, Template::ofCheckout).run(List.of("completion")))
                .isZero();
        return out.toString(StandardCharsets.UTF_8);
    }
}
