package dev.belay.infra;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * cfn-lint, SAM's translator and the cards' schema in a Python environment of our own, and checkov, whose own requirements do not agree with theirs,
 * in another: each is made when it is first needed and kept between builds.
 */
final class PythonTools {
    private static final Map<String, String> ENVIRONMENT =
            Map.of("AWS_DEFAULT_REGION", "eu-central-1", "LOG_LEVEL", "ERROR");

    private final PythonEnvironment python;

    private PythonTools(PythonEnvironment python) {
        this.python = python;
    }

    /** The environment as the requirements ask for it. */
    static PythonTools ready() {
        return new PythonTools(PythonEnvironment.ready("python", Path.of("python/requirements.txt")));
    }

    /** The environment of checkov. */
    static PythonTools checkov() {
        return new PythonTools(PythonEnvironment.ready("checkov", Path.of("python/checkov.txt")));
    }

    /** Expands a SAM template as CloudFormation would. */
    void expand(Path template, Path expanded) {
        must(List.of(in("python"), "python/expand.py", template.toString(), expanded.toString()));
    }

    /** What the linter says of a template: status 0 and nothing where it is good. */
    ToolRun lint(Path template) {
        return run(List.of(in("cfn-lint"), "--regions", "eu-central-1", "--template", template.toString()));
    }

    /** What the Adaptive Cards schema says of cards: status 0 and nothing where all are good. */
    ToolRun cards(List<Path> cards) {
        List<String> command = new ArrayList<>(List.of(in("python"), "python/cards.py"));
        cards.forEach(card -> command.add(card.toString()));
        return run(command);
    }

    /**
     * What checkov finds in an expanded template.
     *
     * @param folder takes its report
     * @return the report, as JSON
     */
    String findings(Path expanded, Path folder) throws IOException {
        ToolRun run = run(List.of(
                in("checkov"),
                "--framework",
                "cloudformation",
                "--file",
                expanded.toString(),
                "--skip-download",
                "--quiet",
                "--compact",
                "--output",
                "json",
                "--output-file-path",
                folder.toString()));
        Path report = folder.resolve("results_json.json");
        if (!Files.exists(report)) {
            throw new IllegalStateException("checkov ended with " + run.status() + ":\n" + run.output());
        }
        return Files.readString(report);
    }

    private String in(String program) {
        return python.program(program);
    }

    private static void must(List<String> command) {
        ToolRun.must(command, ENVIRONMENT);
    }

    private static ToolRun run(List<String> command) {
        return ToolRun.of(command, ENVIRONMENT);
    }
}
