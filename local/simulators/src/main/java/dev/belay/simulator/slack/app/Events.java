package dev.belay.simulator.slack.app;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonWriter;
import dev.belay.simulator.slack.workspace.Channel;
import dev.belay.simulator.slack.workspace.Message;
import dev.belay.simulator.slack.workspace.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells the app what people write, and tries again what it did not take: at once, after a minute, after five more. */
final class Events {
    private static final List<Duration> WAITS = List.of(Duration.ZERO, Duration.ofMinutes(1), Duration.ofMinutes(5));

    private record Due(Instant at, SignedRequest request, int attempt, String reason) {}

    private final Workspace workspace;
    private final Signer signer;
    private final RequestUrl requestUrl;
    private final List<Due> waiting = new ArrayList<>();

    Events(Workspace workspace, Signer signer, RequestUrl requestUrl) {
        this.workspace = workspace;
        this.signer = signer;
        this.requestUrl = requestUrl;
    }

    /** Tells of a message where the app is in its channel (docs.slack.dev/apis/events-api). */
    void tell(Channel channel, Message message) {
        if (channel.members().contains(workspace.app().botUser())
                && requestUrl.url().isPresent()) {
            String body = JsonWriter.string(envelope(channel, message));
            attempt(signer.sign(Signer.JSON, body, Map.of()), 0);
        }
    }

    /** Tells what happened to a message where the app is in its channel. */
    void tell(Channel channel, JsonObject event) {
        if (channel.members().contains(workspace.app().botUser())
                && requestUrl.url().isPresent()) {
            attempt(signer.sign(Signer.JSON, JsonWriter.string(placed(event, channel)), Map.of()), 0);
        }
    }

    /** The same of an event that says by itself where it happened. */
    void tellAsItIs(Channel channel, JsonObject event) {
        if (channel.members().contains(workspace.app().botUser())) {
            tell(event);
        }
    }

    /** Tells what happened to channels since it was told last. */
    List<Delivery> tellNews() {
        List<SignedRequest> news = workspace.atomically(() -> workspace.news().take().stream()
                .map(event -> signer.sign(Signer.JSON, JsonWriter.string(envelope(event)), Map.of()))
                .toList());
        return requestUrl.url().isPresent()
                ? news.stream().map(request -> attempt(request, 0)).toList()
                : List.of();
    }

    /** Tells that the app's bot token was revoked (docs.slack.dev/reference/events/tokens_revoked). */
    void tellRevoked() {
        JsonObject event = new JsonObject();
        event.put("type", "tokens_revoked");
        event.put(
                "tokens",
                JsonObject.builder()
                        .array("oauth")
                        .end()
                        .array("bot")
                        .value(workspace.app().botUser())
                        .end()
                        .done());
        tell(event);
    }

    /** Tells that the app was removed (docs.slack.dev/reference/events/app_uninstalled). */
    void tellUninstalled() {
        tell(JsonObject.builder().value("type", "app_uninstalled").done());
    }

    private void tell(JsonObject event) {
        if (requestUrl.url().isPresent()) {
            attempt(signer.sign(Signer.JSON, JsonWriter.string(envelope(event)), Map.of()), 0);
        }
    }

    /** Sends what is due again by now, and what thereby becomes due. */
    List<Delivery> tryAgain() {
        List<Delivery> tried = new ArrayList<>();
        for (Optional<Due> due = nextDue(); due.isPresent(); due = nextDue()) {
            tried.add(attempt(retry(due.get()), due.get().attempt()));
        }
        return tried;
    }

    private synchronized Optional<Due> nextDue() {
        Instant now = workspace.clock().instant();
        Optional<Due> next =
                waiting.stream().filter(due -> !due.at().isAfter(now)).findFirst();
        next.ifPresent(waiting::remove);
        return next;
    }

    private SignedRequest retry(Due due) {
        Map<String, String> why =
                Map.of("x-slack-retry-num", String.valueOf(due.attempt()), "x-slack-retry-reason", due.reason());
        return signer.sign(Signer.JSON, due.request().text(), why);
    }

    private Delivery attempt(SignedRequest request, int attempt) {
        Delivery delivery = requestUrl.send(request);
        if (!delivery.accepted() && attempt < WAITS.size()) {
            Instant at = workspace.clock().instant().plus(WAITS.get(attempt));
            synchronized (this) {
                waiting.add(new Due(at, request, attempt + 1, delivery.reason()));
            }
        }
        return delivery;
    }

    private JsonObject envelope(Channel channel, Message message) {
        JsonObject event = message.json(true);
        event.put("event_ts", message.ts());
        JsonArray files = workspace.atomically(() -> workspace.files().json(channel.id(), message.ts()));
        if (!files.isEmpty()) {
            event.put("subtype", "file_share");
            event.put("files", files);
            event.put("upload", false);
        }
        return placed(event, channel);
    }

    private JsonObject placed(JsonObject event, Channel channel) {
        event.put("channel", channel.id());
        event.put("channel_type", channel.isPrivate() ? "group" : "channel");
        event.put("team", workspace.id());
        return envelope(event);
    }

    /** The {@code team_id} of a shared channel's event is no promise: it may be the other workspace's. */
    private JsonObject envelope(JsonObject event) {
        JsonObject envelope = new JsonObject();
        envelope.put("token", Presses.VERIFICATION_TOKEN);
        Optional<Channel> where = workspace.channel(channel(event));
        String connected = where.map(Channel::connected).orElse("");
        envelope.put("team_id", connected.isEmpty() ? workspace.id() : connected);
        envelope.put("is_ext_shared_channel", !connected.isEmpty());
        envelope.put("context_team_id", workspace.id());
        envelope.put("context_enterprise_id", null);
        envelope.put("api_app_id", workspace.app().id());
        envelope.put("event", event);
        envelope.put("type", "event_callback");
        envelope.put("event_id", workspace.identifiers().next("Ev"));
        envelope.put("event_time", workspace.clock().instant().getEpochSecond());
        envelope.put("authorizations", JsonArray.from(authorization()));
        return envelope;
    }

    private static String channel(JsonObject event) {
        if (event.get("channel") instanceof JsonObject channel) {
            return channel.getString("id", "");
        }
        String named = event.getString("channel", event.getString("channel_id", ""));
        return named.isEmpty() ? event.getObject("item", new JsonObject()).getString("channel", "") : named;
    }

    private JsonObject authorization() {
        JsonObject authorization = new JsonObject();
        authorization.put("enterprise_id", null);
        authorization.put("team_id", workspace.id());
        authorization.put("user_id", workspace.app().botUser());
        authorization.put("is_bot", true);
        authorization.put("is_enterprise_install", false);
        return authorization;
    }
}
