package dev.belay.local.console.trace;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import dev.belay.delivery.Span;
import dev.belay.local.world.Installation;
import dev.belay.worker.JsonLog;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Reads the log lines that ingress and the workers write, as CloudWatch would have them, and keeps what they say of spans. */
public final class SpanLog implements AutoCloseable {
    /** What runs here is no Lambda function of its own: each line bears the function's name. */
    private static final String SERVICE = "local";

    private static final Logger SPANS = Logger.getLogger(Span.class.getName());

    private final Installation installation;
    private final Traces traces;
    private final Handler handler;

    private SpanLog(Installation installation, Traces traces) {
        this.installation = installation;
        this.traces = traces;
        this.handler = JsonLog.to(new PrintStream(new Lines(), true, StandardCharsets.UTF_8), SERVICE);
    }

    /** Reads from now on. */
    public static SpanLog start(Installation installation, Traces traces) {
        SpanLog log = new SpanLog(installation, traces);
        log.handler.setLevel(Level.ALL);
        SPANS.setLevel(Level.FINE);
        SPANS.addHandler(log.handler);
        SPANS.setUseParentHandlers(false);
        installation.printTo(log.new Lines());
        return log;
    }

    /** Collects bytes to lines. */
    private final class Lines extends OutputStream {
        private final ByteArrayOutputStream line = new ByteArrayOutputStream();

        @Override
        public synchronized void write(int one) {
            if (one == '\n') {
                read(line.toString(StandardCharsets.UTF_8));
                line.reset();
            } else {
                line.write(one);
            }
        }

        @Override
        public synchronized void write(byte[] bytes, int from, int length) {
            for (int i = from; i < from + length; i++) {
                write(bytes[i]);
            }
        }
    }

    private void read(String line) {
        if (!line.startsWith("{")) {
            return;
        }
        try {
            JsonObject json = JsonParser.object().from(line);
            if (json.has("span")) {
                traces.add(LoggedSpan.of(json, Instant.now()));
            } else if (json.has("route")) {
                traces.answered(
                        json.getString("correlation_id", ""),
                        json.getString("route", ""),
                        json.getString("reason", ""));
            }
        } catch (JsonParserException e) {
            return; // a line of another kind
        }
    }

    @Override
    public void close() {
        SPANS.removeHandler(handler);
        SPANS.setUseParentHandlers(true);
        installation.printTo(OutputStream.nullOutputStream());
    }
}
