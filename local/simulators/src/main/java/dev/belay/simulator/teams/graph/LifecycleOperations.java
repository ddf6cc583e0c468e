package dev.belay.simulator.teams.graph;

import com.grack.nanojson.JsonObject;
import dev.belay.simulator.http.Response;
import dev.belay.simulator.teams.call.Operation;
import dev.belay.simulator.teams.tenant.Channel;
import dev.belay.simulator.teams.tenant.Tenant;
import java.time.Duration;
import java.util.List;

/** The end of channels, and the team itself (learn.microsoft.com/graph/api: channel-archive, channel-unarchive, channel-delete, team-get). */
final class LifecycleOperations {
    /** How long the asynchronous operation takes: a guess. */
    private static final Duration ARCHIVING_TAKES = Duration.ofSeconds(5);

    private final Tenant tenant;
    private final GraphAccess gate;
    private final GraphJson json;

    LifecycleOperations(Tenant tenant, GraphAccess gate, GraphJson json) {
        this.tenant = tenant;
        this.gate = gate;
        this.json = json;
    }

    List<Operation> all() {
        String channel = "/teams/{team}/channels/{channel}";
        return List.of(
                gate.operation("getTeam", "GET /teams/{team}", RequiredPermissions.READ_TEAM, this::team),
                gate.operation("deleteChannel", "DELETE " + channel, RequiredPermissions.DELETE_CHANNELS, this::delete),
                gate.operation(
                        "archiveChannel",
                        "POST " + channel + "/archive",
                        RequiredPermissions.ARCHIVE_CHANNELS,
                        this::archive),
                gate.operation(
                        "unarchiveChannel",
                        "POST " + channel + "/unarchive",
                        RequiredPermissions.ARCHIVE_CHANNELS,
                        this::unarchive));
    }

    private Response team(GraphCall call) {
        call.allowOptions(List.of("$select", "$expand"));
        JsonObject team = json.team(call.team());
        return GraphJson.object(200, "https://graph.microsoft.com/v1.0/$metadata#teams", team);
    }

    private Response delete(GraphCall call) {
        notGeneral(call).delete(tenant.clock().instant());
        return Response.empty(204);
    }

    private Response archive(GraphCall call) {
        if (call.call().request().body().length > 0) {
            call.body(List.of("shouldSetSpoSiteReadOnlyForMembers"));
        }
        return archived(call, true);
    }

    private Response unarchive(GraphCall call) {
        return archived(call, false);
    }

    /** Accepted, and done later: the operation that the answer points to is not simulated. */
    private Response archived(GraphCall call, boolean whether) {
        Channel channel = notGeneral(call);
        if (call.team().isArchived()) {
            throw GraphErrors.badRequest(
                    "Team has to be active, for channel to be archived or unarchived: " + channel.id());
        }
        if (!call.team().hasOwner()) {
            throw GraphErrors.badRequest("A channel of a team without an owner cannot be archived or unarchived.");
        }
        channel.beginToArchive(whether, tenant.clock().instant().plus(ARCHIVING_TAKES));
        String operation = "/teams/" + call.team().id() + "/operations/"
                + tenant.identifiers().unique();
        return Response.empty(202).with("Location", operation);
    }

    private static Channel notGeneral(GraphCall call) {
        Channel channel = call.channel();
        if (channel.id().equals(call.team().threadId())) {
            throw GraphErrors.badRequest("The General channel cannot be archived or deleted.");
        }
        return channel;
    }
}
