package dev.belay.simulator.slack.method;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import dev.belay.simulator.slack.call.Call;
import dev.belay.simulator.slack.call.Method;
import dev.belay.simulator.slack.call.Refusal;
import dev.belay.simulator.slack.limit.Tier;
import dev.belay.simulator.slack.workspace.Channel;
import dev.belay.simulator.slack.workspace.Message;
import java.util.List;
import java.util.regex.Pattern;

/** The {@code pins.*} methods. */
final class PinMethods {
    private static final int MOST = 100;
    private static final Pattern TIMESTAMP = Pattern.compile("\\d{1,16}\\.\\d{1,6}");

    private PinMethods() {}

    static List<Method> all() {
        return List.of(
                new Method("pins.add", Tier.TWO, List.of("pins:write"), PinMethods::add),
                new Method("pins.list", Tier.TWO, List.of("pins:read"), PinMethods::list));
    }

    private static JsonObject add(Call call) {
        Channel channel = call.joined(call.channel());
        String ts = call.arguments().text("timestamp").orElseThrow(() -> Refusal.of("no_item_specified"));
        if (!TIMESTAMP.matcher(ts).matches()) {
            throw Refusal.of("bad_timestamp");
        }
        Message message = call.message(channel, "timestamp");
        if (channel.pins().containsKey(ts)) {
            throw Refusal.of("already_pinned");
        }
        if (channel.isArchived()) {
            throw Refusal.of("restricted_action");
        }
        if (channel.pins().size() >= MOST) {
            throw Refusal.of("too_many_pins");
        }
        channel.pins().put(message.ts(), call.user());
        call.workspace().annals().pinned(channel, call.user(), message);
        return new JsonObject();
    }

    private static JsonObject list(Call call) {
        Channel channel = call.channel();
        JsonArray items = new JsonArray();
        channel.pins().forEach((ts, by) -> channel.message(ts).ifPresent(message -> {
            JsonObject item = new JsonObject();
            item.put("type", "message");
            item.put("channel", channel.id());
            item.put("message", message.json(false));
            item.put("created_by", by);
            items.add(item);
        }));
        JsonObject answer = new JsonObject();
        answer.put("items", items);
        return answer;
    }
}
