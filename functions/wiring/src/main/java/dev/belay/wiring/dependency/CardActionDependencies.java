package dev.belay.wiring.dependency;

import dev.belay.chat.Platform;
import dev.belay.platform.ChatPlatform;
import dev.belay.press.PerformAction;
import dev.belay.press.ResolveCommand;
import dev.belay.press.TellOthers;
import dev.belay.press.TellPerson;
import dev.belay.settings.Settings;
import java.util.Map;

/**
 * What one press is performed with.
 *
 * @param settings as they were when the message was taken up
 */
public record CardActionDependencies(
        Settings settings,
        PerformAction perform,
        ResolveCommand commands,
        TellPerson tell,
        TellOthers others,
        Map<Platform, ChatPlatform> chats) {
    public CardActionDependencies {
        chats = Map.copyOf(chats);
    }
}
