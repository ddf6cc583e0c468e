package dev.belay.settings;

import dev.belay.chat.Platform;
import java.util.List;
import java.util.Optional;

/**
 * A place in chat that a route leads to.
 *
 * @param workspace the Slack team id, or the tenant
 * @param teams on a platform where channels stand in teams: the one with the shared channel first, then those to roll over to
 * @param sharedChannel the id of the channel where records without a channel of their own stand as threads
 * @param responders chat user ids who are invited into each channel that the route makes
 * @param invitations how the assignment group of a record is brought into its conversation
 */
public record Place(
        Platform platform,
        String workspace,
        List<String> teams,
        Optional<String> sharedChannel,
        List<String> responders,
        Invitations invitations) {
    public Place {
        teams = List.copyOf(teams);
        responders = List.copyOf(responders);
    }

    /** Where the document says nothing of assignment groups. */
    public Place(
            Platform platform,
            String workspace,
            List<String> teams,
            Optional<String> sharedChannel,
            List<String> responders) {
        this(platform, workspace, teams, sharedChannel, responders, Invitations.DEFAULT);
    }
}
