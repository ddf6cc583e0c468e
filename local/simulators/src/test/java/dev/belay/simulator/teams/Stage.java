package dev.belay.simulator.teams;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import dev.belay.simulator.http.Faults;
import dev.belay.simulator.teams.login.AccessTokens;
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

/** A simulated Teams with its clock, and a caller of its services. */
final class Stage implements AutoCloseable {
    final PassingClock clock = new PassingClock(() -> Instant.parse("2026-11-23T10:00:00Z"));
    final Faults faults = new Faults();
    final SimulatedTeams teams = SimulatedTeams.start(0, faults, clock);
    final String bot = teams.accessTokens().issue(AccessTokens.BOT_FRAMEWORK);
    final String graph = teams.accessTokens().issue(AccessTokens.GRAPH);
    private final HttpClient http = HttpClient.newHttpClient();

    /** An answer with its body read as JSON. */
    record Answer(int status, JsonObject json, HttpResponse<String> raw) {
        /** The code of a Bot Connector's or Graph's error; "none" where there is none. */
        String error() {
            return json.getObject("error", new JsonObject()).getString("code", "none");
        }

        String message() {
            return json.getObject("error", new JsonObject()).getString("message", "");
        }

        String retryAfter() {
            return raw.headers().firstValue("retry-after").orElse("none");
        }
    }

    /** A call of the Bot Connector with the bot's token; the path begins after the service URL. */
    Answer connector(String method, String path, String json) {
        return call(method, teams.connectorUrl() + path, bot, json);
    }

    /** A call of Graph with the app's token; the path begins after the version. */
    Answer graph(String method, String path, String json) {
        return call(method, teams.graphUrl() + path, graph, json);
    }

    Answer call(String method, String url, String token, String json) {
        return call(method, url, token, "application/json", json);
    }

    Answer call(String method, String url, String token, String contentType, String json) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", contentType)
                .method(method, HttpRequest.BodyPublishers.ofString(json));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return answer(send(request.build()));
    }

    /** Posts a form, fields in pairs. */
    Answer form(String url, String... pairs) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            fields.put(pairs[i], pairs[i + 1]);
        }
        String form = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return answer(postFrom("", url, form));
    }

    /** Posts a form as a page of that origin would. */
    HttpResponse<String> postFrom(String origin, String url, String form) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form));
        if (!origin.isEmpty()) {
            request.header("Origin", origin);
        }
        return send(request.build());
    }

    HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(URI.create(teams.url() + path)).build());
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

    private static Answer answer(HttpResponse<String> raw) {
        boolean isJson = raw.body().startsWith("{");
        return new Answer(raw.statusCode(), isJson ? json(raw.body()) : new JsonObject(), raw);
    }

    static JsonObject json(String text) {
        try {
            return JsonParser.object().from(text);
        } catch (JsonParserException e) {
            throw new AssertionError("not JSON: " + text, e);
        }
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** The path of a conversation's messages at the Bot Connector. */
    static String activities(String conversation) {
        return "v3/conversations/" + encoded(conversation) + "/activities";
    }

    /** The path of a channel of Acme's team in Graph. */
    static String path(String channel) {
        return "/teams/" + AcmeTeams.TEAM + "/channels/" + encoded(channel);
    }

    /** A new standard channel of Acme's team. */
    String channel(String name) {
        return graph("POST", "/teams/" + AcmeTeams.TEAM + "/channels", "{\"displayName\":\"" + name + "\"}")
                .json()
                .getString("id");
    }

    /** A card posted to a channel as a new thread; the id of its message. */
    String card(String channel) {
        return connector("POST", "v3/conversations", thread(channel, message(CARD)))
                .json()
                .getString("activityId");
    }

    /** What begins a thread in a channel. */
    static String thread(String channel, String activity) {
        return "{\"isGroup\":true,\"channelData\":{\"channel\":{\"id\":\"" + channel + "\"},\"tenant\":{\"id\":\""
                + AcmeTeams.TENANT + "\"}},\"activity\":" + activity + "}";
    }

    /** What begins the 1:1 chat with a person. */
    static String chat(String person) {
        return "{\"isGroup\":false,\"tenantId\":\"" + AcmeTeams.TENANT + "\",\"members\":[{\"id\":\"" + person
                + "\"}]}";
    }

    /** A message that shows a card. */
    static String message(String card) {
        return "{\"type\":\"message\",\"attachments\":[{\"contentType\":\"application/vnd.microsoft.card.adaptive\","
                + "\"content\":" + card + "}]}";
    }

    static String text(String text) {
        return "{\"type\":\"message\",\"text\":\"" + text + "\"}";
    }

    /** A card whose one element is given. */
    static String cardOf(String element) {
        return "{\"type\":\"AdaptiveCard\",\"version\":\"1.5\",\"body\":[" + element + "]}";
    }

    static final String CARD = """
            {"type":"AdaptiveCard","version":"1.4","body":[
              {"type":"TextBlock","text":"INC0010023","id":"belay-m1-1"},
              {"type":"ActionSet","actions":[
                {"type":"Action.Execute","title":"Acknowledge","verb":"ack",
                 "data":{"table":"incident","sys_id":"9d385017c611228701d22104cc95c371","action":"ack","generation":1},
                 "fallback":{"type":"Action.Submit","title":"Acknowledge",
                 "data":{"table":"incident","sys_id":"9d385017c611228701d22104cc95c371","action":"ack","generation":1}}}]}]}""";

    @Override
    public void close() {
        teams.close();
        http.close();
    }
}
