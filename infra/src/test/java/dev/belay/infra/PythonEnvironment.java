package dev.belay.infra;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Programs of Python packages in an environment of our own, made when it is first needed and kept between builds. */
public record PythonEnvironment(Path home) {
    private static final Path HOMES = Path.of("../.belay").toAbsolutePath().normalize();

    /**
     * The environment as the requirements ask for it.
     *
     * @param name of its folder
     */
    public static PythonEnvironment ready(String name, Path requirements) {
        Path home = HOMES.resolve(name);
        try {
            return ToolRun.alone(home, () -> made(home, requirements));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PythonEnvironment made(Path home, Path requirements) throws IOException {
        PythonEnvironment environment = new PythonEnvironment(home);
        Path stamp = home.resolve("requirements.txt");
        String wanted = Files.readString(requirements);
        if (!Files.exists(stamp) || !Files.readString(stamp).equals(wanted)) {
            ToolRun.must(List.of("python3", "-m", "venv", "--clear", home.toString()), Map.of());
            ToolRun.must(
                    List.of(
                            environment.program("pip"),
                            "install",
                            "--quiet",
                            "--disable-pip-version-check",
                            "-r",
                            requirements.toString()),
                    Map.of());
            Files.writeString(stamp, wanted);
        }
        return environment;
    }

    /** Where a program of this environment is. */
    public String program(String name) {
        return home.resolve("bin").resolve(name).toString();
    }
}
