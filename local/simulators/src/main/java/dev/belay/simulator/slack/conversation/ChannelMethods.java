package dev.belay.simulator.slack.conversation;

import com.grack.nanojson.JsonObject;
import dev.belay.simulator.slack.call.Call;
import dev.belay.simulator.slack.call.Method;
import dev.belay.simulator.slack.call.Refusal;
import dev.belay.simulator.slack.limit.Tier;
import dev.belay.simulator.slack.workspace.Channel;
import dev.belay.simulator.slack.workspace.Preferences.Kept;
import java.util.List;

/** The {@code conversations.*} methods that make channels, name them and end them. */
final class ChannelMethods {
    static final List<String> MANAGE = List.of("channels:manage", "groups:write");
    private static final List<String> READ = List.of("channels:read", "groups:read");

    private ChannelMethods() {}

    static List<Method> all() {
        return List.of(
                new Method("conversations.create", Tier.TWO, MANAGE, ChannelMethods::create),
                new Method("conversations.rename", Tier.TWO, MANAGE, ChannelMethods::rename),
                new Method("conversations.archive", Tier.TWO, MANAGE, ChannelMethods::archive),
                new Method("conversations.unarchive", Tier.TWO, MANAGE, ChannelMethods::unarchive),
                new Method("conversations.info", Tier.THREE, READ, ChannelMethods::info));
    }

    static void demandManage(Call call, boolean isPrivate) {
        call.demandFor(isPrivate, "channels:manage", "groups:write");
    }

    static JsonObject answer(Call call, Channel channel) {
        JsonObject answer = new JsonObject();
        answer.put("channel", channel.json(call.user()));
        return answer;
    }

    private static JsonObject create(Call call) {
        boolean isPrivate = call.arguments().flag("is_private");
        demandManage(call, isPrivate);
        refuseGuests(call);
        refuse(call, isPrivate ? Kept.CREATE_PRIVATE : Kept.CREATE_PUBLIC);
        String name = ChannelName.free(call, "");
        return answer(call, call.workspace().createChannel(name, call.user(), isPrivate));
    }

    /** What administrators keep to themselves is refused to everybody else: nobody here is one. */
    private static void refuse(Call call, Kept what) {
        if (call.workspace().preferences().keeps(what)) {
            throw Refusal.of("restricted_action");
        }
    }

    static void refuseGuests(Call call) {
        if (call.caller().isGuest()) {
            throw Refusal.of("user_is_restricted");
        }
    }

    private static JsonObject rename(Call call) {
        Channel channel = call.ownLiveChannel();
        demandManage(call, channel.isPrivate());
        if (channel.isGeneral() || !channel.creator().equals(call.user())) {
            throw Refusal.of("not_authorized");
        }
        String before = channel.name();
        channel.rename(ChannelName.free(call, channel.id()));
        call.workspace().annals().renamed(channel, call.user(), before);
        call.workspace().news().renamed(channel, call.user());
        return answer(call, channel);
    }

    private static JsonObject archive(Call call) {
        Channel channel = call.channel();
        demandManage(call, channel.isPrivate());
        if (channel.isArchived()) {
            throw Refusal.of("already_archived");
        }
        if (channel.isGeneral()) {
            throw Refusal.of("cant_archive_general");
        }
        refuseGuests(call);
        refuse(call, Kept.ARCHIVE);
        Channel own = call.joined(channel);
        call.workspace().news().archived(own, call.user());
        call.workspace().archive(own);
        call.workspace().annals().archived(own, call.user());
        return new JsonObject();
    }

    /** No bot can: archiving has removed it from the channel (github.com/slack-go/slack/issues/1066). */
    private static JsonObject unarchive(Call call) {
        Channel channel = call.channel();
        if (!channel.isArchived()) {
            throw Refusal.of("not_archived");
        }
        if (call.grant().byApp()) {
            throw Refusal.of("not_in_channel");
        }
        channel.revive();
        call.workspace().annals().unarchived(channel, call.user());
        call.workspace().news().unarchived(channel, call.user());
        return new JsonObject();
    }

    private static JsonObject info(Call call) {
        Channel channel = call.channel();
        call.demandFor(channel.isPrivate(), "channels:read", "groups:read");
        return answer(call, channel);
    }
}
