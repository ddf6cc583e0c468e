package dev.belay.team;

import dev.belay.chat.Channel;
import dev.belay.chat.ReplyAddress;
import java.util.Optional;

/** What a platform can tell whose channels stand in teams. */
public interface Teams {
    /** How many channels the team of this one holds. */
    ChannelQuota quota(Channel channel);

    /**
     * What a team shows by now; none where the platform does not let us look.
     *
     * @param team the team's id as a conversation
     * @param address where the platform takes what we ask there
     */
    Optional<TeamStatus> status(String workspace, String team, ReplyAddress address);
}
