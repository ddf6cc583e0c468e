package dev.belay.slack;

import dev.belay.chat.Chat;
import dev.belay.chat.ChatContract;
import dev.belay.chat.ChatStage;
import org.junit.jupiter.api.AfterEach;

/** Slack keeps what every chat platform keeps. */
final class SlackChatTest implements ChatContract {
    private final SlackStage stage = new SlackStage();

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
