package dev.belay.team;

import dev.belay.chat.ConversationId;
import dev.belay.chat.Platform;
import dev.belay.link.ConversationLink.Made;
import dev.belay.link.ConversationLinks;
import dev.belay.link.LinkKey;
import dev.belay.settings.Settings;
import java.util.List;
import java.util.Optional;

/** The links whose conversation is in a channel by now. One that went on elsewhere still points to its record, and is not meant. */
public final class LinksInChannel {
    private final ConversationLinks links;

    public LinksInChannel(ConversationLinks links) {
        this.links = links;
    }

    /** A channel of its own is bound to one record; a shared one has a thread for each of many. */
    public List<Made> find(Platform platform, String workspace, String channel, Settings settings) {
        ConversationId own = new ConversationId(platform, workspace, channel, Optional.empty());
        List<Made> bound = links.recordOf(own).flatMap(record -> links.find(new LinkKey(record, platform))).stream()
                .filter(Made.class::isInstance)
                .map(Made.class::cast)
                .filter(link -> isIn(link, channel))
                .toList();
        if (!bound.isEmpty() || !isShared(platform, workspace, channel, settings)) {
            return bound;
        }
        return links.inWorkspace(platform, workspace).stream()
                .filter(link -> isIn(link, channel))
                .toList();
    }

    private static boolean isIn(Made link, String channel) {
        return link.conversation().channel().id().equals(channel);
    }

    /** Whether a route has its records' threads in this channel. */
    public static boolean isShared(Platform platform, String workspace, String channel, Settings settings) {
        return settings.routes().stream()
                .filter(route ->
                        route.platform() == platform && route.workspace().equals(workspace))
                .anyMatch(route -> route.sharedChannel().filter(channel::equals).isPresent());
    }
}
