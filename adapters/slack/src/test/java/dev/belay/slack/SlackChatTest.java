package dev.belay.slack;

import dev.belay.platform.ChatContract;
import dev.belay.platform.ChatPlatform;
import dev.belay.platform.ChatStage;
import org.junit.jupiter.api.AfterEach;

/** Slack keeps what every chat platform keeps. */
final class SlackChatTest implements ChatContract {
    private final SlackStage stage = new SlackStage();

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
