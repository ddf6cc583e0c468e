package dev.belay.simulator.teams.graph;

import com.grack.nanojson.JsonObject;
import dev.belay.simulator.http.Response;
import dev.belay.simulator.teams.call.Operation;
import dev.belay.simulator.teams.tenant.Message;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** What stands in a channel (learn.microsoft.com/graph/api: channel-list-messages, chatmessage-list-replies, chatmessage-get). */
final class MessageOperations {
    private static final int PAGE = 20;
    private static final int MOST = 50;

    private final GraphAccess gate;
    private final ChatMessages messages;
    private final Supplier<URI> base;

    /** @param base the simulator's address */
    MessageOperations(GraphAccess gate, ChatMessages messages, Supplier<URI> base) {
        this.gate = gate;
        this.messages = messages;
        this.base = base;
    }

    List<Operation> all() {
        String all = "/teams/{team}/channels/{channel}/messages";
        return List.of(
                gate.operation("listMessages", "GET " + all, RequiredPermissions.READ_MESSAGES, this::roots),
                gate.operation(
                        "listReplies",
                        "GET " + all + "/{message}/replies",
                        RequiredPermissions.READ_MESSAGES,
                        this::replies),
                gate.operation("getMessage", "GET " + all + "/{message}", RequiredPermissions.READ_MESSAGES, this::get),
                gate.operation(
                        "getReply",
                        "GET " + all + "/{message}/replies/{reply}",
                        RequiredPermissions.READ_MESSAGES,
                        this::reply),
                gate.operation(
                        "getPicture",
                        "GET " + all + "/{message}/hostedContents/{content}/$value",
                        RequiredPermissions.READ_MESSAGES,
                        call -> picture(call, root(call))),
                gate.operation(
                        "getPictureOfReply",
                        "GET " + all + "/{message}/replies/{reply}/hostedContents/{content}/$value",
                        RequiredPermissions.READ_MESSAGES,
                        call -> picture(call, replied(call))),
                gate.operation("sendMessage", "POST " + all, RequiredPermissions.READ_MESSAGES, call -> refused()));
    }

    private static Response refused() {
        throw GraphErrors.of(
                401,
                "Unauthorized",
                "Message POST is allowed in application-only context only for import purposes. Refer to"
                        + " https://docs.microsoft.com/microsoftteams/platform/graph-api/import-messages for more details.");
    }

    private Response roots(GraphCall call) {
        return page(call, call.channel().timeline().roots());
    }

    private Response replies(GraphCall call) {
        return page(call, call.channel().timeline().replies(root(call).id()));
    }

    private static Message root(GraphCall call) {
        return call.channel().timeline().roots().stream()
                .filter(message -> message.id().equals(call.call().place("message")))
                .findFirst()
                .orElseThrow(() -> GraphErrors.notFound("message"));
    }

    private Response get(GraphCall call) {
        return GraphJson.object(200, call.context("channels/messages"), messages.json(root(call), call.channel()));
    }

    private Response reply(GraphCall call) {
        return GraphJson.object(200, call.context("channels/messages"), messages.json(replied(call), call.channel()));
    }

    private static Message replied(GraphCall call) {
        return call.channel().timeline().replies(root(call).id()).stream()
                .filter(message -> message.id().equals(call.call().place("reply")))
                .findFirst()
                .orElseThrow(() -> GraphErrors.notFound("message"));
    }

    /** Its bytes (learn.microsoft.com/graph/api/chatmessagehostedcontent-get). */
    private Response picture(GraphCall call, Message message) {
        return messages.picture(message, call.call().place("content"))
                .map(picture -> picture.told()
                        ? new Response(200, Map.of("Content-Type", picture.type()), picture.bytes())
                        : Response.stream("application/octet-stream", reader -> reader.write(picture.bytes())))
                .orElseThrow(() -> GraphErrors.notFound("hostedContents"));
    }

    /** The newest first, from where the last page ended. */
    private Response page(GraphCall call, List<Message> oldestFirst) {
        call.allowOptions(List.of("$top", "$expand", "$skiptoken"));
        long before = number(call, "$skiptoken", Long.MAX_VALUE);
        int top = top(call);
        List<Message> left = oldestFirst.reversed().stream()
                .filter(message -> Long.parseLong(message.id()) < before)
                .toList();
        List<Message> page = left.subList(0, Math.min(top, left.size()));
        String next = left.size() > page.size() ? next(call, top, page.getLast().id()) : "";
        List<JsonObject> items = page.stream()
                .map(message -> messages.json(message, call.channel()))
                .toList();
        return GraphJson.list(call.context("channels/messages"), items, next);
    }

    private static int top(GraphCall call) {
        long top = number(call, "$top", PAGE);
        if (top < 1 || top > MOST) {
            throw GraphErrors.badRequest("The limit of '" + MOST + "' for Top query has been exceeded.");
        }
        return (int) top;
    }

    private static long number(GraphCall call, String option, long otherwise) {
        try {
            return call.call().query(option).map(Long::parseLong).orElse(otherwise);
        } catch (NumberFormatException e) {
            throw GraphErrors.badRequest("Invalid value for the query option '" + option + "'.");
        }
    }

    private String next(GraphCall call, int top, String after) {
        return base.get() + call.call().request().path() + "?$top=" + top + "&$skiptoken=" + after;
    }
}
