package dev.belay.worker;

import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import dev.belay.delivery.Span;
import dev.belay.delivery.Trace;
import dev.belay.delivery.Trace.Field;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a worker's log says, and in whose words. */
final class JsonLogTest {
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final Logger root = Logger.getLogger("");
    private final List<Handler> before = List.of(root.getHandlers());
    private final Level level = root.getLevel();

    @BeforeEach
    void install() {
        JsonLog.install(new PrintStream(printed, true, StandardCharsets.UTF_8), "card-action");
    }

    @AfterEach
    void as_before() {
        List.of(root.getHandlers()).forEach(root::removeHandler);
        before.forEach(root::addHandler);
        root.setLevel(level);
        Logger.getLogger("dev.belay").setLevel(null);
    }

    @Test
    void what_we_say_is_one_line_of_json() throws JsonParserException {
        Logger.getLogger("dev.belay.press.PerformAction")
                .log(Level.INFO, "{0}: {1}", new Object[] {"press 1", "APPLIED"});
        assertThat(line().getString("message")).isEqualTo("press 1: APPLIED");
        assertThat(line().getString("level")).isEqualTo("INFO");
        assertThat(line().getString("service")).isEqualTo("card-action");
    }

    @Test
    void a_line_says_which_invocation_it_is_of_and_what_is_worked_on() throws JsonParserException {
        Invocation invocation =
                new Invocation("request-1", "belay-card-action", true, Invocation.root("Root=1-5759e988;Sampled=1"));
        invocation.run(() -> Trace.of("the-click", () -> {
            Trace.tell(Field.PLATFORM, "slack");
            Trace.tell(Field.RECORD, "incident:9d385017c611228701d22104cc95c371");
            Logger.getLogger("dev.belay.press.PerformAction").info("done");
            return true;
        }));
        JsonObject expected = JsonObject.builder()
                .value("function_name", "belay-card-action")
                .value("function_request_id", "request-1")
                .value("cold_start", true)
                .value("xray_trace_id", "1-5759e988")
                .value("correlation_id", "the-click")
                .value("platform", "slack")
                .value("record", "incident:9d385017c611228701d22104cc95c371")
                .done();
        assertThat(line()).containsAllEntriesOf(expected);
    }

    @Test
    void a_span_says_what_was_called_how_long_it_took_and_how_it_ended() throws JsonParserException {
        Trace.of("the-click", "message-1.1", () -> {
            Trace.tell(Field.PLATFORM, "slack");
            Span.call("slack", "chat.update").end("200");
            return true;
        });
        JsonObject line = line();
        assertThat(line.getDouble("duration_ms", -1)).isBetween(0.0, 60_000.0);
        assertThat(line)
                .containsAllEntriesOf(JsonObject.builder()
                        .value("level", "DEBUG")
                        .value("correlation_id", "the-click")
                        .value("platform", "slack")
                        .value("span", "chat.update")
                        .value("span_kind", "call")
                        .value("span_id", "message-1.1.1")
                        .value("system", "slack")
                        .value("outcome", "200")
                        .done());
    }

    @Test
    void what_is_not_traced_has_no_span() {
        Span.call("slack", "chat.update").end("200");
        assertThat(printed.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void a_library_is_named_and_not_a_word_of_it_is_written() throws JsonParserException {
        Logger.getLogger("com.microsoft.aad.msal4j.ConfidentialClientApplication")
                .log(Level.WARNING, "failed: alice@acme.example", new IllegalStateException("for alice@acme.example"));
        assertThat(line().getString("logger")).endsWith("ConfidentialClientApplication");
        assertThat(line().getString("level")).isEqualTo("WARN");
        assertThat(line().getString("error")).isEqualTo("java.lang.IllegalStateException");
        assertThat(printed.toString(StandardCharsets.UTF_8)).doesNotContain("alice");
    }

    @Test
    void an_error_s_text_is_left_out_of_our_own_lines_too() throws JsonParserException {
        Logger.getLogger("dev.belay.worker.QueueWorker")
                .log(Level.SEVERE, "unexpected exception", new IllegalStateException("for alice@acme.example"));
        assertThat(line().getString("message")).isEqualTo("unexpected exception");
        assertThat(line().getString("level")).isEqualTo("ERROR");
        assertThat(printed.toString(StandardCharsets.UTF_8)).doesNotContain("alice");
    }

    @Test
    void what_a_library_says_below_a_warning_is_not_written() {
        Logger.getLogger("software.amazon.awssdk.request").info("a body");
        assertThat(printed.size()).isZero();
    }

    private JsonObject line() throws JsonParserException {
        return JsonParser.object().from(printed.toString(StandardCharsets.UTF_8));
    }
}
