package dev.belay.simulator.slack.method;

import com.grack.nanojson.JsonObject;
import dev.belay.simulator.slack.block.Composition;
import dev.belay.simulator.slack.call.Call;
import dev.belay.simulator.slack.call.Method;
import dev.belay.simulator.slack.call.Refusal;
import dev.belay.simulator.slack.limit.Tier;
import dev.belay.simulator.slack.workspace.Channel;
import dev.belay.simulator.slack.workspace.Content;
import dev.belay.simulator.slack.workspace.PrivateMessage;
import java.util.List;

/** {@code chat.postEphemeral}: a message that one person alone sees. */
final class PrivateMethods {
    private PrivateMethods() {}

    static List<Method> all() {
        return List.of(new Method("chat.postEphemeral", Tier.FOUR, ChatMethods.WRITE, PrivateMethods::post));
    }

    private static JsonObject post(Call call) {
        String user = call.arguments().required("user");
        Channel channel = call.ownLiveChannel();
        if (!channel.members().contains(user)) {
            throw Refusal.of("user_not_in_channel");
        }
        Content content = new Composition(call.arguments(), call.workspace().identifiers()).written();
        String ts = call.workspace().identifiers().timestamp();
        call.workspace()
                .privateMessages()
                .add(new PrivateMessage(ts, channel.id(), user, content, ChatMethods.thread(call, channel)));
        JsonObject answer = new JsonObject();
        answer.put("message_ts", ts);
        return answer;
    }
}
