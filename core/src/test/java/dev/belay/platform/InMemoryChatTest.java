package dev.belay.platform;

import dev.belay.time.MovedClock;

/** The fake keeps the contract. */
final class InMemoryChatTest implements ChatContract {
    private final InMemoryChat chat = new InMemoryChat(MovedClock.at(ChatContract.OPENING));

    @Override
    public ChatPlatform chat() {
        return chat.platform();
    }

    @Override
    public ChatStage stage() {
        return chat;
    }
}
