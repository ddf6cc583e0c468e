package dev.belay.teams.file;

import com.grack.nanojson.JsonObject;
import dev.belay.chat.Channel;
import dev.belay.teams.call.Operation;
import dev.belay.teams.call.Outcome;
import dev.belay.teams.call.TeamsCalls;
import dev.belay.teams.call.WebUrl;
import dev.belay.teams.endpoint.TeamsEndpoints;
import java.net.URI;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The folder of a channel in its team's document library, which is all that we read and write there: a message may refer to any file of
 * the tenant, and our permission would open it to people who may not see it
 * (learn.microsoft.com/graph/api/channel-get-filesfolder).
 *
 * @param items where its items are found by their names
 * @param webUrl where people open it
 */
record ChannelFolder(URI items, String webUrl) {
    /** What is known of a channel's folder. */
    sealed interface Found {
        record There(ChannelFolder folder) implements Found {}

        /** A new channel has none for some minutes: Graph answers 404. */
        record NotYet() implements Found {}

        /** A right is missing, or it is refused in another way. */
        record NotSeen() implements Found {}
    }

    static Found of(Channel channel, TeamsCalls calls, TeamsEndpoints endpoints) {
        return switch (calls.call(
                channel.workspace(), Operation.FIND_FOLDER, endpoints.graph(channel, "/filesFolder"))) {
            case Outcome.Done(JsonObject folder) ->
                folder(folder, endpoints).<Found>map(Found.There::new).orElseGet(Found.NotYet::new);
            case Outcome.Refused refused -> refused.status() == 404 ? new Found.NotYet() : new Found.NotSeen();
        };
    }

    private static Optional<ChannelFolder> folder(JsonObject folder, TeamsEndpoints endpoints) {
        String drive = folder.getObject("parentReference", new JsonObject()).getString("driveId", "");
        String id = folder.getString("id", "");
        String webUrl = folder.getString("webUrl", "");
        return drive.isEmpty() || id.isEmpty() || webUrl.isEmpty()
                ? Optional.empty()
                : Optional.of(new ChannelFolder(endpoints.driveItem(drive, id), webUrl));
    }

    /** The path within the folder of a file that people open there; none where it is kept elsewhere. */
    Optional<String> within(String contentUrl) {
        String at = WebUrl.decoded(contentUrl);
        String folder = WebUrl.decoded(webUrl) + "/";
        return Optional.of(at)
                .filter(address -> address.startsWith(folder))
                .map(address -> address.substring(folder.length()))
                .filter(path -> Arrays.stream(path.split("/", -1)).noneMatch(ChannelFolder::leadsAway));
    }

    private static boolean leadsAway(String segment) {
        return segment.isEmpty() || segment.equals(".") || segment.equals("..");
    }

    /** Where a file of the folder is found. */
    URI item(String path) {
        return URI.create(items + ":/"
                + Arrays.stream(path.split("/", -1))
                        .map(TeamsEndpoints::encoded)
                        .collect(Collectors.joining("/")));
    }

    URI upload(String name) {
        return URI.create(item(name) + ":/createUploadSession");
    }
}
