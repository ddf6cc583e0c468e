package dev.belay.platform;

import dev.belay.chat.Channel;
import dev.belay.line.Line;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Says short lines to everyone in a conversation, and finds those that we said: so a line is said once. */
public interface Lines {
    /**
     * Says some lines in one message. Whoever is mentioned must be there: others are named.
     *
     * @param thread where the conversation is a thread: the id of its first message
     * @param lines at least one
     * @param marker other for each message of ours, which the message carries unseen
     * @throws dev.belay.failure.OutcomeUnknown when it may be there now: look with {@link #isSaid}
     */
    void say(Channel channel, Optional<String> thread, List<Line> lines, String marker);

    /** Whether a message of ours with this marker is there, said at or after that time. */
    boolean isSaid(Channel channel, Optional<String> thread, String marker, Instant since);
}
