package dev.belay.worker;

import com.grack.nanojson.JsonStringWriter;
import com.grack.nanojson.JsonWriter;
import dev.belay.delivery.Span;
import dev.belay.delivery.Trace;
import java.io.PrintStream;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.jspecify.annotations.Nullable;

/**
 * Writes each log record as one line of JSON, as CloudWatch reads it, with the key names of Powertools for AWS Lambda
 * (docs.powertools.aws.dev/lambda/java/latest/core/logging/), and what is worked on. Of a library's record it writes who said something and how
 * grave it is, and not a word of it: libraries quote what other systems answered.
 */
public final class JsonLog extends Handler {
    private static final Logger OURS = Logger.getLogger("dev.belay");
    private static final Logger SPANS = Logger.getLogger(Span.class.getName());
    private static final String FOREIGN = "a library's words, which may quote another system's, are left out";

    private final PrintStream out;
    private final String service;
    private final SimpleFormatter formatter = new SimpleFormatter();

    private JsonLog(PrintStream out, String service) {
        this.out = out;
        this.service = service;
    }

    /**
     * Sends all logging of this process to one stream. Libraries log from warnings on.
     *
     * @param service the function's name in the template
     */
    public static void install(PrintStream out, String service) {
        Logger root = Logger.getLogger("");
        for (Handler handler : root.getHandlers()) {
            root.removeHandler(handler);
        }
        root.setLevel(Level.WARNING);
        OURS.setLevel(Level.INFO);
        SPANS.setLevel(Level.FINE);
        root.addHandler(to(out, service));
    }

    /** A handler alone, for a process that decides itself what is logged. */
    public static Handler to(PrintStream out, String service) {
        return new JsonLog(out, service);
    }

    @Override
    public void publish(@Nullable LogRecord record) {
        if (record == null) {
            return;
        }
        Throwable thrown = record.getThrown();
        JsonStringWriter line = JsonWriter.string()
                .object()
                .value("timestamp", record.getInstant().toString())
                .value("level", level(record.getLevel()))
                .value("service", service)
                .value("logger", record.getLoggerName())
                .value("message", isOurs(record) ? formatter.formatMessage(record) : FOREIGN);
        Invocation.current().ifPresent(invocation -> write(line, invocation));
        Trace.current().ifPresent(trace -> write(line, trace));
        if (parameter(record) instanceof Span.Ended span) {
            write(line, span);
        }
        if (thrown != null) {
            line.value("error", thrown.getClass().getName()).value("at", origin(thrown));
        }
        out.println(line.end().done());
    }

    /** In Lambda's words, by which it drops lines (docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs-log-level.html). */
    private static String level(Level level) {
        if (level.intValue() >= Level.SEVERE.intValue()) {
            return "ERROR";
        }
        if (level.intValue() >= Level.WARNING.intValue()) {
            return "WARN";
        }
        return level.intValue() >= Level.INFO.intValue() ? "INFO" : "DEBUG";
    }

    private static void write(JsonStringWriter line, Invocation invocation) {
        line.value("function_name", invocation.function())
                .value("function_request_id", invocation.requestId())
                .value("cold_start", invocation.coldStart());
        invocation.traceId().ifPresent(id -> line.value("xray_trace_id", id));
    }

    private static void write(JsonStringWriter line, Trace trace) {
        line.value("correlation_id", trace.correlationId());
        trace.known().forEach((field, value) -> line.value(field.id(), value));
    }

    private static void write(JsonStringWriter line, Span.Ended span) {
        line.value("span", span.name())
                .value("span_kind", span.kind().id())
                .value("span_id", span.id())
                .value("system", span.system())
                .value("duration_ms", span.millis())
                .value("outcome", span.outcome());
    }

    private static @Nullable Object parameter(LogRecord record) {
        Object[] parameters = record.getParameters();
        return parameters == null || parameters.length == 0 ? null : parameters[0];
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
