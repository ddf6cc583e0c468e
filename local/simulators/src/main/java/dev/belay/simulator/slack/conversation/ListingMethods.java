package dev.belay.simulator.slack.conversation;

import com.grack.nanojson.JsonObject;
import dev.belay.simulator.slack.call.Call;
import dev.belay.simulator.slack.call.Method;
import dev.belay.simulator.slack.call.Paging;
import dev.belay.simulator.slack.call.Refusal;
import dev.belay.simulator.slack.limit.Tier;
import dev.belay.simulator.slack.workspace.Channel;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** {@code conversations.list} and {@code users.conversations}: many channels, in pages. */
final class ListingMethods {
    private static final Set<String> TYPES = Set.of("public_channel", "private_channel", "mpim", "im");

    private ListingMethods() {}

    static List<Method> all() {
        List<String> read = List.of("channels:read", "groups:read");
        return List.of(
                new Method("conversations.list", Tier.TWO, read, ListingMethods::list),
                new Method("users.conversations", Tier.THREE, read, ListingMethods::ofUser));
    }

    private static JsonObject list(Call call) {
        return page(call, call.workspace().channels().stream().filter(channel -> call.workspace()
                .sees(call.user(), channel)));
    }

    /** The channels that a user is in; of another's private channels only those that the caller sees. */
    private static JsonObject ofUser(Call call) {
        String user = call.arguments().text("user").orElse(call.user());
        if (call.workspace().person(user).isEmpty()) {
            throw Refusal.of("user_not_found");
        }
        return page(
                call,
                call.workspace().channels().stream()
                        .filter(channel -> channel.members().contains(user))
                        .filter(channel -> call.workspace().sees(call.user(), channel)));
    }

    private static JsonObject page(Call call, Stream<Channel> channels) {
        Set<String> types = types(call);
        boolean withoutArchived = call.arguments().flag("exclude_archived");
        List<Channel> all = channels.filter(channel -> !(withoutArchived && channel.isArchived()))
                .filter(channel -> types.contains(type(channel)))
                .toList();
        int limit = call.arguments().count("limit", 100, 999);
        return Paging.page(call, "channels", all, channel -> channel.json(call.user()), limit);
    }

    private static String type(Channel channel) {
        if (channel.isDirect()) {
            return "im";
        }
        return channel.isPrivate() ? "private_channel" : "public_channel";
    }

    /** What is asked for; public channels unless said (docs.slack.dev/reference/methods/users.conversations). */
    private static Set<String> types(Call call) {
        String asked =
                call.arguments().text("types").filter(types -> !types.isEmpty()).orElse("public_channel");
        Set<String> types = Set.copyOf(
                Stream.of(asked.split(",", -1)).map(String::strip).distinct().toList());
        if (!TYPES.containsAll(types)) {
            throw Refusal.of("invalid_types");
        }
        types.forEach(type -> call.demand(scopes(type)));
        return types;
    }

    private static List<String> scopes(String type) {
        return switch (type) {
            case "public_channel" -> List.of("channels:read");
            case "private_channel" -> List.of("groups:read");
            case "mpim" -> List.of("mpim:read");
            default -> List.of("im:read");
        };
    }
}
