package dev.belay.local.story;

import dev.belay.local.room.Person;
import java.util.List;
import java.util.Set;

/** What a test does to a chat platform beyond what people do there, and what it counts, in words that every platform has. */
interface Backstage {
    /** What we do there, whatever the platform calls it. */
    enum Doing {
        CREATE_CHANNEL,
        POST_CARD,
        UPDATE_CARD,
        /** In a thread. */
        SAY_LINE,
        DESCRIBE,
        BOOKMARK,
        INVITE,
        LOOK_UP,
        ARCHIVE,
        UNARCHIVE,
        LOOK_AT_CHANNEL,
        TELL,
        TELL_DIRECTLY
    }

    /** How a call of ours fails. */
    enum Trouble {
        /** Nothing was done; it may be asked again in 40 seconds. */
        LIMITED,
        /** Nothing was done, and asking again does not help. */
        REFUSED,
        /** Nothing was done: what it is about cannot be changed any more. */
        FROZEN,
        /** Nothing was done; it may help to ask again. */
        DOWN,
        /** It was done, and the answer says that something went wrong. */
        DENIED
    }

    /** A channel of this name that Alice made. */
    String createdByAlice(String name);

    /** Alice archives a channel; the app is told where the platform tells of that. */
    void archiveByHand(String channel);

    /** Alice takes a channel out of the archive; the app is told where the platform tells of that. */
    void unarchiveByHand(String channel);

    /** Alice deletes a channel; the app is told. */
    void deleteByHand(String channel);

    /** Alice renames a channel; the app is told. */
    void renameByHand(String channel, String name);

    /** Alice takes the app out of a channel, or out of the team that holds it; the app is told. */
    void removeApp(String channel);

    /** Alice brings the app into a channel, or into the team that holds it; the app is told. */
    void inviteApp(String channel);

    /** Lets the app make no channel from now on, or lets it again. */
    void forbidChannels(boolean whether);

    /** Lets the app archive no channel from now on, or lets it again. */
    void forbidArchiving(boolean whether);

    boolean isArchived(String channel);

    /** Whether a person was called into a channel by us. */
    boolean isInvited(Person person, String channel);

    /** A message of ours stands in another channel too, as it is. */
    void copy(String place, String message, String other);

    /** The same in another thread of its channel; tells the copy's id. */
    String copyIntoThread(String place, String message, String root);

    /** Somebody deletes a message. */
    void takeAway(String place, String message);

    void deactivate(Person person);

    /** Ends what we sign in with, or brings it back. */
    void signIn(boolean works);

    void fail(Doing doing, int times, Trouble how);

    /** The next call of ours by this name is answered with this, and not done. */
    void answer(String call, int status, String body);

    /** What a refusal of ours looks like there whose words are these. */
    String refusal(String words);

    /** Ends all failures that were told. */
    void failNoMore();

    /** The calls that were told to fail and did not come yet. */
    Set<String> planned();

    /** How often we did it, failed calls included. */
    int count(Doing doing);

    /** Our calls in order, those for tokens apart. */
    List<String> calls();

    void forgetCalls();

    /** What our app said in a channel in plain words, not by a card, oldest first. */
    List<String> said(String channel);

    /** The messages of lines that our app said in a channel or its threads, oldest first; each with its lines under one another. */
    List<String> lines(String channel);

    /**
     * All that everybody sees there, in words that two runs can be compared by. What is said to those who run Belay is said at least once,
     * and so it is listed once. Messages of lines come last in a channel, and in no order of time: what is gathered in
     * each is said when it has waited its time, whichever began first.
     */
    List<String> everything();
}
