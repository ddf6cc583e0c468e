package dev.belay.local.console.pane;

import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import com.grack.nanojson.JsonWriter;
import dev.belay.local.console.web.Ask;
import dev.belay.local.console.web.Reply;
import dev.belay.local.console.web.Route;
import dev.belay.simulator.http.LoopbackServer;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a person sees of a channel in which a thread goes while it is read. */
final class SlackPaneTest {
    private static final String ROOT = "1700000000.000100";

    private final HttpClient http = HttpClient.newHttpClient();
    private JsonObject thread = new JsonObject();

    private final LoopbackServer systems = LoopbackServer.start(0, 0, exchange -> {
        try (exchange) {
            byte[] body = JsonWriter.string(answer(exchange.getRequestURI().getPath()))
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    });

    private JsonObject answer(String path) {
        return switch (path) {
            case "/_sim/people" ->
                list(
                        "people",
                        JsonObject.builder()
                                .value("id", "U1")
                                .value("real_name", "Alice Archer")
                                .value("token", "xoxp-alice")
                                .done());
            case "/api/conversations.history" -> list("messages", message("1700000000.000300", 0), message(ROOT, 1));
            case "/api/conversations.replies" -> thread;
            default -> list("none");
        };
    }

    private static JsonObject message(String ts, int replies) {
        return JsonObject.builder()
                .value("ts", ts)
                .value("reply_count", replies)
                .done();
    }

    private static JsonObject list(String name, JsonObject... objects) {
        return JsonObject.builder()
                .value("ok", true)
                .value(name, new JsonArray(List.of(objects)))
                .done();
    }

    @AfterEach
    void stop() {
        http.shutdownNow();
        systems.close();
    }

    /** The answers to the first message of the channel, which has one when its history is read. */
    private List<Object> replies() throws JsonParserException {
        SystemApi api = new SystemApi(http, "Slack", systems.url());
        Personas personas = new Personas(new Systems(api, Optional.of(api), Optional.empty(), api, api));
        Route channel = new SlackPane(api, personas, new Threads())
                .routes().stream()
                        .filter(route -> route.pattern().equals(List.of("api", "slack", "channels", "{id}")))
                        .findFirst()
                        .orElseThrow();
        Ask ask =
                new Ask("GET", List.of("api", "slack", "channels", "C1"), Map.of("as", "alice"), Map.of(), new byte[0]);
        Reply reply = channel.work().answer(ask);
        JsonObject seen = JsonParser.object().from(new String(reply.body(), StandardCharsets.UTF_8));
        JsonArray messages = seen.getArray("messages");
        assertThat(messages).hasSize(2);
        return List.copyOf(messages.getObject(0).getArray("replies"));
    }

    @Test
    void a_thread_has_its_answers_without_the_message_that_begins_it() throws JsonParserException {
        thread = list("messages", message(ROOT, 1), message("1700000000.000200", 0));
        assertThat(replies()).containsExactly(message("1700000000.000200", 0));
    }

    @Test
    void a_thread_that_went_meanwhile_has_no_answers() throws JsonParserException {
        thread = list("messages");
        assertThat(replies()).isEmpty();
    }

    @Test
    void a_thread_that_is_not_found_any_more_has_no_answers() throws JsonParserException {
        thread = JsonObject.builder()
                .value("ok", false)
                .value("error", "thread_not_found")
                .done();
        assertThat(replies()).isEmpty();
    }
}
