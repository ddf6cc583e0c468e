package dev.belay.infra;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** What a tool ended with and said. */
record ToolRun(int status, String output) {
    /** Runs the tool until it ends. */
    static ToolRun of(List<String> command, Map<String, String> environment) {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new ToolRun(process.waitFor(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** Runs a tool that has to end well. */
    static void must(List<String> command, Map<String, String> environment) {
        ToolRun run = of(command, environment);
        if (run.status() != 0) {
            throw new IllegalStateException(String.join(" ", command) + " failed:\n" + run.output());
        }
    }
}
