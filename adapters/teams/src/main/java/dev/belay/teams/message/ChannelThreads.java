package dev.belay.teams.message;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import dev.belay.chat.Channel;
import dev.belay.teams.call.Operation;
import dev.belay.teams.call.Outcome;
import dev.belay.teams.call.TeamsCalls;
import dev.belay.teams.endpoint.GraphItems;
import dev.belay.teams.endpoint.TeamsEndpoints;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Begins threads in channels and answers in them through the Bot Connector, and finds what we said through Graph. */
public final class ChannelThreads {
    private static final int PAGE = 50;

    private final TeamsCalls calls;
    private final TeamsEndpoints endpoints;

    public ChannelThreads(TeamsCalls calls, TeamsEndpoints endpoints) {
        this.calls = calls;
        this.endpoints = endpoints;
    }

    /** Begins a thread in a channel. */
    public JsonObject begin(Channel channel, Operation operation, JsonObject activity) {
        JsonObject data = JsonObject.builder()
                .object("channel")
                .value("id", channel.id())
                .end()
                .object("tenant")
                .value("id", channel.workspace())
                .end()
                .done();
        JsonObject body = JsonObject.builder()
                .value("isGroup", true)
                .value("tenantId", channel.workspace())
                .value("channelData", data)
                .value("activity", activity)
                .done();
        return need(channel, operation, endpoints.bot(channel, "conversations"), body);
    }

    /** Answers in a thread. */
    void reply(Channel channel, String root, Operation operation, JsonObject activity) {
        String path = "conversations/" + TeamsEndpoints.thread(channel.id(), root) + "/activities";
        need(channel, operation, endpoints.bot(channel, path), activity);
    }

    /** A refusal names the channel, so that whoever reads it knows where to install the app. */
    private JsonObject need(Channel channel, Operation operation, URI address, JsonObject body) {
        return switch (calls.call(channel.workspace(), operation, address, Optional.of(body))) {
            case Outcome.Done(JsonObject answer) -> answer;
            case Outcome.Refused refused ->
                throw refused.rejected(operation, " in " + channel.id() + TeamsCalls.advice(refused));
        };
    }

    /**
     * A message of ours of this kind that is not older. Graph lists new messages and those with new replies first, so that a page may
     * hold old ones before it; a page of nothing but old ones ends the search.
     */
    public Optional<JsonObject> findOwn(Channel channel, Instant since, Predicate<JsonObject> kind) {
        return findOwn(channel, Operation.LIST_MESSAGES, "/messages", since, kind);
    }

    /** The same among the replies of a thread. */
    Optional<JsonObject> findOwnReply(Channel channel, String root, Instant since, Predicate<JsonObject> kind) {
        String replies = "/messages/" + TeamsEndpoints.encoded(root) + "/replies";
        return findOwn(channel, Operation.LIST_REPLIES, replies, since, kind);
    }

    private Optional<JsonObject> findOwn(
            Channel channel, Operation list, String path, Instant since, Predicate<JsonObject> kind) {
        Instant oldest = since.minus(GraphItems.SKEW);
        Optional<URI> next = Optional.of(endpoints.graph(channel, path + "?$top=" + PAGE));
        while (next.isPresent()) {
            JsonObject page = calls.need(channel.workspace(), list, next.get(), Optional.empty());
            List<JsonObject> young = GraphItems.objects(page.getArray("value", new JsonArray())).stream()
                    .filter(message -> !GraphItems.created(message).isBefore(oldest))
                    .toList();
            Optional<JsonObject> ours = young.stream()
                    .filter(message -> isOurs(message) && kind.test(message))
                    .findFirst();
            if (ours.isPresent() || young.isEmpty()) {
                return ours;
            }
            next = Optional.ofNullable(page.getString("@odata.nextLink")).map(endpoints::nextPage);
        }
        return Optional.empty();
    }

    private boolean isOurs(JsonObject message) {
        JsonObject application = message.getObject("from", new JsonObject()).getObject("application", new JsonObject());
        return application.getString("id", "").equals(endpoints.app()) && !message.isString("deletedDateTime");
    }
}
