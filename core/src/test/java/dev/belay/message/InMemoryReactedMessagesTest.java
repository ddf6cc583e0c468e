package dev.belay.message;

import dev.belay.chat.ChatUser;
import dev.belay.chat.ConversationId;
import dev.belay.chat.Platform;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

final class InMemoryReactedMessagesTest implements ReactedMessagesContract, ReactedMessagesStage {
    private final Talk talk = new Talk();
    private final InMemoryReactedMessages messages = new InMemoryReactedMessages();
    private final Map<String, ChatMessage> said = new HashMap<>();

    @Override
    public ReactedMessages reacted() {
        return messages;
    }

    @Override
    public ReactedMessagesStage stage() {
        return this;
    }

    @Override
    public ChatUser author() {
        return Talk.author("U01JANE").user();
    }

    @Override
    public String say(Optional<String> thread, String words) {
        ConversationId at =
                new ConversationId(Platform.SLACK, Talk.WORKSPACE, talk.own().channel(), thread);
        ChatMessage message = talk.said(at, "U01JANE", words);
        said.put(message.id(), message);
        messages.put(message);
        talk.clock.advance(Duration.ofSeconds(1));
        return message.id();
    }

    @Override
    public void edit(String message, String words) {
        messages.put(talk.edited(Objects.requireNonNull(said.get(message)), words));
    }

    @Override
    public void delete(String message) {
        messages.remove(talk.own(), message);
    }

    /** Messages of ours are not kept here. */
    @Override
    public String sayOurselves(String words) {
        return talk.said(words).id();
    }

    @Override
    public Reaction reaction(String message) {
        return talk.reaction(talk.own().channel(), message, "U01BOB", "memo");
    }

    @Override
    public Reaction elsewhere() {
        return talk.reaction("C0ELSEWHERE", talk.said("x").id(), "U01BOB", "memo");
    }
}
