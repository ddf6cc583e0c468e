package dev.belay.message;

import dev.belay.chat.ChatUser;
import java.util.Optional;

/** A channel where somebody writes and somebody else reacts. */
public interface ReactedMessagesStage {
    /** Who writes. */
    ChatUser author();

    /**
     * The author writes.
     *
     * @return the message's id
     */
    String say(Optional<String> thread, String words);

    /** The author changes it. */
    void edit(String message, String words);

    /** The author deletes it. */
    void delete(String message);

    /** Our app writes. */
    String sayOurselves(String words);

    /** Word that somebody else reacted to it. */
    Reaction reaction(String message);

    /** Word of a reaction in a channel where our app is not. */
    Reaction elsewhere();
}
