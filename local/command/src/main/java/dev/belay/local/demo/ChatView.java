package dev.belay.local.demo;

import dev.belay.chat.Platform;
import java.util.List;

/** A chat platform in a story: what its people see, over its own APIs, and what they press. */
interface ChatView {
    /** A channel, as people find it. */
    record Place(String id, String name) {}

    /**
     * A card, as everybody sees it.
     *
     * @param content all that it shows, as JSON text
     */
    record Shown(String id, String content) {}

    /**
     * What one person alone is told.
     *
     * @param place where they see it
     */
    record Told(String place, String id, String text) {}

    /** A press as the platform sends it to the app; each sending returns the HTTP status of the answer. */
    interface Press {
        int send();

        /** The same press again, as the platform repeats it after a while. */
        int repeat();

        /** The same press with a proof that is not the platform's. */
        int forge();
    }

    Platform platform();

    /** The id of the channel where records without a channel of their own stand. */
    String support();

    /** The field of the record that bears the id of its conversation here. */
    String field();

    /** The channels whose name begins so. */
    List<Place> channels(String prefix);

    /** The cards of an incident in a channel. */
    List<Shown> cards(String channel, Incident incident);

    /** What makes a channel comfortable and is missing, in words; empty where all is there. */
    List<String> lacks(Place channel, Incident incident, Shown card);

    /** A press on a message as it stands now, not sent; anybody may be said to have pressed. */
    Press prepare(Person person, String channel, String message, String word);

    /** A person presses a button that they see; returns the HTTP status of the answer. */
    int press(Person person, String place, String message, String word);

    /** What a person alone was told, oldest first. */
    List<Told> told(Person person);
}
