package dev.belay.teams;

import com.grack.nanojson.JsonObject;
import dev.belay.chat.Channel;
import dev.belay.platform.Archiving;
import dev.belay.platform.ChannelView;
import dev.belay.platform.ChannelView.State;
import dev.belay.teams.call.Operation;
import dev.belay.teams.call.Outcome;
import dev.belay.teams.call.TeamsCalls;
import dev.belay.teams.endpoint.TeamsEndpoints;

/**
 * Looks at channels, and has them archived and unarchived, which Teams does after it has answered
 * (learn.microsoft.com/graph/api/channel-archive, channel-unarchive, channel-get).
 */
final class ChannelArchive {
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;

    /** Another operation on the channel is under way. */
    private static final int CONFLICT = 409;

    private final TeamsCalls calls;
    private final TeamsEndpoints endpoints;

    ChannelArchive(TeamsCalls calls, TeamsEndpoints endpoints) {
        this.calls = calls;
        this.endpoints = endpoints;
    }

    Archiving become(Channel channel, boolean archived) {
        Operation operation = archived ? Operation.ARCHIVE_CHANNEL : Operation.UNARCHIVE_CHANNEL;
        return switch (graph(channel)) {
            case Outcome.Done(JsonObject seen) when isArchived(seen) == archived -> Archiving.DONE;
            case Outcome.Done _ -> begin(channel, operation, archived ? "/archive" : "/unarchive");
            case Outcome.Refused refused -> throw refused.rejected(Operation.LOOK_AT_CHANNEL, advice(refused));
        };
    }

    private Archiving begin(Channel channel, Operation operation, String path) {
        return switch (calls.call(channel.workspace(), operation, endpoints.graph(channel, path))) {
            case Outcome.Done _ -> Archiving.UNDER_WAY;
            case Outcome.Refused refused when refused.status() == CONFLICT -> Archiving.UNDER_WAY;
            case Outcome.Refused refused -> throw refused.rejected(operation, archivingAdvice(refused));
        };
    }

    /** What is missing is said in words that may be anybody's, which are not passed on. */
    private static String archivingAdvice(Outcome.Refused refused) {
        return switch (refused.status()) {
            case FORBIDDEN ->
                ": restricted: let an administrator grant the app ChannelSettings.ReadWrite.All, which no team can grant";
            case NOT_FOUND -> "";
            default -> ": it takes a team that is not archived, and an owner of it; General is never archived";
        };
    }

    ChannelView look(Channel channel) {
        return switch (graph(channel)) {
            case Outcome.Done(JsonObject seen) -> view(channel, seen);
            case Outcome.Refused refused when refused.status() == NOT_FOUND -> ChannelView.hidden(State.DELETED);
            case Outcome.Refused refused
            when refused.status() == FORBIDDEN && !isIn(channel) -> ChannelView.hidden(State.APP_REMOVED);
            case Outcome.Refused refused -> throw refused.rejected(Operation.LOOK_AT_CHANNEL, advice(refused));
        };
    }

    /** A permission of the whole tenant shows channels of teams too that our app is not in. */
    private ChannelView view(Channel channel, JsonObject seen) {
        String name = seen.getString("displayName", "");
        if (isArchived(seen)) {
            return new ChannelView(State.ARCHIVED, name);
        }
        return new ChannelView(isIn(channel) ? State.LIVE : State.APP_REMOVED, name);
    }

    /** Only the Bot Connector says it: a permission for one team alone that is refused may also not have been granted. */
    private boolean isIn(Channel channel) {
        String roster = "conversations/" + TeamsEndpoints.encoded(channel.id()) + "/pagedmembers?pageSize=50";
        return switch (calls.call(channel.workspace(), Operation.READ_ROSTER, endpoints.bot(channel, roster))) {
            case Outcome.Done _ -> true;
            case Outcome.Refused refused when refused.code().equals("BotNotInConversationRoster") -> false;
            case Outcome.Refused refused -> throw refused.rejected(Operation.READ_ROSTER, advice(refused));
        };
    }

    private Outcome graph(Channel channel) {
        return calls.call(channel.workspace(), Operation.LOOK_AT_CHANNEL, endpoints.graph(channel, ""));
    }

    private static boolean isArchived(JsonObject seen) {
        return seen.getBoolean("isArchived", false);
    }

    private static String advice(Outcome.Refused refused) {
        return TeamsCalls.advice(refused);
    }
}
