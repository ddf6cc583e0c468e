package dev.belay.chat;

import dev.belay.time.MovedClock;

/** The fake keeps the contract. */
final class InMemoryChatTest implements ChatContract {
    private final InMemoryChat chat = new InMemoryChat(MovedClock.at(ChatContract.OPENING));

    @Override
    public Chat chat() {
        return chat;
    }

    @Override
    public ChatStage stage() {
        return chat;
    }
}
