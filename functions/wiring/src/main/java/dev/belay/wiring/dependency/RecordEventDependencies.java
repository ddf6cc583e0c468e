package dev.belay.wiring.dependency;

import dev.belay.chat.Platform;
import dev.belay.conversation.OpenConversation;
import dev.belay.conversation.draw.ShowDeleted;
import dev.belay.inbound.RememberReceived;
import dev.belay.platform.ChatPlatform;
import dev.belay.settings.Settings;
import java.util.Map;

/**
 * What one record event, or one event of a channel, a team or a token, is processed with.
 *
 * @param settings as they were when the message was taken up
 * @param received remembers that events come
 */
public record RecordEventDependencies(
        Settings settings,
        OpenConversation open,
        ShowDeleted deleted,
        ChannelDependencies apply,
        RememberReceived received,
        AwaitDependencies credentials,
        Map<Platform, ChatPlatform> chats) {
    public RecordEventDependencies {
        chats = Map.copyOf(chats);
    }
}
