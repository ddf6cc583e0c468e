package dev.belay.teams.call;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import dev.belay.ratelimit.RateLimiter.Limited;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What Microsoft limits as a whole, so that one place's limit holds up no other: Graph's calls about one channel or, where there is
 * none, one team (learn.microsoft.com/graph/throttling-limits, Microsoft Teams: four a second); at the Bot Connector each kind of
 * call in one conversation (learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit).
 */
final class LimitedPlace {
    private static final Pattern GRAPH = Pattern.compile("/teams/([^/]+)(?:/channels/([^/]+))?");
    private static final Pattern CONVERSATION = Pattern.compile("/conversations/([^/;?]+)");

    /** Four a second, and a little less. */
    private static final Duration GRAPH_SPACING = Duration.ofMillis(260);

    /** Eight in two seconds; the longer windows, 60 in 30 seconds and 1,800 in an hour, name their time when they are met. */
    private static final Duration SEND_SPACING = Duration.ofMillis(255);

    /** 16 in two seconds. */
    private static final Duration ASK_SPACING = Duration.ofMillis(130);

    private static final JsonObject NONE = new JsonObject();

    private LimitedPlace() {}

    /** @param body what is sent: a conversation that is begun is named in it alone */
    static Limited of(String tenant, Operation operation, URI address, Optional<JsonObject> body) {
        String path = address.getPath();
        return switch (operation.service()) {
            case GRAPH -> new Limited(tenant + "/" + graphPlace(path), "graph", GRAPH_SPACING);
            case BOT ->
                new Limited(
                        tenant + "/" + conversation(path, body),
                        operation.name(),
                        operation.method().equals("GET") ? ASK_SPACING : SEND_SPACING);
        };
    }

    /** The one that is written into; where one is begun, the channel or the person that it is begun with. */
    private static String conversation(String path, Optional<JsonObject> body) {
        String written = found(CONVERSATION, path, 1);
        return written.isEmpty() ? body.map(LimitedPlace::begun).orElse("") : written;
    }

    private static String begun(JsonObject body) {
        JsonObject channel = body.getObject("channelData", NONE).getObject("channel", NONE);
        JsonArray members = body.getArray("members", new JsonArray());
        return channel.has("id") || members.isEmpty()
                ? channel.getString("id", "")
                : members.getObject(0, NONE).getString("id", "");
    }

    private static String graphPlace(String path) {
        String channel = found(GRAPH, path, 2);
        return channel.isEmpty() ? found(GRAPH, path, 1) : channel;
    }

    private static String found(Pattern pattern, String path, int group) {
        Matcher matcher = pattern.matcher(path);
        return matcher.find() && matcher.group(group) != null ? matcher.group(group) : "";
    }
}
