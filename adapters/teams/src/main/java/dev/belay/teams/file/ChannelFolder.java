package dev.belay.teams.file;

import com.grack.nanojson.JsonObject;
import dev.belay.chat.Channel;
import dev.belay.teams.call.Operation;
import dev.belay.teams.call.Outcome;
import dev.belay.teams.call.TeamsCalls;
import dev.belay.teams.endpoint.TeamsEndpoints;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
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
    /** None where we may not see it, or there is none yet. */
    static Optional<ChannelFolder> of(Channel channel, TeamsCalls calls, TeamsEndpoints endpoints) {
        Outcome found =
                calls.call(channel.workspace(), Operation.FIND_FOLDER, endpoints.graph(channel, "/filesFolder"));
        return switch (found) {
            case Outcome.Done(JsonObject folder) -> folder(folder, endpoints);
            case Outcome.Refused _ -> Optional.empty();
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
        String at = decoded(contentUrl);
        String folder = decoded(webUrl) + "/";
        return Optional.of(at)
                .filter(address -> address.startsWith(folder))
                .map(address -> address.substring(folder.length()))
                .filter(path -> Arrays.stream(path.split("/", -1)).noneMatch(ChannelFolder::leadsAway));
    }

    private static boolean leadsAway(String segment) {
        return segment.isEmpty() || segment.equals(".") || segment.equals("..");
    }

    private static String decoded(String address) {
        try {
            return URLDecoder.decode(address.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
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
