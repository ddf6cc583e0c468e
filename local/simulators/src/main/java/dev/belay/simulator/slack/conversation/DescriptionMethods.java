package dev.belay.simulator.slack.conversation;

import com.grack.nanojson.JsonObject;
import dev.belay.simulator.slack.call.Call;
import dev.belay.simulator.slack.call.Method;
import dev.belay.simulator.slack.call.Refusal;
import dev.belay.simulator.slack.limit.Tier;
import dev.belay.simulator.slack.workspace.Channel;
import dev.belay.simulator.slack.workspace.Escaped;
import java.util.List;
import java.util.function.BiConsumer;

/** {@code conversations.setTopic} and {@code setPurpose}. */
final class DescriptionMethods {
    private static final int MOST = 250;

    private DescriptionMethods() {}

    static List<Method> all() {
        List<String> scopes = List.of("channels:manage", "channels:write.topic", "groups:write", "groups:write.topic");
        return List.of(
                new Method("conversations.setTopic", Tier.TWO, scopes, call -> set(call, "topic", Channel::describe)),
                new Method(
                        "conversations.setPurpose", Tier.TWO, scopes, call -> set(call, "purpose", Channel::dedicate)));
    }

    private static JsonObject set(Call call, String what, BiConsumer<Channel, Channel.Words> setting) {
        String words = call.arguments().text(what).orElseThrow(() -> Refusal.missing(what));
        Channel channel = call.channel();
        call.demand(
                channel.isPrivate()
                        ? List.of("groups:write", "groups:write.topic")
                        : List.of("channels:manage", "channels:write.topic"));
        call.ownLiveChannel();
        ChannelMethods.refuseGuests(call);
        if (words.codePointCount(0, words.length()) > MOST) {
            throw Refusal.of("too_long");
        }
        String kept = Escaped.of(words);
        setting.accept(channel, new Channel.Words(kept, call.user(), call.now()));
        call.workspace().annals().described(channel, call.user(), what, kept);
        JsonObject answer = ChannelMethods.answer(call, channel);
        answer.put(what, kept);
        return answer;
    }
}
