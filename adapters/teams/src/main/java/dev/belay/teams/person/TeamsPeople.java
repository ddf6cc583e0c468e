package dev.belay.teams.person;

import com.grack.nanojson.JsonObject;
import dev.belay.chat.Channel;
import dev.belay.chat.ChatUser;
import dev.belay.chat.Member;
import dev.belay.chat.Member.Standing;
import dev.belay.chat.Platform;
import dev.belay.chat.ReplyAddress;
import dev.belay.failure.Rejected;
import dev.belay.platform.People;
import dev.belay.teams.call.Operation;
import dev.belay.teams.call.Outcome;
import dev.belay.teams.call.TeamsCalls;
import dev.belay.teams.endpoint.TeamsEndpoints;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Says how a person belongs to a tenant, by the roster of a channel that they are in. Whoever does not plainly belong is a
 * stranger; a deactivated person is in no roster.
 */
public final class TeamsPeople implements People {
    /** In the user principal name of a guest (learn.microsoft.com/entra/external-id/user-properties). */
    private static final String EXTERNAL = "#EXT#";

    private static final String BOT = "28:";

    /** The roles of those who belong to the tenant; a guest and an anonymous person have others. */
    private static final Set<String> MEMBERS = Set.of("user", "owner");

    private final TeamsCalls calls;
    private final TeamsEndpoints endpoints;
    private final TeamsTags tags;

    public TeamsPeople(TeamsCalls calls, TeamsEndpoints endpoints) {
        this.calls = calls;
        this.endpoints = endpoints;
        this.tags = new TeamsTags(calls, endpoints);
    }

    /** What the roster of a channel says of a person. */
    public Outcome account(Channel channel, String user) {
        return account(channel.workspace(), endpoints.bot(channel, path(channel.id(), user)));
    }

    private Outcome account(String tenant, URI address) {
        Outcome outcome = calls.call(tenant, Operation.READ_MEMBER, address);
        if (outcome instanceof Outcome.Refused refused && refused.status() != 404) {
            throw refused.rejected(Operation.READ_MEMBER, TeamsCalls.advice(refused));
        }
        return outcome;
    }

    private static String path(String channel, String user) {
        return "conversations/" + TeamsEndpoints.encoded(channel) + "/members/" + TeamsEndpoints.encoded(user);
    }

    /** Asks the roster where the press came from. */
    @Override
    public Member member(ChatUser user, String channel, Optional<ReplyAddress> reply) {
        if (user.id().startsWith(BOT)) {
            return new Member(user, Standing.BOT, user.id(), Optional.empty());
        }
        return switch (account(
                user.workspace(),
                TeamsEndpoints.under(endpoints.service(user.workspace(), reply), path(channel, user.id())))) {
            case Outcome.Refused _ -> new Member(user, Standing.STRANGER, user.id(), Optional.empty());
            case Outcome.Done(JsonObject account) ->
                new Member(user, standing(user, account), account.getString("name", user.id()), email(account));
        };
    }

    /** Asks the roster of the channel by the user principal name, which a person's e-mail address mostly is. */
    @Override
    public Optional<ChatUser> withEmail(String workspace, String email, String channel, Optional<ReplyAddress> reply) {
        return account(workspace, TeamsEndpoints.under(endpoints.service(workspace, reply), path(channel, email)))
                        instanceof Outcome.Done(JsonObject account)
                ? Optional.of(new ChatUser(
                                Platform.TEAMS, workspace, objectId(account).toLowerCase(Locale.ROOT)))
                        .filter(user -> has(account, email) && standing(user, account) == Standing.FULL)
                : Optional.empty();
    }

    @Override
    public List<ChatUser> inGroup(String workspace, Optional<String> team, String group) {
        return tags.people(
                workspace,
                team.orElseThrow(() -> new Rejected(Platform.TEAMS.id(), "a tag stands in a team, and none is named")),
                group);
    }

    private static boolean has(JsonObject account, String email) {
        return Stream.of("email", "userPrincipalName")
                .anyMatch(name -> account.getString(name, "").equalsIgnoreCase(email));
    }

    private static Standing standing(ChatUser user, JsonObject account) {
        if (!user.workspace().equalsIgnoreCase(account.getString("tenantId", ""))
                || !user.id().equalsIgnoreCase(objectId(account))) {
            return Standing.STRANGER;
        }
        boolean member = MEMBERS.contains(account.getString("userRole", "").toLowerCase(Locale.ROOT))
                && !account.getString("userPrincipalName", "")
                        .toUpperCase(Locale.ROOT)
                        .contains(EXTERNAL);
        return member ? Standing.FULL : Standing.GUEST;
    }

    /** Rosters name it in one of two ways (learn.microsoft.com/microsoftteams/platform/bots/how-to/get-teams-context). */
    static String objectId(JsonObject account) {
        String id = account.getString("aadObjectId", "");
        return id.isEmpty() ? account.getString("objectId", "") : id;
    }

    private static Optional<String> email(JsonObject account) {
        return Stream.of("email", "userPrincipalName")
                .map(name -> account.getString(name, ""))
                .filter(address -> !address.isBlank())
                .findFirst();
    }
}
