package dev.belay.slack;

import com.slack.api.methods.response.conversations.ConversationsInfoResponse;
import com.slack.api.methods.response.conversations.ConversationsInviteResponse;
import com.slack.api.methods.response.conversations.ConversationsMembersResponse;
import com.slack.api.methods.response.usergroups.users.UsergroupsUsersListResponse;
import dev.belay.chat.Channel;
import dev.belay.chat.ChatUser;
import dev.belay.chat.Platform;
import dev.belay.platform.Invited;
import dev.belay.platform.Invitee;
import dev.belay.slack.Pages.Page;
import dev.belay.slack.call.SlackCalls;
import dev.belay.slack.call.SlackMethod;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Brings people into channels. In a channel of its own and in a public shared one they are invited; into a private shared channel
 * nobody is, since its people decide who reads along: there, who is in it is mentioned, and who is not is named.
 */
final class SlackInvitations {
    /** People in one invitation (docs.slack.dev/reference/methods/conversations.invite). */
    private static final int PEOPLE = 100;

    /** Members in one page (docs.slack.dev/reference/methods/conversations.members). */
    private static final int PAGE = 1_000;

    private static final String UNKNOWN =
            "is not known in this workspace by the e-mail address that ServiceNow has: correct it there, or invite them by hand";
    private static final String KEPT_OUT =
            "is not in this channel, which is private: somebody who is in it can invite them";

    private final SlackCalls calls;
    private final Bots bots;

    SlackInvitations(SlackCalls calls, Bots bots) {
        this.calls = calls;
        this.bots = bots;
    }

    List<Invited> invite(Channel channel, Optional<String> thread, List<Invitee> people) {
        List<String> known = people.stream()
                .flatMap(who -> who.user().stream())
                .map(ChatUser::id)
                .distinct()
                .toList();
        Map<String, String> errors = known.isEmpty()
                ? Map.of()
                : thread.isPresent() && isPrivate(channel) ? outside(channel, known) : invite(channel, known);
        return people.stream().map(who -> invited(who, errors)).toList();
    }

    private static Invited invited(Invitee who, Map<String, String> errors) {
        if (who.user().isEmpty()) {
            return new Invited.Absent(who, UNKNOWN);
        }
        ChatUser user = who.user().get();
        return switch (errors.getOrDefault(user.id(), "")) {
            case "" -> new Invited.Joined(who, user);
            case "already_in_channel", "cant_invite_self" -> new Invited.Present(who, user);
            case String error -> new Invited.Absent(who, why(error));
        };
    }

    private static String why(String error) {
        return switch (error) {
            case "kept_out" -> KEPT_OUT;
            case "user_not_found" -> "is not in this workspace any more: invite somebody in their place";
            case "user_is_restricted", "ura_max_channels", "cant_invite" ->
                "is a guest whom Slack lets into no further channel: an administrator of the workspace can change that";
            case "org_user_not_in_team" ->
                "is not in this workspace: an administrator of the organization can add them";
            default -> "could not be invited (" + SlackCalls.code(error) + "): invite them by hand";
        };
    }

    private boolean isPrivate(Channel channel) {
        ConversationsInfoResponse answer = calls.call(
                channel, SlackMethod.CHANNEL, client -> client.conversationsInfo(r -> r.channel(channel.id())));
        return answer.getChannel() == null || answer.getChannel().isPrivate();
    }

    /** Nobody is invited there: what is known of each is whether they are in it. */
    private Map<String, String> outside(Channel channel, List<String> users) {
        Set<String> inside = new HashSet<>();
        var _ = Pages.find(
                cursor -> page(channel, cursor),
                user -> users.contains(user) && inside.add(user) && inside.size() == users.size());
        Map<String, String> errors = new HashMap<>();
        users.forEach(user -> errors.put(user, inside.contains(user) ? "already_in_channel" : "kept_out"));
        return errors;
    }

    private Page<String> page(Channel channel, Optional<String> cursor) {
        ConversationsMembersResponse answer = calls.call(
                channel,
                SlackMethod.MEMBERS,
                client -> client.conversationsMembers(
                        r -> r.channel(channel.id()).limit(PAGE).cursor(cursor.orElse(null))));
        return Page.of(answer.getMembers(), answer.getResponseMetadata());
    }

    private Map<String, String> invite(Channel channel, List<String> users) {
        Map<String, String> errors = new HashMap<>();
        for (int from = 0; from < users.size(); from += PEOPLE) {
            errors.putAll(inviteSome(channel, users.subList(from, Math.min(from + PEOPLE, users.size()))));
        }
        return errors;
    }

    /** Where all of them are refused Slack names one reason: each is asked for alone then. */
    private Map<String, String> inviteSome(Channel channel, List<String> users) {
        ConversationsInviteResponse answer = calls.call(
                channel,
                SlackMethod.BRING_IN,
                client -> client.conversationsInvite(
                        r -> r.channel(channel.id()).users(users).force(true)));
        if (answer.isOk()) {
            return errors(answer);
        }
        if (users.size() == 1) {
            return Map.of(users.getFirst(), answer.getError());
        }
        Map<String, String> errors = new HashMap<>();
        users.forEach(user -> errors.putAll(inviteSome(channel, List.of(user))));
        return errors;
    }

    private static Map<String, String> errors(ConversationsInviteResponse answer) {
        Map<String, String> errors = new HashMap<>();
        if (answer.getErrors() != null) {
            answer.getErrors().stream()
                    .filter(error -> error.getUser() != null)
                    .forEach(error ->
                            errors.put(error.getUser(), error.getError() == null ? "unknown" : error.getError()));
        }
        return errors;
    }

    /** The people of a user group. */
    List<ChatUser> inGroup(String workspace, String group) {
        Optional<String> team = bots.of(workspace).team();
        UsergroupsUsersListResponse answer = calls.call(
                workspace,
                SlackMethod.GROUP,
                client -> client.usergroupsUsersList(r -> r.usergroup(group).teamId(team.orElse(null))));
        List<String> users = answer.getUsers() == null ? List.of() : new ArrayList<>(answer.getUsers());
        return users.stream()
                .map(user -> new ChatUser(Platform.SLACK, workspace, user))
                .toList();
    }
}
