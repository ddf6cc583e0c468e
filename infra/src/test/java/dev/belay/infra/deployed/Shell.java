package dev.belay.infra.deployed;

import dev.belay.infra.ToolRun;
import dev.belay.local.front.ServerKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A person's shell in a checkout, whose environment leads to the emulator. Its {@code sam} gives the emulator the template as that can take
 * it; its {@code aws} is the pinned one.
 */
final class Shell {
    private final Path checkout;
    private final Map<String, String> environment;

    /** @param bin a folder for what is found first on the path */
    Shell(ProvingGround ground, Path checkout, Path bin) throws IOException {
        this.checkout = checkout;
        Files.createDirectories(bin);
        script(bin.resolve("aws"), "exec '" + ground.aws().program("aws") + "' \"$@\"");
        String emulated = checkout.resolve("template.emulated.json").toString();
        String write = "'" + ground.sam().program("python") + "' '" + Path.of("python/emulated.py").toAbsolutePath()
                + "' template.yaml '" + emulated + "' " + String.join(" ", DeployedStack.UNKNOWN);
        script(
                bin.resolve("sam"),
                write + " >/dev/null && exec '" + ground.sam().program("sam") + "' \"$@\" --template-file '" + emulated
                        + "'");
        this.environment = new HashMap<>(ground.terminal().environment());
        environment.put("PATH", bin + ":" + System.getenv("PATH"));
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.put(
                "BELAY_JAVA_OPTIONS",
                "-Djdk.net.hosts.file=" + ground.hosts() + " -Djavax.net.ssl.trustStore=" + ground.trust()
                        + " -Djavax.net.ssl.trustStorePassword=" + ServerKey.TRUST_PASSWORD);
    }

    private static void script(Path file, String line) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + line + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** Runs a line as it is typed. */
    ToolRun run(String line) {
        return ToolRun.of(
                List.of("env", "--unset=AWS_PROFILE", "--chdir=" + checkout, "bash", "-c", line), environment);
    }
}
