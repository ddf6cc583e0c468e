package dev.belay.platform;

import dev.belay.chat.ChatUser;
import dev.belay.chat.Member;
import dev.belay.chat.ReplyAddress;
import java.util.List;
import java.util.Optional;

/** Knows who is who in chat. */
public interface People {
    /**
     * Who a chat user is and whether they belong here, asked afresh.
     *
     * @param channel a channel that the person is said to be in: some platforms know their people by that only
     * @param reply where the platform takes an answer to their press: some platforms know their people there
     */
    Member member(ChatUser user, String channel, Optional<ReplyAddress> reply);

    /**
     * The chat user who has this e-mail address.
     *
     * @param channel a channel that they may be in: some platforms know their people by that only
     * @param reply where the platform takes an answer to a press, where there was one
     */
    Optional<ChatUser> withEmail(String workspace, String email, String channel, Optional<ReplyAddress> reply);

    /**
     * Who belongs to a group that the platform keeps: a Slack user group, a tag in Teams.
     *
     * @param team on a platform where groups stand in teams: the one that holds it
     * @throws dev.belay.failure.Rejected when there is no such group, or we may not read it
     */
    List<ChatUser> inGroup(String workspace, Optional<String> team, String group);
}
