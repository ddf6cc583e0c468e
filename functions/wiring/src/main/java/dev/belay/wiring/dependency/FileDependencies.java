package dev.belay.wiring.dependency;

import dev.belay.chat.Platform;
import dev.belay.credential.AwaitCredentials;
import dev.belay.credential.CredentialCheck;
import dev.belay.file.Files;
import dev.belay.platform.ChatPlatform;
import dev.belay.relay.RelayToChat;
import dev.belay.relay.RelayToRecord;
import dev.belay.settings.Settings;
import java.util.List;
import java.util.Map;

/**
 * What files are brought over with.
 *
 * @param settings as they were when the message was taken up
 * @param checks of the credentials that this worker can check
 */
public record FileDependencies(
        Settings settings,
        RelayToRecord toRecord,
        RelayToChat toChat,
        Map<Platform, ChatPlatform> chats,
        Map<Platform, Files> files,
        AwaitCredentials await,
        List<CredentialCheck> checks) {
    public FileDependencies {
        chats = Map.copyOf(chats);
        files = Map.copyOf(files);
        checks = List.copyOf(checks);
    }
}
