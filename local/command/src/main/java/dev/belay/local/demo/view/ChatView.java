package dev.belay.local.demo.view;

import dev.belay.local.room.Room;
import java.time.Duration;
import java.util.List;

/** A chat platform in a story of the demo: the people there, and what they see, read back over the platform's own APIs. */
public interface ChatView {
    /** A channel, as people find it. */
    record FoundChannel(String id, String name) {}

    /** The people there, and what they press. */
    Room room();

    /** The channels whose name begins so. */
    List<FoundChannel> channels(String prefix);

    /** Alice makes a channel by hand, writes this at its head, and lets the app in. */
    FoundChannel makeChannel(String name, String topic);

    /** The cards of an incident in a channel, as everybody sees them. */
    List<Room.Card> cards(String channel, Ticket incident);

    /** What was said in a channel of what happened to its record, a message each with its lines under one another, oldest first. */
    List<String> lines(String channel);

    /** Whether nobody can write in a channel any more. */
    boolean isArchived(String channel);

    /** What an incident's channel should have and has not, in words; empty where all is there. */
    List<String> lacks(FoundChannel channel, Ticket incident, Room.Card card);

    /** How long the platform's rate limit has kept us from looking so far. */
    Duration keptFromLooking();
}
