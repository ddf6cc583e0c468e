package dev.belay.infra;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;

/** What a tool ended with and said. */
public record ToolRun(int status, String output) {
    /** Runs the tool until it ends. */
    public static ToolRun of(List<String> command, Map<String, String> environment) {
        return in(Path.of(""), command, environment, "");
    }

    /**
     * Runs the tool in a folder until it ends.
     *
     * @param input what it reads at its standard input
     */
    public static ToolRun in(Path folder, List<String> command, Map<String, String> environment, String input) {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .directory(folder.toAbsolutePath().toFile());
        builder.environment().putAll(environment);
        try {
            Process process = builder.start();
            try (OutputStream typed = process.getOutputStream()) {
                typed.write(input.getBytes(StandardCharsets.UTF_8));
            }
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new ToolRun(process.waitFor(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** What makes a folder's content, or finds it made. */
    interface Making<T> {
        T made() throws IOException;
    }

    /** Makes a folder while no other test process does. */
    static <T> T alone(Path folder, Making<T> making) throws IOException {
        Files.createDirectories(folder.getParent());
        Path lock = folder.resolveSibling(folder.getFileName() + ".lock");
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.lock();
            return making.made();
        }
    }

    /** Runs a tool that has to end well. */
    public static void must(List<String> command, Map<String, String> environment) {
        ToolRun run = of(command, environment);
        if (run.status() != 0) {
            throw new IllegalStateException(String.join(" ", command) + " failed:\n" + run.output());
        }
    }
}
