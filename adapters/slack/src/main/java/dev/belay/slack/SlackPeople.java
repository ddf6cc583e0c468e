package dev.belay.slack;

import com.slack.api.methods.response.users.UsersInfoResponse;
import com.slack.api.methods.response.users.UsersLookupByEmailResponse;
import com.slack.api.model.User;
import dev.belay.chat.ChatUser;
import dev.belay.chat.Member;
import dev.belay.chat.Member.Standing;
import dev.belay.chat.Platform;
import dev.belay.chat.ReplyAddress;
import dev.belay.platform.People;
import dev.belay.settings.ChatSettings;
import dev.belay.slack.call.EmailConfirmation;
import dev.belay.slack.call.SlackCalls;
import dev.belay.slack.call.SlackMethod;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Says how a person belongs to a workspace. Whoever does not plainly belong is a stranger. */
final class SlackPeople implements People {
    private final SlackCalls calls;
    private final ChatSettings ours;
    private final SlackInvitations invitations;

    /**
     * @param ours whose people are ours
     */
    SlackPeople(SlackCalls calls, ChatSettings ours, SlackInvitations invitations) {
        this.calls = calls;
        this.ours = ours;
        this.invitations = invitations;
    }

    /** Slack knows its people in the whole workspace: neither channel nor reply address is needed. */
    @Override
    public Member member(ChatUser person, String channel, Optional<ReplyAddress> reply) {
        UsersInfoResponse answer =
                calls.call(person.workspace(), SlackMethod.USER, client -> client.usersInfo(r -> r.user(person.id())));
        User user = answer.getUser();
        if (!answer.isOk() || user == null) {
            return new Member(person, Standing.STRANGER, person.id(), Optional.empty());
        }
        return new Member(
                person,
                standing(person, user),
                name(user),
                EmailConfirmation.isMissing(answer) ? Optional.empty() : email(user));
    }

    /** Slack knows its people in the whole workspace: neither channel nor reply address is needed. */
    @Override
    public Optional<ChatUser> withEmail(String workspace, String email, String channel, Optional<ReplyAddress> reply) {
        UsersLookupByEmailResponse answer = calls.call(
                workspace, SlackMethod.USER_BY_EMAIL, client -> client.usersLookupByEmail(r -> r.email(email)));
        return answer.isOk()
                ? Optional.ofNullable(answer.getUser())
                        .map(user -> new ChatUser(Platform.SLACK, workspace, user.getId()))
                        .filter(person -> standing(person, answer.getUser()) == Standing.FULL)
                : Optional.empty();
    }

    /** User groups stand in the workspace, not in teams. */
    @Override
    public List<ChatUser> inGroup(String workspace, Optional<String> team, String group) {
        return invitations.inGroup(workspace, group);
    }

    /** A stranger who was deactivated was never one of us; whether somebody was a guest Slack does not say of them any more. */
    private Standing standing(ChatUser person, User user) {
        if (!user.isDeleted() && (user.isBot() || user.isWorkflowBot() || user.isConnectorBot())) {
            return Standing.BOT;
        }
        if (user.isStranger() || !belongs(person, user)) {
            return Standing.STRANGER;
        }
        if (user.isRestricted() || user.isUltraRestricted()) {
            return Standing.GUEST;
        }
        return user.isDeleted() ? Standing.DEACTIVATED : Standing.FULL;
    }

    /** People of a connected workspace use our buttons too; on an enterprise grid a sibling workspace is legitimate. */
    private boolean belongs(ChatUser person, User user) {
        String team = user.getTeamId();
        return person.workspace().equals(team)
                || (team != null && ours.workspaces().contains(team))
                || ours.organization()
                        .filter(organization -> isIn(organization, user))
                        .isPresent();
    }

    private static boolean isIn(String organization, User user) {
        User.EnterpriseUser enterprise = user.getEnterpriseUser();
        return organization.equals(user.getTeamId())
                || (enterprise != null && organization.equals(enterprise.getEnterpriseId()));
    }

    private static String name(User user) {
        User.Profile profile = user.getProfile();
        return Stream.of(
                        profile == null ? null : profile.getRealName(),
                        user.getRealName(),
                        user.getName(),
                        user.getId())
                .filter(Objects::nonNull)
                .filter(name -> !name.isBlank())
                .findFirst()
                .orElse("");
    }

    private static Optional<String> email(User user) {
        return Optional.ofNullable(user.getProfile())
                .map(User.Profile::getEmail)
                .filter(email -> !email.isBlank());
    }
}
