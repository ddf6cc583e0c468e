package dev.belay.simulator.slack.conversation;

import com.grack.nanojson.JsonObject;
import dev.belay.simulator.slack.call.Call;
import dev.belay.simulator.slack.call.Method;
import dev.belay.simulator.slack.call.Refusal;
import dev.belay.simulator.slack.limit.Tier;
import dev.belay.simulator.slack.workspace.Channel;
import dev.belay.simulator.slack.workspace.Person;
import java.util.List;
import java.util.stream.Stream;

/** {@code conversations.open}: the chat with one person (docs.slack.dev/reference/methods/conversations.open). */
final class DirectMethods {
    private DirectMethods() {}

    static List<Method> all() {
        return List.of(new Method(
                "conversations.open",
                Tier.THREE,
                List.of("channels:manage", "groups:write", "im:write", "mpim:write"),
                DirectMethods::open));
    }

    private static JsonObject open(Call call) {
        List<String> users = Stream.of(call.arguments().text("users").orElse("").split(",", -1))
                .map(String::strip)
                .filter(user -> !user.isEmpty())
                .toList();
        if (users.isEmpty()) {
            throw Refusal.of("users_list_not_supplied");
        }
        call.demand(List.of(users.size() == 1 ? "im:write" : "mpim:write"));
        if (users.size() > 1) {
            throw Refusal.of("method_not_supported_for_channel_type");
        }
        return opened(call, person(call, users.getFirst()));
    }

    private static Person person(Call call, String user) {
        Person person = call.workspace().person(user).orElseThrow(() -> Refusal.of("user_not_found"));
        if (person.deleted()) {
            throw Refusal.of("user_disabled");
        }
        if (person.kind() == Person.Kind.BOT) {
            throw Refusal.of("cannot_dm_bot");
        }
        return person;
    }

    /** The same chat again and again: to open it is idempotent. */
    private static JsonObject opened(Call call, Person person) {
        int before = call.workspace().channels().size();
        Channel chat = call.workspace().direct(call.user(), person.id());
        JsonObject channel = new JsonObject();
        channel.put("id", chat.id());
        JsonObject answer = new JsonObject();
        answer.put("channel", call.arguments().flag("return_im") ? chat.json(call.user()) : channel);
        if (call.workspace().channels().size() == before) {
            answer.put("no_op", true);
            answer.put("already_open", true);
        }
        return answer;
    }
}
