package dev.belay.infra;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** cfn-lint and SAM's translator in a Python environment of our own, made when it is first needed and kept between builds. */
final class PythonTools {
    private static final Path REQUIREMENTS = Path.of("python/requirements.txt");
    private static final Path HOME =
            Path.of("../.belay/python").toAbsolutePath().normalize();

    /** What a tool ended with and said. */
    record Result(int status, String output) {}

    private PythonTools() {}

    /** The environment as the requirements ask for it. */
    static PythonTools ready() {
        try {
            return made();
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
    Result lint(Path template) {
        return run(List.of(in("cfn-lint"), "--regions", "eu-central-1", "--template", template.toString()));
    }

    private static String in(String program) {
        return HOME.resolve("bin").resolve(program).toString();
    }

    private static void must(List<String> command) {
        Result result = run(command);
        if (result.status() != 0) {
            throw new IllegalStateException(String.join(" ", command) + " failed:\n" + result.output());
        }
    }

    private static Result run(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("AWS_DEFAULT_REGION", "eu-central-1");
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Result(process.waitFor(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
