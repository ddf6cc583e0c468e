package dev.belay.local.story;

import dev.belay.chat.Platform;
import java.util.List;

/** A chat platform in a test, in words that every platform has: what stands there, what people do, how its calls fail. */
interface Room {
    /** Who presses. */
    enum Person {
        ALICE,
        BOB,
        CAROL,
        DAVE,
        ERIN,
        GUEST
    }

    /** What we do there, whatever the platform calls it. */
    enum Doing {
        CREATE_CHANNEL,
        POST_CARD,
        UPDATE_CARD,
        DESCRIBE,
        BOOKMARK,
        INVITE,
        LOOK_UP,
        TELL
    }

    /** How a call of ours fails. */
    enum Trouble {
        /** Nothing was done; it may be asked again in 40 seconds. */
        LIMITED,
        /** Nothing was done, and asking again does not help. */
        REFUSED,
        /** Nothing was done; it may help to ask again. */
        DOWN,
        /** It was done, and the answer says that something went wrong. */
        DENIED
    }

    /** A channel of an incident. */
    record Place(String id, String name, List<Card> cards) {}

    /**
     * A message of ours with buttons that everybody sees.
     *
     * @param content all that it shows, as JSON text
     */
    record Card(String id, String content) {}

    /** What one person alone was told, and where. */
    record Told(String place, String id, String text) {}

    /** A press as the platform sends it; each sending says whether it was taken. */
    interface Press {
        boolean send();

        /** The same press once more, as the platform repeats it after a while. */
        boolean repeat();
    }

    Platform platform();

    /** The field of the record that bears the conversation's id here. */
    String field();

    String support();

    /** The channels whose names begin as those of incidents do. */
    List<Place> channels();

    List<Card> cards(String channel);

    /** A channel of this name that Alice made. */
    String createdByAlice(String name);

    Press prepare(Person person, String place, String message, String word);

    /** A person presses a button that they see; says whether the press was taken. */
    boolean press(Person person, String place, String message, String word);

    List<Told> told(Person person);

    /** Whether a person was called into a channel by us. */
    boolean isInvited(Person person, String channel);

    /** Somebody deletes a message. */
    void takeAway(String place, String message);

    void deactivate(Person person);

    /** Ends what we sign in with, or brings it back. */
    void signIn(boolean works);

    void fail(Doing doing, int times, Trouble how);

    /** How often we did it, failed calls included. */
    int count(Doing doing);

    /** Our calls in order, those for tokens apart. */
    List<String> calls();

    void forgetCalls();

    /** All that stands there, in words that two runs can be compared by. */
    List<String> everything();
}
