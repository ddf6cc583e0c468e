package dev.belay.teams;

import dev.belay.chat.Chat;
import dev.belay.chat.ChatContract;
import dev.belay.chat.ChatStage;
import org.junit.jupiter.api.AfterEach;

/** Teams keeps what every chat platform keeps. */
final class TeamsChatTest implements ChatContract {
    private final TeamsStage stage = new TeamsStage();

    @AfterEach
    void close() {
        stage.close();
    }

    @Override
    public Chat chat() {
        return stage.chat;
    }

    @Override
    public ChatStage stage() {
        return stage;
    }
}
