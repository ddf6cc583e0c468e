package dev.belay.platform;

import dev.belay.chat.ChatUser;

/** What came of bringing somebody into a conversation. */
public sealed interface Invited {
    Invitee who();

    /** They were brought into the channel, and the platform tells them so. */
    record Joined(Invitee who, ChatUser user) implements Invited {}

    /** They see the conversation anyway, and nothing tells them of it: a mention does. */
    record Present(Invitee who, ChatUser user) implements Invited {}

    /**
     * They could not be brought in.
     *
     * @param why what is the matter and what to do about it, to follow their name, e.g. {@code is not in the team: …}
     */
    record Absent(Invitee who, String why) implements Invited {}
}
