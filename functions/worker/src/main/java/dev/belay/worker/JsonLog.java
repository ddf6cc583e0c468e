package dev.belay.worker;

import com.grack.nanojson.JsonWriter;
import java.io.PrintStream;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.jspecify.annotations.Nullable;

/**
 * Writes each log record as one line of JSON, as CloudWatch reads it. Of a library's record it writes who said something and how
 * grave it is, and not a word of it: libraries quote what other systems answered.
 */
public final class JsonLog extends Handler {
    private static final Logger OURS = Logger.getLogger("dev.belay");
    private static final String FOREIGN = "a library's words, which may quote another system's, are left out";

    private final PrintStream out;
    private final String function;
    private final SimpleFormatter formatter = new SimpleFormatter();

    private JsonLog(PrintStream out, String function) {
        this.out = out;
        this.function = function;
    }

    /** Sends all logging of this process to one stream. Libraries log from warnings on. */
    public static void install(PrintStream out, String function) {
        Logger root = Logger.getLogger("");
        for (Handler handler : root.getHandlers()) {
            root.removeHandler(handler);
        }
        root.setLevel(Level.WARNING);
        OURS.setLevel(Level.INFO);
        root.addHandler(new JsonLog(out, function));
    }

    @Override
    public void publish(@Nullable LogRecord record) {
        if (record == null) {
            return;
        }
        Throwable thrown = record.getThrown();
        var line = JsonWriter.string()
                .object()
                .value("timestamp", record.getInstant().toString())
                .value("level", record.getLevel().getName())
                .value("function", function)
                .value("logger", record.getLoggerName())
                .value("message", isOurs(record) ? formatter.formatMessage(record) : FOREIGN);
        if (thrown != null) {
            line = line.value("error", thrown.getClass().getName()).value("at", origin(thrown));
        }
        out.println(line.end().done());
    }

    private static boolean isOurs(LogRecord record) {
        String logger = record.getLoggerName();
        return logger != null && logger.startsWith("dev.belay.");
    }

    /** The place, not the text: an exception's message may quote what it was given. */
    private static String origin(Throwable thrown) {
        StackTraceElement[] trace = thrown.getStackTrace();
        return trace.length == 0 ? "" : trace[0].toString();
    }

    @Override
    public void flush() {
        out.flush();
    }

    @Override
    public void close() {
        out.flush();
    }
}
