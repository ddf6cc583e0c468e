package dev.belay.local.command;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.logging.LogManager;

/** What is logged on a person's console: a line for each thing that the functions did, and of the engines only what is wrong; or nothing. */
final class ConsoleLog {
    private static final String NOTHING = ".level = OFF\ndev.belay.level = OFF\n";
    private static final String LINES = """
            handlers = java.util.logging.ConsoleHandler
            java.util.logging.ConsoleHandler.level = ALL
            java.util.logging.ConsoleHandler.formatter = java.util.logging.SimpleFormatter
            java.util.logging.SimpleFormatter.format = %1$tT.%1$tL %3$s: %5$s%6$s%n
            .level = WARNING
            dev.belay.level = INFO
            """;

    private ConsoleLog() {}

    static void show(boolean shown) {
        byte[] configuration = (shown ? LINES : NOTHING).getBytes(StandardCharsets.UTF_8);
        try {
            LogManager.getLogManager().readConfiguration(new ByteArrayInputStream(configuration));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
