package dev.belay.local.room;

import dev.belay.chat.Platform;
import dev.belay.simulator.http.Outcome;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A chat platform in a story, in words that every platform has: what stands there, what people do and are told. */
public interface Room {
    /** A channel of an incident. */
    record Place(String id, String name, List<Card> cards) {
        public Place {
            cards = List.copyOf(cards);
        }
    }

    /**
     * A message of ours with buttons that everybody sees.
     *
     * @param content all that it shows, as JSON text
     */
    record Card(String id, String content) {}

    /** What one person alone was told, and where. */
    record Told(String place, String id, String text) {}

    /** A press as the platform sends it to the app; each sending tells what the app answered. */
    interface Press {
        Outcome send();

        /** The same press once more, as the platform repeats it after a while. */
        Outcome repeat();

        /** The same press with a proof that is not the platform's. */
        Outcome forge();
    }

    /**
     * A file of ours that everybody sees in a channel.
     *
     * @param message the id of the message that it stands in
     */
    record SeenFile(String message, String name, byte[] bytes) {
        public SeenFile {
            bytes = bytes.clone();
        }

        @Override
        public byte[] bytes() {
            return bytes.clone();
        }
    }

    Platform platform();

    /** The id of the channel where records without a channel of their own stand. */
    String support();

    /** The field of the record that bears the id of its conversation here. */
    String field();

    /** The channels whose names begin as those of incidents do. */
    List<Place> channels();

    /** The cards in a channel. */
    List<Card> cards(String channel);

    /** A press on a message as it stands now, not sent; anybody may be said to have pressed. */
    Press prepare(Person person, String place, String message, String word);

    /** A person presses a button that they see; tells what the app answered. */
    Outcome press(Person person, String place, String message, String word);

    /**
     * A person presses a button that asks first, fills its dialog in and sends it.
     *
     * @param entered for each field its values; people by {@link #id}
     * @return what the app answered to the dialog, or to the press where no dialog opened
     */
    Outcome enter(Person person, String place, String message, String word, Map<String, List<String>> entered);

    /**
     * What sends such a dialog, filled in and not sent.
     *
     * @throws IllegalStateException when no dialog opened
     */
    Press fillIn(Person person, String place, String message, String word, Map<String, List<String>> entered);

    /** A person asks us in a channel in words, as one does there; tells what the app answered. */
    Outcome ask(Person person, String channel, String words);

    /** A person shares a file in a channel, or in a thread of it; the app is told as the platform tells it. */
    void share(Person person, String channel, Optional<String> thread, String name, byte[] bytes);

    /** The files of ours that everybody sees in a channel and its threads, oldest first. */
    List<SeenFile> files(String channel);

    /** What the platform knows a person as. */
    String id(Person person);

    /** What a person alone was told, oldest first. */
    List<Told> told(Person person);

    /**
     * A person writes in a channel.
     *
     * @param thread the message that it answers; empty outside threads
     * @return the message's id
     */
    String say(Person person, String channel, String thread, String words);

    /** A person changes what they wrote. */
    void edit(Person person, String channel, String message, String words);

    /** A person deletes what they wrote. */
    void delete(Person person, String channel, String message);

    /** A person asks from a message's menu that it be recorded; tells what the app answered. */
    Outcome mark(Person person, String channel, String message);

    /**
     * A person pins a message.
     *
     * @return whether the platform tells the app of pins
     */
    boolean pin(Person person, String channel, String message);

    /**
     * A person reacts to a message with a memo.
     *
     * @return whether the platform tells the app of such a reaction
     */
    boolean react(Person person, String channel, String message);
}
