package dev.belay.simulator.slack;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import com.grack.nanojson.JsonWriter;
import dev.belay.simulator.http.Faults;
import dev.belay.simulator.time.PassingClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** A simulated Slack with its clock, and a caller of its Web API. */
final class Stage implements AutoCloseable {
    static final String BOT = AcmeWorkspace.APP.botToken();

    final PassingClock clock = new PassingClock(() -> Instant.parse("2026-11-23T10:00:00Z"));
    final Faults faults = new Faults();
    final SimulatedSlack slack = SimulatedSlack.start(0, faults, clock);
    private final HttpClient http = HttpClient.newHttpClient();

    /** Calls a method as the bot, arguments in pairs. */
    JsonObject call(String method, String... pairs) {
        return callAs(BOT, method, pairs);
    }

    JsonObject callAs(String token, String method, String... pairs) {
        return json(raw(token, method, pairs).body());
    }

    String error(String method, String... pairs) {
        return call(method, pairs).getString("error", "none");
    }

    HttpResponse<String> raw(String token, String method, String... pairs) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            fields.put(pairs[i], pairs[i + 1]);
        }
        String form = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return post(slack.apiUrl() + method, token, "application/x-www-form-urlencoded", form);
    }

    HttpResponse<String> post(String url, String token, String contentType, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", contentType)
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return send(request.build());
    }

    /** Posts nothing, as a page of that origin would. */
    HttpResponse<String> postFrom(String origin, String url) {
        return send(HttpRequest.newBuilder(URI.create(url))
                .header("Origin", origin)
                .POST(HttpRequest.BodyPublishers.noBody())
                .build());
    }

    HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(URI.create(slack.url() + path)).build());
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static JsonObject json(String text) {
        try {
            return JsonParser.object().from(text);
        } catch (JsonParserException e) {
            throw new AssertionError("not JSON: " + text, e);
        }
    }

    /** A new public channel of the bot's. */
    String channel(String name) {
        return call("conversations.create", "name", name).getObject("channel").getString("id");
    }

    /** A card with an Acknowledge button in a channel. */
    String card(String channel) {
        return call("chat.postMessage", "channel", channel, "text", "INC0010023", "blocks", CARD)
                .getString("ts");
    }

    static final String CARD = """
            [{"type":"section","text":{"type":"mrkdwn","text":"*INC0010023* P1"}},
             {"type":"actions","block_id":"incident","elements":[
               {"type":"button","action_id":"ack","style":"primary",
                "text":{"type":"plain_text","text":"Acknowledge"},"value":"{\\"action\\":\\"ack\\"}"}]}]""";

    /** One section whose text is given. */
    static String section(String text) {
        return "[{\"type\":\"section\",\"text\":{\"type\":\"mrkdwn\",\"text\":" + JsonWriter.string(text) + "}}]";
    }

    @Override
    public void close() {
        slack.close();
        http.close();
    }
}
