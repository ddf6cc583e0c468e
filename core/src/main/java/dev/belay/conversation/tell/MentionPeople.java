package dev.belay.conversation.tell;

import dev.belay.chat.Channel;
import dev.belay.chat.ChatUser;
import dev.belay.failure.Rejected;
import dev.belay.line.Line;
import dev.belay.person.Directory;
import dev.belay.person.PlatformUser;
import dev.belay.platform.ChatPlatform;
import dev.belay.record.Happening.Participant;
import dev.belay.record.SysId;
import java.util.List;
import java.util.Optional;

/** Finds the people of a line in the chat that it is said in, by who they are in ServiceNow. Who cannot be found there is named. */
public final class MentionPeople {
    private static final System.Logger LOG = System.getLogger(MentionPeople.class.getName());

    private final Directory directory;

    public MentionPeople(Directory directory) {
        this.directory = directory;
    }

    List<Line> in(List<Line> lines, ChatPlatform chat, Channel channel) {
        return lines.stream()
                .map(line -> line.withPeople(who -> found(who, chat, channel)))
                .toList();
    }

    private Participant found(Participant who, ChatPlatform chat, Channel channel) {
        Optional<ChatUser> there = who.chat()
                .filter(user ->
                        user.platform() == chat.platform() && user.workspace().equals(channel.workspace()))
                .or(() -> who.user().flatMap(user -> lookedUp(user, chat, channel)));
        return new Participant(who.name(), there, who.user());
    }

    private Optional<ChatUser> lookedUp(SysId user, ChatPlatform chat, Channel channel) {
        try {
            return directory
                    .find(user)
                    .map(PlatformUser::email)
                    .filter(email -> !email.isEmpty())
                    .flatMap(email ->
                            chat.people().withEmail(channel.workspace(), email, channel.id(), Optional.empty()));
        } catch (Rejected e) {
            LOG.log(System.Logger.Level.INFO, "somebody is named, not mentioned: {0}", e.getMessage());
            return Optional.empty();
        }
    }
}
