package dev.belay.channel;

import dev.belay.event.TokenEvent;
import dev.belay.link.ConversationLinks;
import dev.belay.link.LinkStatus;
import java.util.Set;

/**
 * Ends the conversations of workspaces that our app was removed from: its bot is in no channel any more, and comes back into each only
 * where somebody invites it. Idempotent.
 */
public final class EndUninstalled {
    private static final System.Logger LOG = System.getLogger(EndUninstalled.class.getName());

    private final ConversationLinks links;

    public EndUninstalled(ConversationLinks links) {
        this.links = links;
    }

    /** @param workspaces those of ours that the event is about; nothing happens where only a token was revoked */
    public void apply(TokenEvent event, Set<String> workspaces) {
        if (event.kind() == TokenEvent.Kind.APP_UNINSTALLED) {
            workspaces.forEach(workspace -> end(event, workspace));
        }
    }

    private void end(TokenEvent event, String workspace) {
        long ended = links.inWorkspace(event.platform(), workspace).stream()
                .filter(link -> link.status() == LinkStatus.READY)
                .filter(link -> links.transition(link, LinkStatus.READY, LinkStatus.APP_REMOVED))
                .count();
        LOG.log(System.Logger.Level.WARNING, "{0} conversations in {1} are cut off", ended, workspace);
    }
}
