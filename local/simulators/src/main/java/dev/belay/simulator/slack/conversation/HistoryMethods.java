package dev.belay.simulator.slack.conversation;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import dev.belay.simulator.slack.call.Call;
import dev.belay.simulator.slack.call.Method;
import dev.belay.simulator.slack.call.Paging;
import dev.belay.simulator.slack.call.Refusal;
import dev.belay.simulator.slack.limit.Tier;
import dev.belay.simulator.slack.workspace.Channel;
import dev.belay.simulator.slack.workspace.Message;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** {@code conversations.history} and {@code conversations.replies}: what was said. */
final class HistoryMethods {
    private HistoryMethods() {}

    static List<Method> all() {
        List<String> read = List.of("channels:history", "groups:history", "im:history");
        return List.of(
                new Method("conversations.history", Tier.THREE, read, HistoryMethods::history),
                new Method("conversations.replies", Tier.THREE, read, HistoryMethods::replies));
    }

    /** What a history holds: a message that was said, or a line of Slack's own. */
    private record Line(String ts, Function<Boolean, JsonObject> json) {}

    /** Newest first, answers in threads left out, Slack's own lines among them. */
    private static JsonObject history(Call call) {
        Channel channel = readable(call);
        Predicate<Line> inRange = inRange(call);
        List<Line> lines = Stream.concat(
                        channel.messages().values().stream()
                                .filter(message -> !message.isReply())
                                .map(message -> line(call, channel, message)),
                        channel.annals().values().stream().map(line -> new Line(line.ts(), _ -> line.json())))
                .filter(inRange)
                .sorted(Comparator.comparing(Line::ts).reversed())
                .toList();
        return page(call, channel, lines, 100);
    }

    private static Line line(Call call, Channel channel, Message message) {
        return new Line(message.ts(), withMetadata -> shown(call, channel, message, withMetadata));
    }

    /** The message that begins the thread, then the answers, oldest first. */
    private static JsonObject replies(Call call) {
        Channel channel = readable(call);
        String ts = call.arguments().required("ts");
        if (channel.message(ts).isEmpty()) {
            throw Refusal.of("thread_not_found");
        }
        Predicate<Line> inRange = inRange(call);
        List<Line> messages = channel.thread(ts).stream()
                .map(message -> line(call, channel, message))
                .filter(line -> line.ts().equals(ts) || inRange.test(line))
                .toList();
        return page(call, channel, messages, 1_000);
    }

    /** A bot reads only where it is a member; a person also reads public channels from outside. */
    private static Channel readable(Call call) {
        Channel channel = call.channel();
        if (channel.isDirect()) {
            call.demand(List.of("im:history"));
        } else {
            call.demandFor(channel.isPrivate(), "channels:history", "groups:history");
        }
        return call.grant().byApp() ? call.joined(channel) : channel;
    }

    private static JsonObject page(Call call, Channel channel, List<Line> messages, int limit) {
        boolean withMetadata = call.arguments().flag("include_all_metadata");
        JsonObject page = Paging.page(
                call,
                "messages",
                messages,
                line -> line.json().apply(withMetadata),
                call.arguments().count("limit", limit, 999));
        page.put(
                "has_more",
                !page.getObject("response_metadata")
                        .getString("next_cursor", "")
                        .isEmpty());
        page.put("pin_count", channel.pins().size());
        return page;
    }

    private static JsonObject shown(Call call, Channel channel, Message message, boolean withMetadata) {
        JsonObject json = message.json(withMetadata);
        JsonArray files = call.workspace().files().json(channel.id(), message.ts());
        if (!files.isEmpty()) {
            json.put("files", files);
        }
        List<Message> thread = channel.thread(message.ts());
        if (thread.size() > 1) {
            json.put("thread_ts", message.ts());
            json.put("reply_count", thread.size() - 1);
            json.put("latest_reply", thread.getLast().ts());
        }
        if (channel.pins().containsKey(message.ts())) {
            json.put("pinned_to", List.of(channel.id()));
        }
        if (!channel.reactions(message.ts()).isEmpty()) {
            json.put("reactions", reactions(channel, message));
        }
        return json;
    }

    private static JsonArray reactions(Channel channel, Message message) {
        JsonArray reactions = new JsonArray();
        channel.reactions(message.ts())
                .forEach((name, users) -> reactions.add(JsonObject.builder()
                        .value("name", name)
                        .array("users", List.copyOf(users))
                        .value("count", users.size())
                        .done()));
        return reactions;
    }

    private static Predicate<Line> inRange(Call call) {
        BigDecimal oldest = bound(call, "oldest").orElse(BigDecimal.ZERO);
        Optional<BigDecimal> latest = bound(call, "latest");
        boolean inclusive = call.arguments().flag("inclusive");
        return line -> {
            BigDecimal ts = new BigDecimal(line.ts());
            int from = ts.compareTo(oldest);
            int to = latest.map(ts::compareTo).orElse(-1);
            return inclusive ? from >= 0 && to <= 0 : from > 0 && to < 0;
        };
    }

    private static Optional<BigDecimal> bound(Call call, String name) {
        try {
            return call.arguments().text(name).filter(ts -> !ts.isEmpty()).map(BigDecimal::new);
        } catch (NumberFormatException e) {
            throw Refusal.of("invalid_ts_" + name);
        }
    }
}
