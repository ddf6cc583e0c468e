package dev.belay.local.story;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** What the workers log, warnings and errors, while it is open. */
final class ToldLog extends Handler {
    private static final Logger OURS = Logger.getLogger("dev.belay");

    private final SimpleFormatter formatter = new SimpleFormatter();
    private final List<String> lines = new CopyOnWriteArrayList<>();

    static ToldLog open() {
        ToldLog told = new ToldLog();
        OURS.addHandler(told);
        return told;
    }

    @Override
    public void publish(LogRecord line) {
        if (line.getLevel().intValue() >= Level.WARNING.intValue()) {
            lines.add(formatter.formatMessage(line));
        }
    }

    /** All of it, line by line. */
    String text() {
        return String.join("\n", lines);
    }

    @Override
    public void flush() {
        // every line is kept at once
    }

    @Override
    public void close() {
        OURS.removeHandler(this);
    }
}
