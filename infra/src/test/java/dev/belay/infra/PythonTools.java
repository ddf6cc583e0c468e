package dev.belay.infra;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** cfn-lint, SAM's translator and the cards' schema in a Python environment of our own, made when it is first needed and kept between builds. */
final class PythonTools {
    private static final Path REQUIREMENTS = Path.of("python/requirements.txt");
    private static final Path HOME =
            Path.of("../.belay/python").toAbsolutePath().normalize();
    private static final Map<String, String> ENVIRONMENT = Map.of("AWS_DEFAULT_REGION", "eu-central-1");

    private PythonTools() {}

    /** The environment as the requirements ask for it. */
    static PythonTools ready() {
        try {
            return ToolRun.alone(HOME, PythonTools::made);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PythonTools made() throws IOException {
        Path stamp = HOME.resolve("requirements.txt");
        String wanted = Files.readString(REQUIREMENTS);
        if (!Files.exists(stamp) || !Files.readString(stamp).equals(wanted)) {
            must(List.of("python3", "-m", "venv", "--clear", HOME.toString()));
            must(List.of(
                    in("pip"), "install", "--quiet", "--disable-pip-version-check", "-r", REQUIREMENTS.toString()));
            Files.writeString(stamp, wanted);
        }
        return new PythonTools();
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

    private static String in(String program) {
        return HOME.resolve("bin").resolve(program).toString();
    }

    private static void must(List<String> command) {
        ToolRun.must(command, ENVIRONMENT);
    }

    private static ToolRun run(List<String> command) {
        return ToolRun.of(command, ENVIRONMENT);
    }
}
