package dev.belay.conversation;

import dev.belay.failure.Rejected;
import dev.belay.link.ConversationLink.Claimed;
import java.util.Optional;

/** Ends one worker's run at a conversation: the platform makes no channel for it, and nothing was made. It never leaves this room. */
final class ChannelRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Claimed link;
    private final String reason;
    private final transient Optional<Rejected> why;

    /**
     * @param link as it is stored now
     * @param reason in a few words
     * @param why what the platform said, where it said something
     */
    ChannelRefused(Claimed link, String reason, Optional<Rejected> why) {
        this.link = link;
        this.reason = reason;
        this.why = why;
    }

    Claimed link() {
        return link;
    }

    String reason() {
        return reason;
    }

    Optional<Rejected> why() {
        return why;
    }
}
