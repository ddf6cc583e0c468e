package dev.belay.teams;

import dev.belay.platform.ChatContract;
import dev.belay.platform.ChatPlatform;
import dev.belay.platform.ChatStage;
import org.junit.jupiter.api.AfterEach;

/** Teams keeps what every chat platform keeps. */
final class TeamsPlatformTest implements ChatContract {
    private final TeamsStage stage = new TeamsStage();

    @AfterEach
    void close() {
        stage.close();
    }

    @Override
    public ChatPlatform chat() {
        return stage.chat;
    }

    @Override
    public ChatStage stage() {
        return stage;
    }
}
