package dev.belay.teams.person;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import dev.belay.chat.Channel;
import dev.belay.chat.ChatUser;
import dev.belay.chat.Platform;
import dev.belay.platform.Invited;
import dev.belay.platform.Invitee;
import dev.belay.teams.call.Operation;
import dev.belay.teams.call.Outcome;
import dev.belay.teams.call.TeamsCalls;
import dev.belay.teams.endpoint.TeamsEndpoints;
import dev.belay.teams.endpoint.TeamsSettings;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Brings people into channels. Whoever is in the team sees its standard channels, so that only a mention is left to do; whoever is
 * not is added to it where the settings say so, and named elsewhere.
 */
public final class TeamsInvitations {
    private static final String OUTSIDE = "is not in this team: one of its owners can add them";

    /** Already there (learn.microsoft.com/graph/errors): the roster lags behind what was added. */
    private static final int CONFLICT = 409;

    private final TeamsCalls calls;
    private final TeamsEndpoints endpoints;
    private final TeamsSettings services;
    private final Roster roster;

    public TeamsInvitations(TeamsCalls calls, TeamsEndpoints endpoints, TeamsSettings services, Roster roster) {
        this.calls = calls;
        this.endpoints = endpoints;
        this.services = services;
        this.roster = roster;
    }

    public List<Invited> invite(Channel channel, List<Invitee> people) {
        Set<String> ids = people.stream()
                .flatMap(who -> who.user().stream())
                .map(TeamsInvitations::id)
                .collect(Collectors.toSet());
        Set<String> inside = roster.inside(channel, ids);
        return people.stream()
                .map(who -> who.user()
                        .filter(user -> inside.contains(id(user)))
                        .<Invited>map(user -> new Invited.Present(who, user))
                        .orElseGet(() -> add(channel, who)))
                .toList();
    }

    private static String id(ChatUser user) {
        return user.id().toLowerCase(Locale.ROOT);
    }

    private Invited add(Channel channel, Invitee who) {
        Optional<String> known = who.user().map(ChatUser::id).or(who::email);
        if (!services.addsMembers() || known.isEmpty()) {
            return new Invited.Absent(who, OUTSIDE);
        }
        URI members = endpoints.graph(TeamsEndpoints.team(channel), "members");
        return switch (calls.call(
                channel.workspace(), Operation.ADD_MEMBER, members, Optional.of(member(known.get())))) {
            case Outcome.Done(JsonObject made) -> added(channel, who, made.getString("userId", ""));
            case Outcome.Refused refused when refused.status() == CONFLICT -> added(channel, who, "");
            case Outcome.Refused refused ->
                new Invited.Absent(
                        who,
                        "is not in this team and could not be added to it (" + refused.status() + " " + refused.code()
                                + "): one of its owners can add them");
        };
    }

    /** Teams tells them of the team, and not of the conversation. */
    private static Invited added(Channel channel, Invitee who, String id) {
        Optional<ChatUser> user = who.user().or(() -> Optional.of(id)
                .filter(given -> !given.isEmpty())
                .map(given -> new ChatUser(Platform.TEAMS, channel.workspace(), given.toLowerCase(Locale.ROOT))));
        return user.<Invited>map(known -> new Invited.Present(who, known))
                .orElseGet(
                        () -> new Invited.Absent(who, "is being added to this team: mention them when they are in it"));
    }

    /** By id or user principal name (learn.microsoft.com/graph/api/team-post-members); a quote is doubled. */
    private JsonObject member(String user) {
        return JsonObject.builder()
                .value("@odata.type", "#microsoft.graph.aadUserConversationMember")
                .value("roles", new JsonArray())
                .value("user@odata.bind", services.graphName() + "/users('" + user.replace("'", "''") + "')")
                .done();
    }
}
