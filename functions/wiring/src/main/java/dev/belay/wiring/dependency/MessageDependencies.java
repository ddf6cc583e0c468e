package dev.belay.wiring.dependency;

import dev.belay.chat.ConversationId;
import dev.belay.chat.Platform;
import dev.belay.credential.AwaitCredentials;
import dev.belay.credential.CredentialCheck;
import dev.belay.credential.CredentialState;
import dev.belay.credential.NeededCredentials;
import dev.belay.event.RecordHint;
import dev.belay.message.AnswerMarking;
import dev.belay.message.RecordMessages;
import dev.belay.message.RecordReactions;
import dev.belay.message.RememberDeletion;
import dev.belay.message.TellNotes;
import dev.belay.platform.ChatPlatform;
import dev.belay.press.TellPerson;
import dev.belay.settings.Settings;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What people's messages and notes are relayed with.
 *
 * @param settings as they were when the message was taken up
 * @param tell tells who marked a message what became of it
 * @param checks of the credentials that this worker can check
 */
public record MessageDependencies(
        Settings settings,
        Relays relays,
        TellPerson tell,
        AwaitCredentials await,
        List<CredentialCheck> checks,
        Map<Platform, ChatPlatform> chats) {
    /** Both ways of the relay, what is marked by a reaction, what was deleted, and what people are told who marked something. */
    public record Relays(
            RecordMessages messages,
            RecordReactions reactions,
            RememberDeletion deletions,
            AnswerMarking answers,
            TellNotes notes) {}

    public MessageDependencies {
        checks = List.copyOf(checks);
        chats = Map.copyOf(chats);
    }

    /** A credential that a message in this place waits for. */
    public Optional<CredentialState> awaited(ConversationId at) {
        return await.awaited(NeededCredentials.of(at, settings), checks);
    }

    /** A credential that what was noted on a record waits for. */
    public Optional<CredentialState> awaited(RecordHint hint) {
        return await.awaited(NeededCredentials.of(hint, settings), checks);
    }
}
