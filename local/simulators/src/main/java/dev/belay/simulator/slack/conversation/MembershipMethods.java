package dev.belay.simulator.slack.conversation;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import dev.belay.simulator.slack.call.Call;
import dev.belay.simulator.slack.call.Method;
import dev.belay.simulator.slack.call.Paging;
import dev.belay.simulator.slack.call.Refusal;
import dev.belay.simulator.slack.limit.Tier;
import dev.belay.simulator.slack.workspace.Channel;
import dev.belay.simulator.slack.workspace.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The {@code conversations.*} methods about who is in a channel. */
final class MembershipMethods {
    /** Up to 100 users in one call (docs.slack.dev/reference/methods/conversations.invite, since September 2025). */
    private static final int INVITED = 100;

    private record Bad(String user, String error) {}

    private MembershipMethods() {}

    static List<Method> all() {
        List<String> invite =
                List.of("channels:manage", "channels:write.invites", "groups:write", "groups:write.invites");
        List<String> read = List.of("channels:read", "groups:read");
        return List.of(
                new Method("conversations.invite", Tier.THREE, invite, MembershipMethods::invite),
                new Method("conversations.join", Tier.THREE, List.of("channels:join"), MembershipMethods::join),
                new Method("conversations.members", Tier.FOUR, read, MembershipMethods::members));
    }

    private static JsonObject invite(Call call) {
        List<String> users = users(call);
        Channel channel = call.channel();
        call.demand(
                channel.isPrivate()
                        ? List.of("groups:write", "groups:write.invites")
                        : List.of("channels:manage", "channels:write.invites"));
        call.ownLiveChannel();
        List<Bad> bad = new ArrayList<>();
        users.forEach(user -> whyNot(call, channel, user).ifPresent(error -> bad.add(new Bad(user, error))));
        boolean anyway = call.arguments().flag("force") && bad.size() < users.size();
        if (!bad.isEmpty() && !anyway) {
            throw Refusal.of(bad.getFirst().error());
        }
        users.stream()
                .filter(user -> bad.stream().noneMatch(refused -> refused.user().equals(user)))
                .forEach(user -> {
                    channel.members().add(user);
                    call.workspace().annals().joined(channel, user, call.user());
                    call.workspace().news().joined(channel, user, call.user());
                });
        return invited(call, channel, bad);
    }

    private static List<String> users(Call call) {
        List<String> users = Stream.of(call.arguments().text("users").orElse("").split(",", -1))
                .map(String::strip)
                .filter(user -> !user.isEmpty())
                .distinct()
                .toList();
        if (users.isEmpty()) {
            throw Refusal.of("no_user");
        }
        if (users.size() > INVITED) {
            throw Refusal.of("invalid_arguments", List.of("[ERROR] no more than 100 users allowed"));
        }
        return users;
    }

    private static Optional<String> whyNot(Call call, Channel channel, String user) {
        if (user.equals(call.user())) {
            return Optional.of("cant_invite_self");
        }
        if (channel.members().contains(user)) {
            return Optional.of("already_in_channel");
        }
        Optional<Person> person = call.workspace().person(user).filter(known -> !known.deleted());
        if (person.isEmpty()) {
            return Optional.of("user_not_found");
        }
        return switch (person.get().kind()) {
            case MEMBER, BOT, GUEST -> Optional.empty();
            case SINGLE_CHANNEL_GUEST -> Optional.of("ura_max_channels").filter(error -> hasChannel(call, user));
            case STRANGER -> channel.isShared() ? Optional.empty() : Optional.of("cant_invite");
        };
    }

    private static boolean hasChannel(Call call, String user) {
        return call.workspace().channels().stream()
                .anyMatch(channel -> !channel.isArchived() && channel.members().contains(user));
    }

    private static JsonObject invited(Call call, Channel channel, List<Bad> bad) {
        JsonObject answer = ChannelMethods.answer(call, channel);
        if (!bad.isEmpty()) {
            JsonArray errors = new JsonArray();
            bad.forEach(refused -> errors.add(JsonObject.builder()
                    .value("user", refused.user())
                    .value("error", refused.error())
                    .value("ok", false)
                    .done()));
            answer.put("errors", errors);
        }
        return answer;
    }

    private static JsonObject join(Call call) {
        Channel channel = call.channel();
        if (channel.isPrivate()) {
            throw Refusal.of("method_not_supported_for_channel_type");
        }
        if (channel.isArchived()) {
            throw Refusal.of("is_archived");
        }
        boolean joined = channel.members().add(call.user());
        JsonObject answer = ChannelMethods.answer(call, channel);
        if (joined) {
            call.workspace().annals().joined(channel, call.user(), call.user());
            call.workspace().news().joined(channel, call.user(), call.user());
        } else {
            answer.put("warning", "already_in_channel");
        }
        return answer;
    }

    private static JsonObject members(Call call) {
        Channel channel = call.channel();
        call.demandFor(channel.isPrivate(), "channels:read", "groups:read");
        int limit = call.arguments().count("limit", 100, 1_000);
        JsonObject page = Paging.page(
                call,
                "members",
                List.copyOf(channel.members()),
                user -> JsonObject.builder().value("id", user).done(),
                limit);
        JsonArray ids = new JsonArray();
        page.getArray("members").forEach(member -> ids.add(((JsonObject) member).getString("id")));
        page.put("members", ids);
        return page;
    }
}
