package dev.belay.teams.person;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import dev.belay.chat.Channel;
import dev.belay.teams.call.Operation;
import dev.belay.teams.call.Outcome;
import dev.belay.teams.call.TeamsCalls;
import dev.belay.teams.endpoint.GraphItems;
import dev.belay.teams.endpoint.TeamsEndpoints;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who of some people is in a channel: a few are asked for one by one, more by reading the roster in pages, since a conversation takes
 * 16 questions in two seconds (learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit).
 */
public final class Roster {
    private static final int A_FEW = 4;

    /** Members in one page (learn.microsoft.com/microsoftteams/platform/bots/how-to/get-teams-context). */
    private static final int PAGE = 500;

    private final TeamsCalls calls;
    private final TeamsEndpoints endpoints;
    private final TeamsPeople people;

    public Roster(TeamsCalls calls, TeamsEndpoints endpoints, TeamsPeople people) {
        this.calls = calls;
        this.endpoints = endpoints;
        this.people = people;
    }

    /**
     * @param ids of people, in lower case
     * @return the ids of those who are in the channel, in lower case
     */
    Set<String> inside(Channel channel, Set<String> ids) {
        return ids.size() <= A_FEW
                ? ids.stream()
                        .filter(id -> people.account(channel, id) instanceof Outcome.Done)
                        .collect(Collectors.toSet())
                : read(channel);
    }

    private Set<String> read(Channel channel) {
        String path = "conversations/" + TeamsEndpoints.encoded(channel.id()) + "/pagedmembers?pageSize=" + PAGE;
        Set<String> inside = new HashSet<>();
        Optional<String> next = Optional.of("");
        while (next.isPresent()) {
            JsonObject page = calls.need(
                    channel.workspace(),
                    Operation.READ_ROSTER,
                    endpoints.bot(channel, path + next.get()),
                    Optional.empty());
            List<JsonObject> members = GraphItems.objects(page.getArray("members", new JsonArray()));
            members.forEach(member -> inside.add(TeamsPeople.objectId(member).toLowerCase(Locale.ROOT)));
            next = Optional.ofNullable(page.getString("continuationToken"))
                    .filter(token -> !token.isBlank())
                    .map(token -> "&continuationToken=" + TeamsEndpoints.encoded(token));
        }
        return inside;
    }
}
