package dev.belay.infra.deployed;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import dev.belay.infra.PythonEnvironment;
import dev.belay.infra.ToolRun;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where a person types who deploys: the command lines of SAM, of AWS and our own, which all find the emulator by their environment. */
final class Terminal {
    private final PythonEnvironment sam;
    private final PythonEnvironment aws;
    private final Path folder;
    private final Map<String, String> environment;

    /** @param folder where a person stands who types */
    Terminal(PythonEnvironment sam, PythonEnvironment aws, URI emulator, Path folder) {
        this.sam = sam;
        this.aws = aws;
        this.folder = folder;
        this.environment = new HashMap<>(Map.of(
                "AWS_ENDPOINT_URL", emulator.toString(),
                "AWS_REGION", Emulator.REGION,
                "AWS_DEFAULT_REGION", Emulator.REGION,
                "AWS_ACCESS_KEY_ID", "test",
                "AWS_SECRET_ACCESS_KEY", "test",
                // whoever runs this may have an account: nothing of it is used
                "AWS_CONFIG_FILE", "/dev/null",
                "AWS_SHARED_CREDENTIALS_FILE", "/dev/null",
                "AWS_EC2_METADATA_DISABLED", "true",
                "SAM_CLI_TELEMETRY", "0"));
        environment.put(
                "PATH",
                String.join(
                        ":",
                        String.valueOf(Path.of(sam.program("sam")).getParent()),
                        String.valueOf(Path.of(aws.program("aws")).getParent()),
                        String.valueOf(System.getenv("PATH"))));
    }

    /** What {@code aws sqs} has to be told: the first version of AWS's command line does not take it from its environment. */
    String endpoint() {
        return String.valueOf(environment.get("AWS_ENDPOINT_URL"));
    }

    /** A line as it stands in README, or as setup prints it, and what came of it. */
    ToolRun type(String line) {
        return type(line, "");
    }

    /** @param piped what the command reads at its standard input */
    ToolRun type(String line, String piped) {
        return run(List.of("bash", "-c", line), piped);
    }

    /** What {@code aws} answers. */
    JsonObject aws(String... arguments) {
        List<String> command = new ArrayList<>(List.of(aws.program("aws"), "--output", "json"));
        command.addAll(List.of(arguments));
        ToolRun run = run(command, "");
        if (run.status() != 0) {
            throw new AssertionError("aws " + String.join(" ", arguments) + ": " + run.output());
        }
        try {
            return run.output().isBlank()
                    ? new JsonObject()
                    : JsonParser.object().from(run.output());
        } catch (JsonParserException e) {
            throw new AssertionError("aws " + String.join(" ", arguments) + " answered " + run.output(), e);
        }
    }

    /** The names that a listing of a service gives, by a query in JMESPath. */
    List<String> listed(String service, String operation, String query) {
        JsonObject answer = aws(service, "--endpoint-url", endpoint(), operation, "--query", "{names: " + query + "}");
        return answer.getArray("names", new JsonArray()).stream()
                .map(String::valueOf)
                .toList();
    }

    /** A script of our own under the Python of SAM, which has SAM's translator. */
    ToolRun python(String... arguments) {
        List<String> command = new ArrayList<>(List.of(sam.program("python")));
        command.addAll(List.of(arguments));
        return ToolRun.of(command, environment);
    }

    private ToolRun run(List<String> program, String piped) {
        List<String> command = new ArrayList<>(List.of("env", "--unset=AWS_PROFILE", "--unset=AWS_SESSION_TOKEN"));
        command.addAll(program);
        return ToolRun.in(folder, command, environment, piped);
    }
}
