package dev.belay.local.command.run;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.logging.LogManager;

/** What is logged on a person's console: all that the functions did, or only what somebody should look at, or nothing. */
public final class ConsoleLog {
    /** How much. */
    public enum Detail {
        NOTHING,
        /** One line for each thing that somebody should look at, without its stack. */
        WARNINGS,
        /** A line for each thing that the functions did, and of the engines what is wrong. */
        ALL
    }

    private static final String OFF = ".level = OFF\ndev.belay.level = OFF\n";
    private static final String LINES = """
            handlers = java.util.logging.ConsoleHandler
            java.util.logging.ConsoleHandler.level = ALL
            java.util.logging.ConsoleHandler.formatter = java.util.logging.SimpleFormatter
            .level = WARNING
            """;
    private static final String FORMAT = "java.util.logging.SimpleFormatter.format = ";

    /** The JVM's own property: whoever started it with one has said what is logged, and where. */
    private static final String SAID = "java.util.logging.config.file";

    private ConsoleLog() {}

    public static void show(Detail detail) {
        if (System.getProperty(SAID) != null) {
            return;
        }
        String configuration =
                switch (detail) {
                    case NOTHING -> OFF;
                    case WARNINGS -> LINES + FORMAT + "%1$tT  %5$s%n\n";
                    case ALL -> LINES + FORMAT + "%1$tT.%1$tL %3$s: %5$s%6$s%n\ndev.belay.level = INFO\n";
                };
        try {
            LogManager.getLogManager()
                    .readConfiguration(new ByteArrayInputStream(configuration.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
