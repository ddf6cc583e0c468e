package dev.belay.tool;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A tool that some tests need and not every machine has. */
public enum Tool {
    PYTHON(
            "Python 3.11 or newer with venv",
            "python3 -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))'"),
    NODE(
            "Node.js 20 or newer with npm",
            "npm --version && node -e 'process.exit(parseInt(process.versions.node) < 20 ? 1 : 0)'"),
    DOCKER(
            "a Docker engine with the image " + LocalStackImage.name(),
            "docker image inspect '" + LocalStackImage.name() + "' || docker pull '" + LocalStackImage.name() + "'"),
    LAMBDA(
            "a Docker engine with the image " + LambdaImage.name(),
            "docker image inspect '" + LambdaImage.name() + "' || docker pull '" + LambdaImage.name() + "'"),
    /** Its driver comes with Maven's profile {@code browser}, which is active where {@code /usr/bin/chromium} is. */
    BROWSER(
            "Chromium, and with it Maven's profile browser",
            "command -v chromium || command -v chromium-browser || command -v google-chrome",
            "com.microsoft.playwright.impl.driver.jar.DriverJar");

    /** An image may have to be pulled. */
    private static final int PATIENCE_MINUTES = 10;

    private final String description;
    private final String probe;
    private final Optional<String> driver;

    Tool(String description, String probe) {
        this.description = description;
        this.probe = probe;
        this.driver = Optional.empty();
    }

    /** @param driver a class that must be on the class path */
    Tool(String description, String probe, String driver) {
        this.description = description;
        this.probe = probe;
        this.driver = Optional.of(driver);
    }

    /** The word that {@code BELAY_REQUIRE} names it by. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String description() {
        return description;
    }

    /** Where its program stands, as its probe says in the first line; none where it says nothing of it. */
    public Optional<Path> path() {
        try {
            Process process = new ProcessBuilder("sh", "-c", probe).start();
            process.getOutputStream().close();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return said.lines().findFirst().filter(line -> line.startsWith("/")).map(Path::of);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether this machine has it: its probe ends well, and what drives it is on the class path. */
    public boolean present() {
        return driver.filter(name -> !isOnClassPath(name)).isEmpty() && isProbed();
    }

    private static boolean isOnClassPath(String name) {
        return Tool.class.getResource("/" + name.replace('.', '/') + ".class") != null;
    }

    private boolean isProbed() {
        try {
            Process process = new ProcessBuilder("sh", "-c", probe)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
