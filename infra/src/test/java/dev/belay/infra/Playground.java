package dev.belay.infra;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import com.grack.nanojson.JsonWriter;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Microsoft's Agents Playground, driven as its own page drives it: by its HTTP calls and the stream of messages that the page
 * listens to.
 */
final class Playground implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Process process;
    private final URI address;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final BlockingQueue<JsonObject> messages = new LinkedBlockingQueue<>();

    private Playground(Process process, URI address) {
        this.process = process;
        this.address = address;
    }

    /** A card as a person sees it: where it stands, and what it holds. */
    record Card(String conversation, String message, JsonObject content) {
        /** Its button of this word. */
        JsonObject button(String verb) {
            return content.getArray("body").stream()
                    .map(JsonObject.class::cast)
                    .flatMap(block -> block.getArray("actions", new JsonArray()).stream())
                    .map(JsonObject.class::cast)
                    .filter(action -> verb.equals(action.getString("verb")))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no button " + verb));
        }
    }

    /**
     * Starts it and begins to listen.
     *
     * @param script its {@code cli.js}
     * @param settings its YAML file, with who and what there is
     */
    static Playground start(Path script, Path settings, URI bot, int port) throws IOException {
        URI address = URI.create("http://127.0.0.1:" + port);
        ProcessBuilder builder = new ProcessBuilder(
                        "node",
                        script.toString(),
                        "start",
                        "--app-endpoint",
                        bot.toString(),
                        "--channel-id",
                        "msteams",
                        "--port",
                        Integer.toString(port),
                        "--service-url",
                        address + "/_connector/",
                        "--disable-telemetry")
                .redirectErrorStream(true);
        builder.environment()
                .putAll(Map.of(
                        "TEAMSAPPTESTER_BROWSER", "none",
                        "M365_AGENTS_PLAYGROUND_CONFIG_PATH", settings.toString(),
                        "M365_AGENTS_PLAYGROUND_LOGFILE",
                                settings.resolveSibling("playground.log").toString()));
        Playground playground = new Playground(builder.start(), address);
        playground.untilItListens();
        playground.listen();
        return playground;
    }

    private void untilItListens() throws IOException {
        BufferedReader said = process.inputReader(StandardCharsets.UTF_8);
        for (String line = said.readLine(); line == null || !line.startsWith("Listening on "); line = said.readLine()) {
            if (line == null) {
                throw new IllegalStateException("the Playground ended before it listened");
            }
        }
    }

    private void listen() {
        URI stream = URI.create("ws://" + address.getAuthority() + "/_ws_conversation/v1/conversations/stream");
        http.newWebSocketBuilder().buildAsync(stream, new Messages()).join();
    }

    /** Adds the app to the team, as the page does when it is opened. */
    void install(String team) {
        post("/_debug/conversation/" + URLEncoder.encode(team, StandardCharsets.UTF_8) + "/installation", "{}");
    }

    /**
     * The next card with these words that is posted or changed. Until a card is changed, the Playground shows the bot's answer to a
     * press in its place, whatever that is.
     */
    Card card(String... words) {
        while (true) {
            JsonObject pushed = next();
            JsonObject message = pushed.getObject("message", new JsonObject());
            Optional<JsonObject> content = message.getArray("attachments", new JsonArray()).stream()
                    .filter(JsonObject.class::isInstance)
                    .map(attachment -> ((JsonObject) attachment).getObject("content", new JsonObject()))
                    .filter(card -> Stream.of(words).allMatch(JsonWriter.string(card)::contains))
                    .findFirst();
            if (content.isPresent()) {
                String id = message.getString("messageId");
                return new Card(pushed.getString("actionConversationId") + ";messageid=" + id, id, content.get());
            }
        }
    }

    /** Presses a button that is executed, and gives what the bot answered: its type and its value. */
    JsonObject execute(Card card, String person, JsonObject action) throws JsonParserException {
        JsonObject pressed = new JsonObject();
        pressed.put("type", "Action.Execute");
        pressed.put("verb", action.getString("verb"));
        pressed.put("data", action.getObject("data"));
        JsonObject press = press(card, person);
        press.put("name", "adaptiveCard/action");
        press.put(
                "value",
                JsonObject.builder()
                        .object("action", pressed)
                        .value("trigger", "manual")
                        .done());
        return JsonParser.object().from(post("/_conversation/v1/invoke", JsonWriter.string(press)));
    }

    /** Presses a button that is submitted, which is answered by what comes later. */
    void submit(Card card, String person, JsonObject data) {
        JsonObject press = press(card, person);
        press.put("value", data);
        post("/_conversation/v1/submit", JsonWriter.string(press));
    }

    private static JsonObject press(Card card, String person) {
        JsonObject press = new JsonObject();
        press.put("from", new JsonObject(Map.of("id", person)));
        press.put("conversation", new JsonObject(Map.of("id", card.conversation())));
        press.put("replyToId", card.message());
        return press;
    }

    private JsonObject next() {
        try {
            JsonObject message = messages.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            return Objects.requireNonNull(message, "no message came");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private String post(String path, String body) {
        HttpRequest request = HttpRequest.newBuilder(address.resolve(path))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> answer =
                http.sendAsync(request, HttpResponse.BodyHandlers.ofString()).join();
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(path + " was answered with " + answer.statusCode() + ": " + answer.body());
        }
        return answer.body();
    }

    @Override
    public void close() {
        process.destroy();
        http.close();
    }

    /** What the stream pushes, put together from its parts. */
    private final class Messages implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                messages.add(parsed(text.toString()));
                text.setLength(0);
            }
            return WebSocket.Listener.super.onText(socket, part, last);
        }

        private static JsonObject parsed(String text) {
            try {
                return JsonParser.object().from(text);
            } catch (JsonParserException e) {
                throw new UncheckedIOException(new IOException(e));
            }
        }
    }
}
