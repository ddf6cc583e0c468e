package dev.belay.simulator.slack.method;

import com.grack.nanojson.JsonObject;
import dev.belay.simulator.slack.block.Composition;
import dev.belay.simulator.slack.call.Call;
import dev.belay.simulator.slack.call.Method;
import dev.belay.simulator.slack.call.Refusal;
import dev.belay.simulator.slack.limit.Tier;
import dev.belay.simulator.slack.workspace.Channel;
import dev.belay.simulator.slack.workspace.Content;
import dev.belay.simulator.slack.workspace.Message;
import dev.belay.simulator.slack.workspace.SlackApp;
import java.util.List;

/** The {@code chat.*} methods for messages that everybody sees. */
final class ChatMethods {
    static final List<String> WRITE = List.of("chat:write");

    private ChatMethods() {}

    static List<Method> all() {
        return List.of(
                new Method("chat.postMessage", Tier.POSTING, WRITE, ChatMethods::post),
                new Method("chat.update", Tier.THREE, WRITE, ChatMethods::update),
                new Method("chat.delete", Tier.THREE, WRITE, ChatMethods::delete),
                new Method("chat.getPermalink", Tier.HUNDREDS, List.of(), ChatMethods::permalink));
    }

    private static JsonObject post(Call call) {
        Channel channel = call.channel();
        if (channel.isArchived()) {
            throw Refusal.of("is_archived");
        }
        if (channel.isPrivate() || !call.may("chat:write.public")) {
            call.joined(channel);
        }
        Content content = new Composition(call.arguments(), call.workspace().identifiers()).written();
        Message message = message(call, content, thread(call, channel));
        channel.messages().put(message.ts(), message);
        return answer(channel, message, true);
    }

    /** The thread to answer in; an answer's own {@code ts} leads to the message that it answers. */
    static String thread(Call call, Channel channel) {
        String asked = call.arguments().text("thread_ts").orElse("");
        if (asked.isEmpty()) {
            return "";
        }
        Message parent = channel.message(asked).orElseThrow(() -> Refusal.of("thread_not_found"));
        return parent.isReply() ? parent.thread() : parent.ts();
    }

    private static Message message(Call call, Content content, String thread) {
        SlackApp app = call.workspace().app();
        boolean byApp = call.grant().byApp();
        return new Message(
                call.workspace().identifiers().timestamp(),
                call.user(),
                byApp ? app.botId() : "",
                byApp ? app.id() : "",
                content,
                thread);
    }

    private static JsonObject update(Call call) {
        Channel channel = call.channel();
        if (channel.isArchived()) {
            throw Refusal.of("is_inactive");
        }
        Message before = own(call, channel, "cant_update_message");
        Composition composition =
                new Composition(call.arguments(), call.workspace().identifiers());
        Content content = composition.edited(before.content());
        Message after = content.blocks().isEmpty()
                ? before.saying(
                        content, call.user(), call.workspace().identifiers().timestamp())
                : before.showing(content);
        channel.messages().put(after.ts(), after);
        JsonObject answer = answer(channel, after, false);
        answer.put("text", content.text());
        return answer;
    }

    private static JsonObject delete(Call call) {
        Channel channel = call.channel();
        Message message = own(call, channel, "cant_delete_message");
        channel.messages().remove(message.ts());
        channel.pins().remove(message.ts());
        JsonObject answer = new JsonObject();
        answer.put("channel", channel.id());
        answer.put("ts", message.ts());
        return answer;
    }

    private static Message own(Call call, Channel channel, String otherwise) {
        if (channel.annals().containsKey(call.arguments().required("ts"))) {
            throw Refusal.of(otherwise);
        }
        Message message = call.message(channel, "ts");
        if (!message.user().equals(call.user()) || !channel.members().contains(call.user())) {
            throw Refusal.of(otherwise);
        }
        return message;
    }

    private static JsonObject answer(Channel channel, Message message, boolean withMetadata) {
        JsonObject answer = new JsonObject();
        answer.put("channel", channel.id());
        answer.put("ts", message.ts());
        answer.put("message", message.json(withMetadata));
        return answer;
    }

    private static JsonObject permalink(Call call) {
        Channel channel = call.channel();
        Message message = call.message(channel, "message_ts");
        String link = "https://" + call.workspace().domain() + ".slack.com/archives/" + channel.id() + "/p"
                + message.ts().replace(".", "");
        JsonObject answer = new JsonObject();
        answer.put("channel", channel.id());
        answer.put(
                "permalink",
                message.isReply() ? link + "?thread_ts=" + message.thread() + "&cid=" + channel.id() : link);
        return answer;
    }
}
